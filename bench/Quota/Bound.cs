using CourseGen.Contracts;

namespace CourseGen.Bench.Quota;

/// <param name="Input">Tokens.</param>
/// <param name="CacheWrite">Tokens.</param>
/// <param name="Output">Tokens.</param>
/// <param name="TokensPerSecond">After the first.</param>
sealed record BoundCall(WorkKind Kind, string Lesson, long Input, long CacheWrite, long Output, TimeSpan FirstToken, double TokensPerSecond)
{
    public TimeSpan Duration => FirstToken + TimeSpan.FromSeconds(Output / TokensPerSecond);

    /// <summary>Tokens that the finished call has taken from the quota.</summary>
    public double Settled(double burndown) => Input + CacheWrite + (burndown * Output);
}

/// <summary>What a lesson is made of; its visuals and its slides both begin when it is written.</summary>
sealed record LessonCalls(BoundCall Lesson, BoundCall Visuals, BoundCall Slides, TimeSpan Picture)
{
    public IEnumerable<BoundCall> All => [Lesson, Visuals, Slides];

    /// <summary>The longer of its two chains.</summary>
    public TimeSpan Chain => Lesson.Duration + Longer(Visuals.Duration + Picture, Slides.Duration);

    static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <param name="TokensPerMinute">Refill.</param>
/// <param name="Burst">Tokens in the bucket at the start.</param>
/// <param name="RequestsPerMinute">Null: any number.</param>
/// <param name="Burndown">Quota tokens of one output token.</param>
sealed record Limits(double TokensPerMinute, double Burst, double Burndown, double? RequestsPerMinute = null);

/// <summary>
/// The shortest time in which anybody could make the course: as long as its longest chain of calls, and no sooner than the quota has
/// given what its calls cost, of which a full bucket is there at the start. From the first call to the last answer.
/// </summary>
/// <param name="Demand">Quota tokens of all its calls, settled.</param>
sealed record Bound(TimeSpan CriticalPath, TimeSpan Quota, double Demand)
{
    public TimeSpan Least => CriticalPath > Quota ? CriticalPath : Quota;

    /// <param name="after">What follows the last chain: building the book, merging the deck.</param>
    public static Bound Of(IReadOnlyList<LessonCalls> lessons, Limits limits, TimeSpan after = default)
    {
        var calls = lessons.SelectMany(lesson => lesson.All).ToList();
        var demand = calls.Sum(call => call.Settled(limits.Burndown));
        var tokens = Math.Max(0, demand - limits.Burst) / limits.TokensPerMinute;
        var requests = limits.RequestsPerMinute is { } rpm ? Math.Max(0, calls.Count - rpm) / rpm : 0;
        return new Bound(lessons.Max(lesson => lesson.Chain) + after, TimeSpan.FromMinutes(Math.Max(tokens, requests)), demand);
    }

    /// <summary>Calls of this kind in flight at a time that use the quota up.</summary>
    public static double IdealConcurrency(BoundCall call, Limits limits) =>
        limits.TokensPerMinute * call.Duration.TotalMinutes / call.Settled(limits.Burndown);
}
