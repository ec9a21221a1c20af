using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>Tells those who watch how far a stage of a module is.</summary>
sealed class CourseProgress(IWorkItems items)
{
    static readonly IReadOnlyList<WorkStatus> Missing = [WorkStatus.Gap, WorkStatus.Skipped];

    public async Task Announce(BehaviorContext<Course> context, WorkItem item)
    {
        var (course, token) = (context.Saga, context.CancellationToken);
        var cell = new WorkQuery { Kinds = [item.Kind], Module = item.Module };
        var counts = await items.Count(course.CorrelationId, cell, token);
        var (done, missing) = (counts.GetValueOrDefault(WorkStatus.Done), Missing.Sum(status => counts.GetValueOrDefault(status)));
        await context.Publish(new CourseProgressed(
            course.CorrelationId, course.Revision, item.Kind, item.Module, item.Id, item.Status, counts.Values.Sum(), done, missing, context.Totals()), token);
    }

    /// <summary>One word for each stage of each module.</summary>
    public async Task AnnounceAll(BehaviorContext<Course> context)
    {
        var all = await items.Where(context.Saga.CorrelationId, new WorkQuery(), context.CancellationToken);
        foreach (var item in all.DistinctBy(item => (item.Kind, item.Module)))
            await Announce(context, item);
    }
}
