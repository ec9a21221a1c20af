namespace CourseGen.Contracts;

/// <summary>What every message has: the course it is about.</summary>
public interface ICourseMessage
{
    Guid CourseId { get; }
}

/// <summary>A kind of work item, one for each stage of the flow.</summary>
public enum WorkKind { Plan, Lesson, Visuals, Image, Slides, LabPlan, Lab, Inputs, DeckBatch, Infographic, Book, LabGuide, Deck, Manifest }

/// <summary>Waiting for what comes before it; ready to send; sent; done; failed after its attempts (a gap); not made because something before it is a gap.</summary>
public enum WorkStatus { Waiting, Ready, Sent, Done, Gap, Skipped }

/// <summary>A reference to bytes in the store.</summary>
/// <param name="Key">Relative to the project folder, for example <c>lessons/module-1-lesson-2-neaps.md</c>.</param>
/// <param name="Sha256">Of the bytes, 64 lower-case hex digits.</param>
public sealed record ArtifactRef(string Key, string Sha256, long Length);

/// <summary>A model as a plan pins it.</summary>
/// <param name="Provider">For example <c>simulated</c>, <c>recorded</c>, <c>bedrock</c>.</param>
public sealed record ModelRef(string Provider, string Model);

/// <summary>What a command may spend: nothing exceeds it. What would is handed back as <see cref="WorkReturned"/>.</summary>
/// <param name="Calls">Model calls for each item; 0: only what is stored already.</param>
/// <param name="MaxTokens">Output tokens of each call.</param>
/// <param name="InputTokens">Reserved for the input of each call, cached or not; null: nothing is limited.</param>
/// <param name="CountInput">The worker counts the input before it calls, because it is known by its sizes alone, and too few such calls were seen.</param>
public sealed record Grant(int Calls, int MaxTokens, long? InputTokens = null, bool CountInput = false);

/// <summary>What every command to a worker carries.</summary>
/// <param name="Plan">The revision's plan, which pins outline, models and prompts.</param>
/// <param name="StartBy">A worker that gets the command later acknowledges it without work.</param>
/// <param name="Deadline">Time from the start to the end of the work, inclusive of the guard before it.</param>
/// <param name="PromptVersion">The pinned version of the stage's prompt; empty where no model is called.</param>
public sealed record WorkOrder(
    CourseLocation Location, int Revision, ArtifactRef? Plan, Guid ReservationId, DateTimeOffset StartBy, TimeSpan Deadline,
    Grant Grant, ModelRef? Model, string PromptVersion);

/// <summary>One item of a command.</summary>
/// <param name="Basis">Hash of what shapes the item apart from the bytes upstream of it; see <c>Fingerprint</c>.</param>
/// <param name="Generation">Raised by the planner alone, when a gap of bad content is redone or <see cref="Force"/> redoes an item.</param>
/// <param name="Force">Replace what is there, even if it was edited by hand.</param>
/// <param name="Requirements">A repair's own wishes for this item, in place of the plan's; already part of the basis.</param>
public sealed record WorkUnit(string Id, int Attempt, string Basis, int Generation, bool Force, string? Requirements = null);

/// <summary>A command to a worker: a batch of items of one kind, under one reservation.</summary>
public interface IWorkCommand : ICourseMessage
{
    WorkOrder Order { get; }
    IReadOnlyList<WorkUnit> Units { get; }
}

/// <summary>The tokens of one model call, or the pictures of one image call. Two are equal that used the same, however long they took.</summary>
public sealed record CallUsage(ModelRef Model, long InputTokens, long OutputTokens, long CacheReadTokens, long CacheWriteTokens, int Pictures)
{
    /// <summary>From the request to the end of the answer, without the wait for a turn; null where nobody measured it.</summary>
    public TimeSpan? Took { get; init; }

    public bool Equals(CallUsage? other) => other is not null && Used == other.Used;

    public override int GetHashCode() => Used.GetHashCode();

    (ModelRef, long, long, long, long, int) Used => (Model, InputTokens, OutputTokens, CacheReadTokens, CacheWriteTokens, Pictures);
}

/// <summary>What every event of an item carries.</summary>
/// <param name="Fingerprint">Of the artifact's making; empty when it could not be computed (an upstream artifact is gone).</param>
/// <param name="Calls">Usage of each call made for the item under this reservation, whichever delivery of the command made it.</param>
/// <param name="Reused">The artifact was there before this command.</param>
public sealed record WorkReceipt(
    int Revision, Guid ReservationId, string Item, int Attempt, int Generation, string Fingerprint, IReadOnlyList<CallUsage> Calls, bool Reused);

/// <summary>An event about one item.</summary>
public interface IWorkEvent : ICourseMessage
{
    WorkReceipt Receipt { get; }
}
