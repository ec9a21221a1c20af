using System.ComponentModel.DataAnnotations;
using CourseGen.Contracts;

namespace CourseGen.Planner.Courses;

/// <summary>The planner's options (configuration <c>Planner__…</c>). Every duration is one, with the design's value as default.</summary>
public sealed record PlannerOptions
{
    static readonly IReadOnlyList<TimeSpan> DesignDelays = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(120)];

    /// <summary>Delays before the second, third, … attempt of an item that failed in passing; empty: 5, 30 and 120 s.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; init; } = [];

    /// <summary>Started attempts before an item is a gap.</summary>
    [Range(1, 20)]
    public int Attempts { get; init; } = 3;

    /// <summary>Times an item may be handed back unfinished before it is a gap.</summary>
    [Range(0, 1000)]
    public int Returns { get; init; } = 10;

    /// <summary>Pictures in one command.</summary>
    [Range(1, 50)]
    public int PicturesPerCommand { get; init; } = 50;

    [Range(1, 200)]
    public int MaxLessonsPerBatch { get; init; } = 10;

    /// <summary>Providers and models of a start that names none.</summary>
    public required ModelRef TextModel { get; init; }
    public required ModelRef ImageModel { get; init; }

    /// <summary>Events of the saga that one planner handles at a time, which is its prefetch too.</summary>
    [Range(1, 256)]
    public int SagaConcurrency { get; init; } = 16;

    /// <summary>From start to end of one command: a plan, inputs, a manifest.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan PlanDeadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A lesson, visuals, pictures, slides, a lab plan, a lab, a deck batch.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan WorkDeadline { get; init; } = TimeSpan.FromSeconds(900);

    /// <summary>The merged deck, the infographic.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan MergeDeadline { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>The book, the lab guide; and for each lesson <see cref="BookDeadlinePerLesson"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan BookDeadline { get; init; } = TimeSpan.FromSeconds(300);
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan BookDeadlinePerLesson { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an entry tries a store that cannot be used before the command has failed (product.md: 60 s), and how long between two tries.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan StorePatience { get; init; } = TimeSpan.FromSeconds(60);
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan StoreRetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The clocks of planners and database may differ by this.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The sweeper looks for courses that are due at least this often, because other planners make some due too.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A course whose waiting work fits its quota and that asked in vain is woken again after this, then ever more seldom.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan FitSpacing { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often this planner and the others tell each other what they learned of model calls.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan LearningInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A course that is still due is woken again after this, no sooner.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan WakeAgainAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A course that is under way and has handled no event for so long is looked at: whether something of it was left lying.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan StalledAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one wake-up may take to be published: a broker that is down takes none and does not say so.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan WakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A starting planner waits so long for its database to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan DatabasePatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long history, and reservations after their lease, are kept; and how often old ones are deleted.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan HistoryRetention { get; init; } = TimeSpan.FromDays(90);
    [Range(typeof(TimeSpan), "00:01:00", "3650.00:00:00")]
    public TimeSpan ReservationRetention { get; init; } = TimeSpan.FromDays(90);
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RetentionInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>From start to end of one command of the kind.</summary>
    public TimeSpan DeadlineOf(WorkKind kind, int lessons) => kind switch
    {
        WorkKind.Plan or WorkKind.Inputs or WorkKind.Manifest => PlanDeadline,
        WorkKind.Deck or WorkKind.Infographic => MergeDeadline,
        WorkKind.Book or WorkKind.LabGuide => BookDeadline + (lessons * BookDeadlinePerLesson),
        _ => WorkDeadline,
    };

    /// <param name="attempt">From 1, the one that failed.</param>
    public TimeSpan DelayAfter(int attempt)
    {
        var delays = RetryDelays.Count > 0 ? RetryDelays : DesignDelays;
        return delays[Math.Clamp(attempt, 1, delays.Count) - 1];
    }

    /// <summary>Model calls granted to one item: the first, its send-backs and a continuation; a lab plan has three for each ten labs.</summary>
    public static int CallsOf(WorkKind kind, int labs) => kind switch
    {
        WorkKind.Lesson or WorkKind.Slides or WorkKind.Lab => 3,
        WorkKind.Visuals or WorkKind.Image => 2,
        WorkKind.LabPlan => 3 * Math.Max(1, (labs + 9) / 10),
        _ => 0,
    };
}
