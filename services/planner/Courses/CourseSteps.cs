using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>What the verbs of the saga share: its services, its totals, its manifest's item.</summary>
static class CourseSteps
{
    public static T Service<T>(this BehaviorContext<Course> context) where T : class => context.GetServiceOrCreateInstance<T>();

    public static CourseTotals Totals(this BehaviorContext<Course> context) => context.Saga.TotalsAt(context.Service<TimeProvider>().GetUtcNow());

    public static Task<WorkItem?> Manifest(this BehaviorContext<Course> context) =>
        context.Service<IWorkItems>().Find(context.Saga.CorrelationId, WorkKind.Manifest, WorkItemIds.Manifest, context.CancellationToken);

    /// <returns>False when there is none to write yet, because the course has no plan.</returns>
    public static async Task<bool> SendManifest(this BehaviorContext<Course> context)
    {
        if (await context.Manifest() is not { } manifest)
            return false;
        manifest.Attempts = 0;
        await context.Service<WorkDispatch>().Send(context, manifest);
        return true;
    }

    /// <returns>False when it is still to be written; it may be sent then.</returns>
    public static async Task<bool> IsManifestWritten(this BehaviorContext<Course> context)
    {
        var manifest = await context.Manifest();
        if (manifest is { Status: WorkStatus.Waiting })
            manifest.Status = WorkStatus.Ready;
        return manifest is null or { IsFinished: true };
    }
}
