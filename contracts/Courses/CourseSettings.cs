namespace CourseGen.Contracts;

/// <summary>What of the course is made.</summary>
public enum ContentType { Both, Theory, Labs }

/// <summary>The validated options of one start. Fields that are null are decided by the plan (from the outline, or configured).</summary>
public sealed record CourseSettings
{
    /// <summary>Numbers from 1, sorted, distinct; null is all.</summary>
    public IReadOnlyList<int>? Modules { get; init; }
    public ContentType ContentType { get; init; } = ContentType.Both;
    public string? TextProvider { get; init; }
    public string? TextModel { get; init; }
    public string? ImageProvider { get; init; }
    public string? ImageModel { get; init; }
    /// <summary>BCP 47; wins over the outline's.</summary>
    public string? Language { get; init; }
    public string? LessonRequirements { get; init; }
    public string? LabRequirements { get; init; }
    /// <summary>Lessons per content batch (the original's figure).</summary>
    public int BatchSize { get; init; } = 3;
    /// <summary>Lessons per deck batch (the original's figure).</summary>
    public int DeckBatchSize { get; init; } = 6;
    /// <summary>Batches of this course in flight; null: as many as the quota lets through.</summary>
    public int? MaxConcurrency { get; init; }
    public int Priority { get; init; } = 5;
    public decimal? MaxCostUsd { get; init; }
    public double MaxHours { get; init; } = 24;
    public string Style { get; init; } = "professional";
    /// <summary>The customer's own deck template, kept under its hash in the project folder; its file name is the key's last segment. Null: the style's.</summary>
    public ArtifactRef? DeckTemplate { get; init; }
    public int? SlidesPerLesson { get; init; }
    public int? MaxImages { get; init; }
    public bool AutoCombine { get; init; } = true;
    public bool BuildDeck { get; init; } = true;
    public IReadOnlyList<string> BookFormats { get; init; } = ["md", "json", "html"];
    public bool LabsInBook { get; init; } = true;
    public bool Refresh { get; init; }
}
