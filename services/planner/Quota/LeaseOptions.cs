using System.ComponentModel.DataAnnotations;
using CourseGen.Planner.Courses;

namespace CourseGen.Planner.Quota;

/// <summary>How long commands may take (configuration <c>Leases__…</c>). Every duration is an option, so that tests and benchmarks can shorten it.</summary>
public sealed record LeaseOptions
{
    /// <summary>From sending: a worker that gets a command later leaves it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan StartWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After <see cref="StartWithin"/>: no start was announced, so the reservation comes back.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan UnstartedGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After <see cref="StartWithin"/>: the longest work has ended, so what is not settled is sent again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LeaseGrace { get; init; } = TimeSpan.FromSeconds(960);

    /// <summary>A lease must outlast the work under it, else work is sent again while somebody still does it.</summary>
    /// <returns>What does not hold; empty when all does.</returns>
    public IReadOnlyList<string> FaultsWith(PlannerOptions planner)
    {
        (string Key, TimeSpan Value)[] deadlines =
        [
            (nameof(planner.WorkDeadline), planner.WorkDeadline), (nameof(planner.MergeDeadline), planner.MergeDeadline), (nameof(planner.BookDeadline), planner.BookDeadline),
        ];
        return
        [
            .. LeaseGrace < UnstartedGrace
                ? (IEnumerable<string>)[$"Leases:{nameof(LeaseGrace)} is {LeaseGrace}; expected at least Leases:{nameof(UnstartedGrace)} ({UnstartedGrace})."]
                : [],
            .. deadlines.Where(deadline => deadline.Value > LeaseGrace)
                .Select(deadline => $"Leases:{nameof(LeaseGrace)} is {LeaseGrace}; expected at least Planner:{deadline.Key} ({deadline.Value})."),
        ];
    }
}
