using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CourseGen.BookBuilder.Books;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.BookBuilder.Formats;

/// <summary>
/// The book as one page that loads nothing and runs nothing. Levels: the book 1, chapters 2, lessons and labs 3, their own headings from 4.
/// </summary>
/// <param name="pictures">The <c>src</c> of each picture by the link in the Markdown.</param>
sealed class HtmlBook(Book book, IReadOnlyDictionary<string, string> pictures)
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    static readonly string[] RightToLeft = ["ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv"];

    readonly CourseWords _words = CourseWords.In(book.Metadata.Language);
    readonly IReadOnlyList<ContentsEntry> _contents = TableOfContents.Of(book);

    /// <summary>UTF-8. A large book with its pictures inlined is written part by part, because as one text it would be in memory thrice.</summary>
    public static byte[] Write(Book book, IReadOnlyDictionary<string, string> pictures)
    {
        using var page = new MemoryStream();
        using (var writer = new StreamWriter(page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
            foreach (var part in new HtmlBook(book, pictures).Page())
                writer.Write(part.ReplaceLineEndings("\n"));
        return page.ToArray();
    }

    IEnumerable<string> Page()
    {
        yield return Head();
        foreach (var section in Sections())
            yield return section;
        yield return "</main>\n</body>\n</html>\n";
    }

    string Head() => $"""
        <!DOCTYPE html>
        <html lang="{Text(book.Metadata.Language)}" dir="{(RightToLeft.Contains(book.Metadata.Language.Split('-')[0].ToLowerInvariant()) ? "rtl" : "ltr")}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(book.Metadata.Title)}</title>
        <style>
        {StyleSheet.Book}</style>
        </head>
        <body>
        <a class="skip" href="#content">{Text(BookWords.In(book.Metadata.Language).SkipToContent)}</a>
        {Cover()}
        <nav class="contents" aria-labelledby="contents-title">
        <h2 id="contents-title">{Text(_words.Contents)}</h2>
        {Contents(_contents)}</nav>
        <main id="content" tabindex="-1">

        """;

    string Cover()
    {
        var (title, subtitle) = (book.Metadata.Title, string.Join(" · ", new[] { book.Metadata.Author, book.Metadata.Organization }.OfType<string>().Distinct()));
        var cover = new StringBuilder($"<header class=\"cover\">\n<h1>{Text(title)}</h1>\n");
        if (subtitle.Length > 0)
            cover.Append($"<p class=\"by\">{Text(subtitle)}</p>\n");
        if (book.Metadata.Simulated)
            cover.Append($"<p class=\"notice\">{Text(_words.SimulatedNotice)}</p>\n");
        return cover.Append("</header>").ToString();
    }

    static string Contents(IReadOnlyList<ContentsEntry> entries) => entries.Count == 0 ? "" :
        $"<ol>\n{string.Concat(entries.Select(entry => $"<li><a href=\"#{Text(entry.Anchor)}\">{Numbered(entry.Number, entry.Title)}</a>{Contents(entry.Below)}</li>\n"))}</ol>\n";

    IEnumerable<string> Sections()
    {
        foreach (var section in TableOfContents.FrontOf(book))
            yield return Special(section);
        if (book.Metadata.CourseIntroduction.Length > 0)
            yield return Section("section", "part", Anchors.Introduction, 2, "", _words.Introduction, book.Metadata.CourseIntroduction);
        foreach (var module in book.Modules)
            yield return Chapter(module);
        foreach (var section in TableOfContents.BackOf(book))
            yield return Special(section);
    }

    string Special(BookSection section) => Section("section", $"part {section.SectionType}", section.SectionType, 2, "", section.Title, section.Content);

    string Chapter(BookModule module)
    {
        var (anchor, number) = (Anchors.Module(module.ModuleNumber), $"{_words.Module} {module.ModuleNumber}");
        var below = new StringBuilder();
        foreach (var lesson in module.Lessons)
            below.Append(Section("article", "lesson", Anchors.Lesson(lesson.ModuleNumber, lesson.LessonNumber), 3, $"{lesson.ModuleNumber}.{lesson.LessonNumber}",
                lesson.Title, lesson.Content, lesson.Missing ? _words.LessonMissing : null));
        foreach (var lab in module.Labs)
            below.Append(Section("article", "lab", Anchors.Lab(lab.LabId), 3, $"{_words.Lab} {lab.LabId}", lab.Title, lab.Content, lab.Missing ? _words.LabMissing : null));
        if (module.Summary.Length > 0)
            below.Append(Section("section", "summary", $"{anchor}-summary", 3, number, _words.Summary, module.Summary));
        if (module.References.Length > 0)
            below.Append(Section("section", "references", $"{anchor}-references", 3, number, _words.References, module.References));
        return Section("section", "chapter", anchor, 2, number, module.ModuleTitle, module.Introduction, below: below.ToString());
    }

    string Section(string element, string kind, string anchor, int level, string number, string title, string content, string? missing = null, string below = "")
    {
        var body = missing is null
            ? MarkdownHtml.Render(MarkdownSource.WithHeadings(content, level + 1), new MarkdownPage($"{anchor}-part", HasAnchor, pictures.GetValueOrDefault))
            : $"<p class=\"notice\">{Text(missing)}</p>\n";
        return $"""
            <{element} class="{kind}" id="{Text(anchor)}" aria-labelledby="{Text(anchor)}-title">
            <h{level} id="{Text(anchor)}-title">{Numbered(number, title)}</h{level}>
            {body}{below}</{element}>

            """;
    }

    static string Numbered(string number, string title) =>
        number.Length == 0 ? Text(title) : $"<span class=\"number\">{Text(number)}</span> <span>{Text(title)}</span>";

    bool HasAnchor(string id) => _contents.SelectMany(entry => entry.Below.Append(entry)).Any(entry => entry.Anchor == id);

    static string Text(string text) => Encoder.Encode(text);
}
