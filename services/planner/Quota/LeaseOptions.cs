namespace CourseGen.Planner.Quota;

/// <summary>How long commands may take. Every duration is an option, so that tests and benchmarks can shorten it.</summary>
public sealed record LeaseOptions
{
    /// <summary>From sending: a worker that gets a command later leaves it.</summary>
    public TimeSpan StartWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After <see cref="StartWithin"/>: no start was announced, so the reservation comes back.</summary>
    public TimeSpan UnstartedGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After <see cref="StartWithin"/>: the longest work has ended, so what is not settled is sent again.</summary>
    public TimeSpan LeaseGrace { get; init; } = TimeSpan.FromSeconds(960);
}
