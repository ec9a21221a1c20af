namespace CourseGen.Contracts;

/// <summary>A worker has begun a command: its lease runs from here, and its items' attempts count.</summary>
public sealed record WorkStarted(Guid CourseId, Guid ReservationId) : ICourseMessage;

/// <summary>Why an item failed, and so what happens next.</summary>
public enum FailureKind
{
    /// <summary>Passing: timed out, cut off, unavailable. Tried again after a delay, three started attempts in all.</summary>
    Transient,
    /// <summary>The model's answer stayed unusable, or it refused. A gap; a repair asks anew.</summary>
    BadContent,
    /// <summary>Nothing stored, and the grant allows no call (a rebuild), or the recorded answer is missing. A gap.</summary>
    Missing,
    /// <summary>Something upstream that the item is made of is gone from the store. A gap.</summary>
    UpstreamMissing,
    /// <summary>Credentials, endpoint, quota, disk: nothing will succeed until a person changes something. The course pauses.</summary>
    Configuration,
}

/// <param name="Reason">One sentence naming the thing and the place; no stack trace, prompt or secret.</param>
/// <param name="Remedy">One sentence saying what to do.</param>
public sealed record WorkFailure(FailureKind Kind, string Reason, string Remedy);

/// <summary>An expected failure of one item.</summary>
public sealed record WorkFailed(Guid CourseId, WorkKind Kind, WorkReceipt Receipt, WorkFailure Failure) : IWorkEvent;

/// <summary>An item handed back unfinished because its grant or its time was used up; it needs a new reservation, and is no failed attempt.</summary>
/// <param name="CountedInput">Tokens of the call's input as its model counts them, where they are more than granted and so nothing was called.</param>
public sealed record WorkReturned(Guid CourseId, WorkKind Kind, WorkReceipt Receipt, string Reason, long? CountedInput = null) : IWorkEvent;

/// <summary>A provider throttled a call; the ledger's belief of the quota shrinks.</summary>
public sealed record ModelThrottled(Guid CourseId, ModelRef Model) : ICourseMessage;

/// <summary>A lesson or a lab as the plan names it, for the work items.</summary>
/// <param name="Batch">Content batch through the course, from 1 (0 for a lab).</param>
/// <param name="DeckBatch">Deck batch from 1 (0 for a lab).</param>
/// <param name="Basis">See <see cref="WorkUnit"/>.</param>
public sealed record PlannedItem(string Id, int Batch, int DeckBatch, string Basis);

/// <summary>What the store's manifest remembers of items that are alike, used where the saga has no rows of them.</summary>
/// <param name="Generation">Of their next making.</param>
/// <param name="Requirements">A repair's wishes, which stay with the items.</param>
public sealed record RememberedItems(WorkKind Kind, IReadOnlyList<string> Items, int Generation, string? Requirements);

/// <summary>The plan is stored.</summary>
/// <param name="Bases">The basis of the kinds whose items are not planned one by one.</param>
/// <param name="Models">The pinned model of each kind that calls one.</param>
/// <param name="Prompts">The pinned prompt version of each kind that calls a model.</param>
public sealed record CoursePlanned(
    Guid CourseId, WorkReceipt Receipt, ArtifactRef Plan, string Title, string Language, ContentType ContentType,
    IReadOnlyList<PlannedItem> Lessons, IReadOnlyList<PlannedItem> Labs,
    IReadOnlyDictionary<WorkKind, string> Bases, IReadOnlyDictionary<WorkKind, ModelRef> Models, IReadOnlyDictionary<WorkKind, string> Prompts,
    IReadOnlyList<RememberedItems> Remembered, IReadOnlyList<string> Warnings) : IWorkEvent;

public sealed record LessonWritten(Guid CourseId, WorkReceipt Receipt, ArtifactRef Lesson, int Words, int Visuals) : IWorkEvent;

/// <summary>One planned visual: its id and its prompt file.</summary>
public sealed record PlannedVisual(string Id, ArtifactRef Prompt, bool CallsModel);

public sealed record VisualsPlanned(Guid CourseId, WorkReceipt Receipt, IReadOnlyList<PlannedVisual> Visuals) : IWorkEvent;

/// <summary>One picture of <see cref="ImagesRendered"/>: drawn, or failed.</summary>
public sealed record RenderedPicture(WorkReceipt Receipt, ArtifactRef? Image, WorkFailure? Failure);

/// <summary>Counts of one <see cref="ImagesRendered"/>; <c>success_rate</c> as the original wrote it, for example <c>98.8%</c>.</summary>
public sealed record ImageStatistics(int TotalRequested, int TotalProcessed, int Successful, int Failed, int Skipped, string SuccessRate);

public sealed record FailedImage(string Id, string Error);

/// <summary>The pictures of one lesson that a command asked for are through.</summary>
/// <param name="StatusCode">200, or 207 when any failed.</param>
public sealed record ImagesRendered(
    Guid CourseId, string Lesson, IReadOnlyList<RenderedPicture> Pictures, int StatusCode, ImageStatistics Statistics, IReadOnlyList<FailedImage> FailedDetails) : ICourseMessage;

/// <param name="Derived">True when the model's answers stayed invalid and the slides come from the lesson's own headings.</param>
public sealed record SlidesPlanned(Guid CourseId, WorkReceipt Receipt, ArtifactRef Slides, int SlideCount, bool Derived) : IWorkEvent;

public sealed record LabsPlanned(Guid CourseId, WorkReceipt Receipt, ArtifactRef LabPlan) : IWorkEvent;

public sealed record LabWritten(Guid CourseId, WorkReceipt Receipt, ArtifactRef Lab) : IWorkEvent;

public sealed record InputsWritten(Guid CourseId, WorkReceipt Receipt, ArtifactRef Inputs) : IWorkEvent;

/// <summary>What a batch at its deadline says of itself.</summary>
public sealed record DeckBatchInfo(int NextLessonStart, int LessonsRemaining, string TimeoutReason);

public sealed record DeckBatchBuilt(Guid CourseId, WorkReceipt Receipt, ArtifactRef Deck, ArtifactRef Structure, int SlideCount, DeckBatchInfo? BatchInfo) : IWorkEvent;

public sealed record InfographicBuilt(Guid CourseId, WorkReceipt Receipt, ArtifactRef Structure, ArtifactRef Page) : IWorkEvent;

public sealed record BookBuilt(Guid CourseId, WorkReceipt Receipt, IReadOnlyList<ArtifactRef> Books) : IWorkEvent;

public sealed record LabGuideBuilt(Guid CourseId, WorkReceipt Receipt, IReadOnlyList<ArtifactRef> Books) : IWorkEvent;

/// <summary>Also the result of <see cref="MergeDeck"/>: <c>statusCode</c> 200, <c>ppt_s3_key</c>, <c>total_slides</c>, <c>total_batches</c>.</summary>
/// <param name="Quality">What the checks found in it.</param>
public sealed record DeckMerged(Guid CourseId, WorkReceipt Receipt, ArtifactRef Deck, int TotalSlides, int TotalBatches, ArtifactRef? Quality = null) : IWorkEvent;

public sealed record ManifestWritten(Guid CourseId, WorkReceipt Receipt, ArtifactRef Manifest) : IWorkEvent;
