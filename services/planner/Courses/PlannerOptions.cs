using CourseGen.Contracts;

namespace CourseGen.Planner.Courses;

/// <summary>The planner's options. Every duration is one, with the design's value as default.</summary>
public sealed record PlannerOptions
{
    /// <summary>Delays before the second, third, … attempt of an item that failed in passing.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; init; } = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(120)];

    /// <summary>Started attempts before an item is a gap.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Times an item may be handed back unfinished before it is a gap.</summary>
    public int Returns { get; init; } = 10;

    /// <summary>Pictures in one command.</summary>
    public int PicturesPerCommand { get; init; } = 50;

    public int MaxLessonsPerBatch { get; init; } = 10;

    /// <summary>Providers and models of a start that names none.</summary>
    public required ModelRef TextModel { get; init; }
    public required ModelRef ImageModel { get; init; }

    /// <summary>From start to end of one command of the kind.</summary>
    public TimeSpan DeadlineOf(WorkKind kind, int lessons) => kind switch
    {
        WorkKind.Plan or WorkKind.Inputs or WorkKind.Manifest => TimeSpan.FromSeconds(60),
        WorkKind.Deck or WorkKind.Infographic => TimeSpan.FromSeconds(600),
        WorkKind.Book or WorkKind.LabGuide => TimeSpan.FromSeconds(300 + lessons),
        _ => TimeSpan.FromSeconds(900),
    };

    /// <summary>Model calls granted to one item: the first, its send-backs and a continuation; a lab plan has three for each ten labs.</summary>
    public static int CallsOf(WorkKind kind, int labs) => kind switch
    {
        WorkKind.Lesson or WorkKind.Slides or WorkKind.Lab => 3,
        WorkKind.Visuals or WorkKind.Image => 2,
        WorkKind.LabPlan => 3 * Math.Max(1, (labs + 9) / 10),
        _ => 0,
    };
}
