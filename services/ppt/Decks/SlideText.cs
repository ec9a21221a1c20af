using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Decks;

/// <summary>A slide's texts as XML can hold them.</summary>
static class SlideText
{
    internal static Slide Cleaned(Slide slide) => slide with
    {
        Title = XmlText.Clean(slide.Title),
        Subtitle = string.IsNullOrWhiteSpace(slide.Subtitle) ? null : XmlText.Clean(slide.Subtitle),
        Notes = XmlText.Clean(slide.Notes),
        ContentBlocks = [.. slide.ContentBlocks.Select(Cleaned)],
    };

    static ContentBlock Cleaned(ContentBlock block) => block with
    {
        Heading = Clean(block.Heading),
        Items = block.Items?.Select(XmlText.Clean).ToList(),
        Text = Clean(block.Text),
        Attribution = Clean(block.Attribution),
        Caption = Clean(block.Caption),
        Headers = block.Headers?.Select(XmlText.Clean).ToList(),
        Rows = block.Rows?.Select(row => (IReadOnlyList<string>)[.. row.Select(XmlText.Clean)]).ToList(),
        Code = Clean(block.Code)?.ReplaceLineEndings("\n").TrimEnd('\n'),
    };

    static string? Clean(string? text) => text is null ? null : XmlText.Clean(text);
}
