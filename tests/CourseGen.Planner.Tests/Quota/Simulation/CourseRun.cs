using CourseGen.Contracts;
using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Tests.Quota.Simulation;

/// <summary>A course under way.</summary>
sealed class CourseRun(DrawnCourse course, double from)
{
    const int BatchSize = 3;
    readonly SortedSet<int> _lessons = [.. Enumerable.Range(0, course.Lessons)];
    readonly SortedSet<int> _slides = [];
    readonly SortedSet<int> _visuals = [];
    double _end;
    int _left = 3 * course.Lessons;

    public DrawnCourse Course => course;

    public double Served { get; private set; }

    /// <summary>Seconds from its start to its end; infinite while it lasts.</summary>
    public double Seconds => _left > 0 ? double.PositiveInfinity : _end + DrawnCourse.BookAndMergeSeconds - from;

    /// <summary>The longest chain first.</summary>
    public IEnumerable<(WorkKind Kind, IReadOnlyList<string> Items)> Ready() =>
        new[] { (WorkKind.Lesson, _lessons), (WorkKind.Slides, _slides), (WorkKind.Visuals, _visuals) }
            .SelectMany(kind => kind.Item2.Chunk(BatchSize).Select(batch => (kind.Item1, (IReadOnlyList<string>)[.. batch.Select(lesson => $"{lesson}")])));

    public void Take(Reservation reservation)
    {
        var ready = reservation.Kind switch { WorkKind.Lesson => _lessons, WorkKind.Slides => _slides, _ => _visuals };
        ready.ExceptWith(reservation.Items.Select(int.Parse));
    }

    public void Made(DrawnCall call, double now)
    {
        Served += call.Input + (QuotaWorld.Burndown * call.Output);
        _left--;
        _end = Math.Max(_end, now + (call.Kind == WorkKind.Visuals ? DrawnCourse.ImageSeconds : 0));
        if (call.Kind != WorkKind.Lesson)
            return;
        _slides.Add(call.Lesson);
        _visuals.Add(call.Lesson);
    }
}
