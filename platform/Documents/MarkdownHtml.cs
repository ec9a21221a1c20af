using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CourseGen.Documents;

/// <summary>The page that a piece of Markdown goes into.</summary>
/// <param name="IdPrefix">Headings get the ids <c>{prefix}-1</c>, <c>{prefix}-2</c>, …</param>
/// <param name="HasAnchor">Whether the page has an id; a link to one it does not have becomes text.</param>
/// <param name="PictureSource">The <c>src</c> of a picture by its link, or null: other pictures become links or text, so that a page loads nothing.</param>
public sealed record MarkdownPage(string IdPrefix, Func<string, bool> HasAnchor, Func<string, string?> PictureSource);

/// <summary>
/// Untrusted Markdown as HTML: raw HTML is text, links are to http, https and mailto or to an anchor of the page. A picture alone in
/// its paragraph is a figure, the paragraph after it its caption.
/// </summary>
public static class MarkdownHtml
{
    static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseTaskLists().Build();

    public static string Render(string markdown, MarkdownPage page)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var part in document.Descendants().ToList())
            Prepare(part, page);
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        HtmlParts.Use(renderer, page.IdPrefix);
        renderer.Render(document);
        return writer.ToString();
    }

    static void Prepare(MarkdownObject part, MarkdownPage page)
    {
        switch (part)
        {
            case LinkInline { IsImage: true } picture when page.PictureSource(picture.Url ?? "") is { } source:
                picture.Url = source;
                break;
            case LinkInline link when IsKept(link, page):
                link.IsImage = false;
                break;
            case LinkInline link:
                Unwrap(link);
                break;
            case AutolinkInline { IsEmail: false } link when !WebAddress.IsPage(link.Url):
                link.ReplaceBy(new LiteralInline(link.Url));
                break;
            case FencedCodeBlock code:
                NameLanguage(code);
                break;
            case TableRow { IsHeader: true } header:
                foreach (var cell in header)
                    cell.GetAttributes().AddProperty("scope", "col");
                break;
        }
    }

    static bool IsKept(LinkInline link, MarkdownPage page) =>
        link.Url is { Length: > 0 } url && (WebAddress.IsPage(url)
            || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || (url[0] == '#' && !link.IsImage && page.HasAnchor(url[1..])));

    static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }

    /// <summary>The name goes into an attribute for the style sheet; <c>text</c> says nothing to a reader.</summary>
    static void NameLanguage(FencedCodeBlock code)
    {
        var language = string.Concat((code.Info ?? "").Where(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '#' or '-' or '.'));
        code.Info = language;
        code.Arguments = null;
        code.RemoveData(typeof(HtmlAttributes));
        if (language is not ("" or "text" or "txt" or "plaintext"))
            code.GetAttributes().AddProperty("data-language", language);
    }
}
