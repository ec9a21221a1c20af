using CourseGen.Documents;

namespace CourseGen.BookBuilder.Books;

/// <summary>
/// A lesson's or a lab's own Markdown as a part of the book: without its H1, with pictures in place of the visual tags, with
/// headings from level 2. All other text is verbatim. Figures are numbered through one chapter.
/// </summary>
sealed class LessonContent(BookSources sources, CourseWords words, int module)
{
    int _figures;

    public string Of(string markdown)
    {
        var illustrated = MarkdownSource.WithVisuals(markdown, Figure);
        return MarkdownSource.WithHeadings(MarkdownSource.WithoutTitle(MarkdownSource.Inert(illustrated)), top: 2);
    }

    string Figure(VisualBlock tag)
    {
        var caption = $"**{words.Figure} {module}-{++_figures}.** {MarkdownText.Escape(tag.Description)}";
        if (!sources.Pictures.TryGetValue(tag.Id, out var picture))
            return $"> {caption}\n>\n> {words.PictureMissing}";
        var visual = sources.Visuals.GetValueOrDefault(tag.Id);
        var legend = DiagramLegend.Of(visual);
        return $"![{MarkdownText.Escape(visual?.AltText ?? tag.Description)}](../{picture.Key})\n\n{caption}{(legend.Length == 0 ? "" : $" ({MarkdownText.Escape(legend)})")}";
    }
}
