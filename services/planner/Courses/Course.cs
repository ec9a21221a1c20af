using CourseGen.Contracts;
using CourseGen.Planner.Decks;
using CourseGen.Sagas;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>Why the course's work is being done, which decides what stages it has and whether models may be called.</summary>
public enum CourseMode
{
    Full,
    /// <summary>The book again, from what is stored; no model call.</summary>
    Book,
    /// <summary>The merged deck, from what is stored; no model call.</summary>
    Merge,
    /// <summary>The deck of a book that is stored: slide plans may call a model, nothing else does.</summary>
    Deck,
}

/// <summary>The saga of one course: state, revision and settings. What is to do and done is in its work items.</summary>
public sealed class Course : SagaStateMachineInstance, IRow<Course>
{
    public Guid CorrelationId { get; set; }
    public string CurrentState { get; set; } = "";
    public string Bucket { get; private set; } = "";
    public string Folder { get; private set; } = "";
    public CourseLocation Location
    {
        get => new(Bucket, Folder);
        set => (Bucket, Folder) = (value.Bucket, value.Folder);
    }

    /// <summary>From 1.</summary>
    public int Revision { get; set; }
    /// <summary>The revision before this one, whose pins go on; 0 for none.</summary>
    public int Previous { get; set; }
    public string Shape { get; set; } = "";
    public CourseSettings Settings { get; set; } = new();
    /// <summary>Or a book's data, see <see cref="IsOfBook"/>.</summary>
    public ArtifactRef? Outline { get; set; }
    /// <summary>Its work is the deck of a book: lessons and pictures are what the store has.</summary>
    public bool IsOfBook => DeckPlans.IsBook(Outline);
    public CourseMode Mode { get; set; }
    /// <summary>Set while a repair goes on.</summary>
    public RepairScope? Repair { get; set; }
    /// <summary>The decks to merge instead of the plan's.</summary>
    public IReadOnlyList<string> DeckKeys { get; set; } = [];
    /// <summary>The one further start that may wait for this revision to end.</summary>
    public CourseRequested? Next { get; set; }

    public ArtifactRef? Plan { get; set; }
    public string Title { get; set; } = "";
    public ContentType ContentType { get; set; }
    public int LessonCount { get; set; }
    public int LabCount { get; set; }
    public IReadOnlyDictionary<WorkKind, string> Bases { get; set; } = new Dictionary<WorkKind, string>();
    public IReadOnlyDictionary<WorkKind, ModelRef> Models { get; set; } = new Dictionary<WorkKind, ModelRef>();
    public IReadOnlyDictionary<WorkKind, string> Prompts { get; set; } = new Dictionary<WorkKind, string>();
    /// <summary>What is known of items that have no row yet.</summary>
    public IReadOnlyList<RememberedItems> Remembered { get; set; } = [];

    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset Deadline { get; set; }
    public string? PauseReason { get; set; }
    public string? PauseRemedy { get; set; }
    public int Calls { get; set; }
    public int Reused { get; set; }
    public long InputTokens { get; set; }
    public long OutputTokens { get; set; }
    public decimal CostUsd { get; set; }

    public CourseTotals TotalsAt(DateTimeOffset now) =>
        new(Calls, Reused, InputTokens, OutputTokens, CostUsd, Math.Round((now - StartedAt).TotalSeconds, 1));

    object IRow<Course>.Key => CorrelationId;
    Guid IRow<Course>.Partition => CorrelationId;
    Course IRow<Course>.Copy() => (Course)MemberwiseClone();
}
