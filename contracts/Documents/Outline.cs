namespace CourseGen.Contracts.Documents;

/// <summary>A course outline after reading: every alias and tolerated form is resolved, every limit holds.</summary>
public sealed record Outline
{
    public required string Title { get; init; }
    public string Description { get; init; } = "";
    /// <summary>BCP 47, for example <c>en</c>, <c>es-MX</c>.</summary>
    public string Language { get; init; } = "en";
    /// <summary><c>beginner</c>, <c>intermediate</c>, <c>advanced</c>, or null.</summary>
    public string? Level { get; init; }
    public IReadOnlyList<string> Audience { get; init; } = [];
    public IReadOnlyList<string> Prerequisites { get; init; } = [];
    public IReadOnlyList<string> LearningOutcomes { get; init; } = [];
    public int? TotalDurationMinutes { get; init; }
    public string? Author { get; init; }
    public string? Organization { get; init; }
    public string? Legal { get; init; }
    /// <summary>1 to 30.</summary>
    public required IReadOnlyList<OutlineModule> Modules { get; init; }
}

/// <param name="Number">From 1.</param>
public sealed record OutlineModule(
    int Number, string Title, string? Summary, int? DurationMinutes, string? BloomLevel,
    IReadOnlyList<OutlineLesson> Lessons, IReadOnlyList<OutlineLab> Labs, IReadOnlyList<string> References)
{
    const int DefaultMinutes = 20;

    /// <summary>The lesson's own minutes, else its share of the module's, else 20.</summary>
    public int MinutesOf(OutlineLesson lesson) =>
        lesson.DurationMinutes ?? (DurationMinutes is { } minutes ? Math.Max(1, minutes / Lessons.Count) : DefaultMinutes);

    /// <summary>Lesson by lesson, then the module's own.</summary>
    public IEnumerable<OutlineLab> AllLabs() => Lessons.SelectMany(lesson => lesson.Labs).Concat(Labs);
}

/// <param name="Id"><c>MM-LL</c>.</param>
/// <param name="Number">From 1 in its module.</param>
public sealed record OutlineLesson(
    string Id, int Number, string Title, int? DurationMinutes, string? BloomLevel,
    IReadOnlyList<OutlineTopic> Topics, IReadOnlyList<OutlineLab> Labs);

public sealed record OutlineTopic(string Title, int? DurationMinutes, string? BloomLevel);

/// <param name="Id"><c>MM-LL-NN</c>, <c>LL</c> = 00 for a module's own lab.</param>
public sealed record OutlineLab(
    string Id, string Title, int DurationMinutes, string? BloomLevel, IReadOnlyList<string> Objectives, string? Description);
