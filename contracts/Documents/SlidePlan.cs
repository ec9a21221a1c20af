namespace CourseGen.Contracts.Documents;

/// <summary><c>slides/module-{m}-lesson-{l}.json</c>: a lesson's slides as data.</summary>
/// <param name="Derived">The slides come from the lesson's own headings, because the model's answers stayed invalid.</param>
public sealed record SlidePlan(string LessonId, string LessonTitle, string Language, bool Derived, IReadOnlyList<Slide> Slides);

public enum SlideLayout
{
    Cover, Agenda, Section, LessonTitle, TitleContent, TextImageLeft, TextImageRight, TwoColumns, Table, Code, Quote, Summary, References, Glossary, Closing,
}

/// <summary>One slide.</summary>
/// <param name="SlideNumber">From 1: in the lesson here, through the course in <c>infographic_structure.json</c>.</param>
/// <param name="LessonNumber">In its module; 0 for a slide of the module, or of the course.</param>
/// <param name="Notes">What the instructor says, 60 to 180 words.</param>
public sealed record Slide(
    int SlideNumber, SlideLayout Layout, string Title, string? Subtitle, IReadOnlyList<ContentBlock> ContentBlocks, string Notes,
    int ModuleNumber, int LessonNumber, string? LessonTitle)
{
    /// <summary>Of teaching, with one decimal place; those of a lesson's slides add up to its duration. Null for a slide of the module, or of the course.</summary>
    public decimal? Minutes { get; init; }
}

public enum BlockType { Bullets, Text, Image, Callout, Table, Code, Quote }

/// <summary>One block of a slide; which fields are set follows from <see cref="Type"/>.</summary>
public sealed record ContentBlock
{
    public required BlockType Type { get; init; }
    /// <summary>Of bullets, optional.</summary>
    public string? Heading { get; init; }
    /// <summary>Of bullets.</summary>
    public IReadOnlyList<string>? Items { get; init; }
    /// <summary>Of text, callout and quote.</summary>
    public string? Text { get; init; }
    /// <summary>Of a quote.</summary>
    public string? Attribution { get; init; }
    /// <summary>Of an image: a visual's id, <c>MM-LL-NNNN</c>.</summary>
    public string? ImageReference { get; init; }
    /// <summary>Of an image.</summary>
    public string? Caption { get; init; }
    /// <summary>Of a table.</summary>
    public IReadOnlyList<string>? Headers { get; init; }
    public IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }
    /// <summary>Of code.</summary>
    public string? Language { get; init; }
    public string? Code { get; init; }
}

/// <summary>
/// <c>.coursegen/decks/batch-{n}.json</c> (one batch, numbered from 1 in the batch; <c>batch-{n}-from-{lesson}.json</c> where it went on
/// after its deadline) and <c>infographics/infographic_structure.json</c> (the course, numbered through it): all slides as data.
/// </summary>
/// <param name="CompletionStatus"><c>complete</c>, or <c>partial</c> when a batch ended at its deadline or a lesson is a gap.</param>
/// <param name="BatchInfo">Of a batch that ended at its deadline: where it goes on.</param>
/// <param name="DerivedLessons">Ids of the lessons whose slides come from their own headings, because no usable plan was made; null when there are none.</param>
/// <param name="Glossary">The terms that its lessons define; null when there are none. The deck and the page of the course show them once, at their end.</param>
/// <param name="Warnings">Where the customer's deck template does not match, with the remedy; null when there is nothing to say.</param>
public sealed record DeckStructure(
    string CourseTitle, string Style, string Language, int TotalSlides, int TotalLessons, int LessonsProcessed, string CompletionStatus,
    IReadOnlyList<Slide> Slides, DeckBatchInfo? BatchInfo = null, IReadOnlyList<string>? DerivedLessons = null,
    IReadOnlyList<GlossaryEntry>? Glossary = null, IReadOnlyList<string>? Warnings = null);
