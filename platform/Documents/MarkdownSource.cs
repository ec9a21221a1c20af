using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CourseGen.Documents;

/// <summary>Edits of Markdown source that leave every other character as it is.</summary>
public static class MarkdownSource
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    /// <summary>
    /// Untrusted Markdown that stays harmless in any viewer: raw HTML becomes the text it is, the targets of links and pictures of
    /// other schemes than http, https and mailto become <c>#</c>, and a fence left open is closed.
    /// </summary>
    public static string Inert(string markdown)
    {
        // Text that was HTML may hold links, which are found when it is read again.
        for (var inert = InertOnce(markdown); inert != markdown; inert = InertOnce(markdown))
            markdown = inert;
        return markdown;
    }

    static string InertOnce(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var edits = document.Descendants().SelectMany(part => part switch
        {
            HtmlBlock html => EscapedTags(markdown, html.Span),
            HtmlInline html => EscapedTags(markdown, html.Span),
            AutolinkInline { IsEmail: false } link when !WebAddress.IsHarmless(link.Url) => EscapedTags(markdown, link.Span),
            LinkInline { Reference: null } link when !WebAddress.IsHarmless(link.Url) => [new Edit(link.UrlSpan.Start, link.UrlSpan.Length, "#")],
            LinkReferenceDefinition link when !WebAddress.IsHarmless(link.Url) => [new Edit(link.UrlSpan.Start, link.UrlSpan.Length, "#")],
            _ => Enumerable.Empty<Edit>(),
        });
        var inert = Apply(markdown, edits);
        return document.LastChild is FencedCodeBlock { ClosingFencedCharCount: 0 } open
            ? $"{inert.TrimEnd('\n')}\n{new string(open.FencedChar, open.OpeningFencedCharCount)}\n"
            : inert;
    }

    /// <summary>Without its H1, which the document it goes into has already.</summary>
    public static string WithoutTitle(string markdown)
    {
        var title = Markdown.Parse(markdown, Pipeline).OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1);
        return title is null ? markdown : Apply(markdown, [new Edit(title.Span.Start, title.Span.Length, "")]).Trim('\n') + "\n";
    }

    /// <summary>With an unbroken hierarchy of headings below the document it goes into: the uppermost at a level, none skipped.</summary>
    /// <param name="top">Level of the uppermost headings; deeper than 6 stays 6.</param>
    public static string WithHeadings(string markdown, int top)
    {
        var open = new Stack<int>();
        return Apply(markdown, Markdown.Parse(markdown, Pipeline).OfType<HeadingBlock>().Select(heading =>
        {
            while (open.TryPeek(out var above) && above >= heading.Level)
                open.Pop();
            open.Push(heading.Level);
            var marks = new string('#', Math.Min(6, top + open.Count - 1));
            return heading.IsSetext
                ? new Edit(heading.Span.Start, heading.Span.Length, $"{marks} {TextOfSetext(markdown, heading)}")
                : new Edit(heading.Span.Start, heading.Level, marks);
        }));
    }

    /// <summary>With something else where the visual tags stand.</summary>
    public static string WithVisuals(string markdown, Func<VisualBlock, string> replace)
    {
        var (lines, line, position) = (markdown.Split('\n'), 1, 0);
        var edits = new List<Edit>();
        foreach (var visual in LessonReader.Read(markdown).Visuals)
        {
            for (; line < visual.Line; line++)
                position += lines[line - 1].Length + 1;
            edits.Add(new Edit(markdown.IndexOf(visual.Source, position, StringComparison.Ordinal), visual.Source.Length, replace(visual)));
        }
        return Apply(markdown, edits);
    }

    /// <summary>The http and https links of the text, in order, each target once.</summary>
    public static IReadOnlyList<MarkdownLink> LinksOf(string markdown) =>
    [
        .. Markdown.Parse(markdown, Pipeline).Descendants().Select(part => part switch
        {
            LinkInline { IsImage: false } link => new MarkdownLink(TextOf(link), link.Url ?? ""),
            AutolinkInline { IsEmail: false } link => new MarkdownLink(link.Url, link.Url),
            _ => null,
        })
        .OfType<MarkdownLink>().Where(link => WebAddress.IsPage(link.Url)).DistinctBy(link => link.Url),
    ];

    static string TextOf(ContainerInline inline) => string.Concat(inline.Descendants().Select(part => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    }));

    static string TextOfSetext(string markdown, HeadingBlock heading)
    {
        var lines = markdown.Substring(heading.Span.Start, heading.Span.Length).Split('\n');
        return string.Join(' ', lines[..^1].Select(line => line.Trim()));
    }

    static IEnumerable<Edit> EscapedTags(string markdown, SourceSpan span) =>
        Enumerable.Range(span.Start, span.Length).Where(at => markdown[at] == '<').Select(at => new Edit(at, 0, "\\"));

    static string Apply(string markdown, IEnumerable<Edit> edits)
    {
        var result = new StringBuilder();
        var position = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start).Where(edit => edit.Start >= 0))
        {
            if (edit.Start < position)
                continue;
            result.Append(markdown, position, edit.Start - position).Append(edit.Text);
            position = edit.Start + edit.Length;
        }
        return result.Append(markdown, position, markdown.Length - position).ToString();
    }

    readonly record struct Edit(int Start, int Length, string Text);
}

/// <summary>A link of a text.</summary>
/// <param name="Text">Without Markdown marks.</param>
public sealed record MarkdownLink(string Text, string Url);
