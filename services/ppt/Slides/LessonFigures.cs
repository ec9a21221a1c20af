using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.Ppt.Slides;

/// <summary>Compares the tables and code of a plan with those of its lesson. White space at line ends and Markdown marks in cells count for nothing.</summary>
static class LessonFigures
{
    internal static bool Same(ContentBlock block, TableBlock table) => Key(block.Headers!, block.Rows!) == Key(table.Headers, table.Rows);

    internal static bool Same(ContentBlock block, CodeBlock code) => Key(block.Code!) == Key(code.Code);

    /// <summary>The slides with the lesson's own tables and code, to the letter.</summary>
    internal static IReadOnlyList<Slide> Verbatim(IEnumerable<Slide> slides, LessonDocument lesson) =>
        [.. slides.Select(slide => slide with { ContentBlocks = [.. slide.ContentBlocks.Select(block => Verbatim(block, lesson))] })];

    static ContentBlock Verbatim(ContentBlock block, LessonDocument lesson) => block.Type switch
    {
        BlockType.Table when lesson.Blocks.OfType<TableBlock>().FirstOrDefault(table => Same(block, table)) is { } table => block with { Headers = table.Headers, Rows = table.Rows },
        BlockType.Code when lesson.Blocks.OfType<CodeBlock>().FirstOrDefault(code => Same(block, code)) is { } code => block with { Language = code.Language ?? block.Language, Code = code.Code },
        _ => block,
    };

    static string Key(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows) =>
        string.Join('\n', rows.Prepend(headers).Select(row => string.Join('|', row.Select(cell => cell.Replace("`", "").Replace("*", "").Trim())).TrimEnd('|')));

    static string Key(string code) => string.Join('\n', code.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => line.TrimEnd()));
}
