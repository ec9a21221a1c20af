namespace CourseGen.Contracts.Documents;

/// <summary><c>plan.json</c>: all that a revision's work is made of, pinned when the revision starts.</summary>
public sealed record CoursePlan
{
    public required int Revision { get; init; }
    public required string ProjectFolder { get; init; }
    /// <summary>Slug of the course's title, which names the book's files.</summary>
    public required string Slug { get; init; }
    public required string Language { get; init; }
    public required ContentType ContentType { get; init; }
    /// <summary>Sha256 of the outline as received.</summary>
    public required string OutlineSha256 { get; init; }
    public required string Shape { get; init; }
    /// <summary>As asked for, for a repair or a rebuild without a database.</summary>
    public required CourseSettings Settings { get; init; }
    /// <summary>Module numbers made so far: this revision's and, on an equal outline, the earlier ones'.</summary>
    public required IReadOnlyList<int> SelectedModules { get; init; }
    /// <summary>Pinned by stage: <c>lesson</c>, <c>visuals</c>, <c>image</c>, <c>slides</c>, <c>lab_plan</c>, <c>lab</c>.</summary>
    public required IReadOnlyDictionary<WorkKind, ModelRef> Models { get; init; }
    public required IReadOnlyDictionary<WorkKind, string> Prompts { get; init; }
    public required IReadOnlyDictionary<WorkKind, string> Bases { get; init; }
    public required IReadOnlyList<PlannedLesson> Lessons { get; init; }
    public required IReadOnlyList<PlannedLab> Labs { get; init; }
    public required IReadOnlyList<LessonBatch> LessonBatches { get; init; }
    public required IReadOnlyList<DeckBatch> DeckBatches { get; init; }
    public required ExpectedCalls ExpectedCalls { get; init; }
    public required Outline Outline { get; init; }
    public IReadOnlyList<string> Warnings { get; init; } = [];
    /// <summary>Only of a plan that makes the deck of a book: the book's data. Such a plan is at <c>.coursegen/decks/</c>, apart from the revisions.</summary>
    public ArtifactRef? Book { get; init; }
}

/// <summary>A lesson of the selection.</summary>
/// <param name="Number">From 1 through the whole outline, whatever is selected.</param>
/// <param name="Key">Relative to the project folder.</param>
public sealed record PlannedLesson(
    string Id, int Number, int ModuleNumber, int LessonNumber, string Title, string Key, int TargetWords, int TargetSlides, int DeckBatch, string Basis);

/// <summary>A lab of the selection; <c>lesson_number</c> 0 is the module's own.</summary>
public sealed record PlannedLab(string Id, int ModuleNumber, int LessonNumber, string Title, string Key, string Basis);

/// <summary>A cut of the outline's lessons for writing, never across modules.</summary>
/// <param name="BatchIndex">From 1, in the module.</param>
/// <param name="TotalBatches">Of the module.</param>
/// <param name="BatchStartIdx">From 0, in the module.</param>
/// <param name="BatchEndIdx">Exclusive.</param>
public sealed record LessonBatch(int ModuleNumber, int BatchIndex, int TotalBatches, int BatchStartIdx, int BatchEndIdx);

/// <summary>A cut of the outline's lessons for decks; may cross modules.</summary>
/// <param name="BatchIndex">From 0.</param>
/// <param name="LessonStart">From 1, through the course.</param>
/// <param name="LessonEnd">Inclusive.</param>
public sealed record DeckBatch(int BatchIndex, int LessonStart, int LessonEnd, int TotalBatches);

/// <summary>Model calls a course takes when nothing is there yet and nothing is sent back; images are an estimate (one a topic).</summary>
public sealed record ExpectedCalls(int Lessons, int Visuals, int Images, int Slides, int LabPlans, int Labs)
{
    public int Total => Lessons + Visuals + Images + Slides + LabPlans + Labs;
}
