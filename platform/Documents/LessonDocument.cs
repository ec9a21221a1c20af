namespace CourseGen.Documents;

/// <summary>A lesson's Markdown as sections of blocks, in order. Nothing is lost: each block keeps its source text.</summary>
/// <param name="Title">The H1 without its number, for example <c>Neaps and springs</c>; empty when there is none.</param>
public sealed record LessonDocument(string Title, IReadOnlyList<LessonSection> Sections)
{
    public IEnumerable<LessonBlock> Blocks => Sections.SelectMany(section => section.Blocks);
    public IEnumerable<VisualBlock> Visuals => Blocks.OfType<VisualBlock>();
}

/// <summary>A heading and what stands below it, up to the next heading of any level.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Line">Of the heading, from 1.</param>
public sealed record LessonSection(int Level, string Heading, int Line, IReadOnlyList<LessonBlock> Blocks);

/// <summary>One block.</summary>
/// <param name="Source">Its Markdown, verbatim.</param>
/// <param name="Line">From 1.</param>
public abstract record LessonBlock(string Source, int Line);

/// <param name="Text">Without Markdown marks.</param>
public sealed record ParagraphBlock(string Source, int Line, string Text) : LessonBlock(Source, Line);

/// <param name="Items">Without Markdown marks; nested items follow their parents.</param>
public sealed record ListBlock(string Source, int Line, bool Ordered, IReadOnlyList<string> Items) : LessonBlock(Source, Line);

public sealed record TableBlock(string Source, int Line, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows) : LessonBlock(Source, Line);

/// <param name="Language">Null when the fence names none.</param>
public sealed record CodeBlock(string Source, int Line, string? Language, string Code) : LessonBlock(Source, Line);

public sealed record QuoteBlock(string Source, int Line, string Text) : LessonBlock(Source, Line);

/// <summary>A visual tag alone on its line: <c>[VISUAL: MM-LL-NNNN - description]</c>.</summary>
public sealed record VisualBlock(string Source, int Line, string Id, string Description) : LessonBlock(Source, Line);

/// <summary>Anything else (raw HTML, a rule).</summary>
public sealed record OtherBlock(string Source, int Line) : LessonBlock(Source, Line);
