using System.Globalization;
using System.Net;
using System.Text;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Decks;

namespace CourseGen.Ppt.Infographics;

/// <summary>All slides as one HTML page that needs nothing else: works offline, by keyboard, and on paper. All text is escaped.</summary>
sealed class InfographicPage(DeckStructure structure, IReadOnlyDictionary<string, PagePicture> pictures)
{
    readonly CourseWords _words = CourseWords.In(structure.Language);
    readonly StreamWriter _html = new(new MemoryStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    internal byte[] Write()
    {
        var style = DeckStyle.Named(structure.Style);
        Line("<!DOCTYPE html>");
        Line($"<html lang=\"{Text(structure.Language)}\">");
        Line("<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data: 'self' file:; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">");
        Line($"<title>{Text(structure.CourseTitle)}</title>");
        Line($"<style>\n:root {{ --primary: #{style.Primary}; --secondary: #{style.Secondary}; --accent: #{style.Accent}; --tint: #{style.Tint}; --text: #{style.Text}; --muted: #{style.Muted}; }}\n{Asset("infographic.css")}</style>");
        Line("</head>\n<body>");
        Contents();
        Line("<main>");
        foreach (var slide in structure.Slides)
            Slide(slide);
        Line("</main>");
        Line($"<script>\n{Asset("infographic.js")}</script>\n</body>\n</html>");
        _html.Flush();
        return ((MemoryStream)_html.BaseStream).ToArray();
    }

    /// <summary>The slides that open something.</summary>
    void Contents()
    {
        Line($"<a class=\"skip\" href=\"#slide-1\">{Text(structure.CourseTitle)}: 1 / {structure.TotalSlides}</a>");
        Line($"<nav aria-label=\"{Text(_words.Contents)}\">\n<h1 dir=\"auto\">{Text(structure.CourseTitle)}</h1>\n<ol>");
        foreach (var slide in structure.Slides.Where(slide => slide.Layout is SlideLayout.Section or SlideLayout.LessonTitle))
            Line($"<li class=\"{(slide.Layout == SlideLayout.Section ? "module" : "lesson")}\"><a href=\"#slide-{slide.SlideNumber}\" dir=\"auto\">{Text(slide.Title)}</a></li>");
        Line("</ol>\n</nav>");
    }

    void Slide(Slide slide)
    {
        Line($"<section class=\"slide {ClassOf(slide.Layout)}\" id=\"slide-{slide.SlideNumber}\" tabindex=\"-1\" aria-labelledby=\"title-{slide.SlideNumber}\">");
        Line($"<h2 id=\"title-{slide.SlideNumber}\" dir=\"auto\">{Text(slide.Title)}</h2>");
        if (slide.Subtitle is { } subtitle)
            Line($"<p class=\"subtitle\" dir=\"auto\">{Text(subtitle)}</p>");
        Line("<div class=\"content\">");
        foreach (var block in slide.ContentBlocks)
            Block(block);
        Line("</div>");
        if (slide.Notes.Length > 0)
            Line($"<details><summary>{slide.SlideNumber} / {structure.TotalSlides}{Minutes(slide)}</summary><p dir=\"auto\">{Text(slide.Notes)}</p></details>");
        Line("</section>");
    }

    string Minutes(Slide slide) => slide.Minutes is { } minutes ? $" · {minutes.ToString(CultureInfo.InvariantCulture)} {Text(_words.Minutes)}" : "";

    void Block(ContentBlock block)
    {
        switch (block.Type)
        {
            case BlockType.Bullets:
                Line("<div class=\"bullets\">");
                if (!string.IsNullOrEmpty(block.Heading))
                    Line($"<h3 dir=\"auto\">{Text(block.Heading)}</h3>");
                Line($"<ul>{string.Concat((block.Items ?? []).Select(item => $"\n<li dir=\"auto\">{Text(item)}</li>"))}\n</ul>\n</div>");
                break;
            case BlockType.Image:
                Picture(block);
                break;
            case BlockType.Table:
                Table(block);
                break;
            case BlockType.Code:
                Line($"<pre tabindex=\"0\"><code>{Text(block.Code ?? "")}</code></pre>");
                break;
            case BlockType.Quote:
                Line($"<blockquote dir=\"auto\"><p>{Text(block.Text ?? "")}</p>{(block.Attribution is { } source ? $"<footer>— {Text(source)}</footer>" : "")}</blockquote>");
                break;
            default:
                Line($"<p class=\"{ClassOf(block.Type)}\" dir=\"auto\">{Text(block.Text ?? "")}</p>");
                break;
        }
    }

    void Picture(ContentBlock block)
    {
        Line("<figure>");
        Line(pictures.TryGetValue(block.ImageReference ?? "", out var picture)
            ? $"<img src=\"{Text(picture.Address())}\" alt=\"{Text(picture.AltText.Length > 0 ? picture.AltText : block.Caption ?? "")}\">"
            : $"<p class=\"missing\">{Text(_words.PictureMissing)}</p>");
        if (!string.IsNullOrEmpty(block.Caption))
            Line($"<figcaption dir=\"auto\">{Text(block.Caption)}</figcaption>");
        Line("</figure>");
    }

    void Table(ContentBlock block)
    {
        Line($"<table>\n<thead>\n<tr>{string.Concat((block.Headers ?? []).Select(cell => $"<th scope=\"col\" dir=\"auto\">{Text(cell)}</th>"))}</tr>\n</thead>\n<tbody>");
        foreach (var row in block.Rows ?? [])
            Line($"<tr>{string.Concat(row.Select(cell => $"<td dir=\"auto\">{Text(cell)}</td>"))}</tr>");
        Line("</tbody>\n</table>");
    }

    static string ClassOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    static string Text(string text) => WebUtility.HtmlEncode(text);

    void Line(string html)
    {
        _html.Write(html.ReplaceLineEndings("\n"));
        _html.Write('\n');
    }

    static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(InfographicPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
