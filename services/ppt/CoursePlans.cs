using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.Ppt;

/// <summary>Reads what a command refers to.</summary>
static class CoursePlans
{
    /// <exception cref="WorkException">The command names no plan.</exception>
    /// <exception cref="ArtifactMissingException">The plan is gone.</exception>
    internal static Task<CoursePlan> ReadPlan(this IArtifactStore store, WorkOrder order, CancellationToken token) => order.Plan is { } plan
        ? store.ReadDocument<CoursePlan>(order.Location, plan.Key, token)
        : throw new WorkException(FailureKind.UpstreamMissing, "The command names no plan.", "Start the course again.");

    /// <exception cref="WorkException">The plan has no such lesson.</exception>
    internal static PlannedLesson Lesson(this CoursePlan plan, string id) =>
        plan.Lessons.FirstOrDefault(lesson => lesson.Id == id)
        ?? throw new WorkException(FailureKind.UpstreamMissing, $"The plan has no lesson {id}.", "Start the course again, so that its plan is made anew.");

    internal static bool IsSimulated(this CoursePlan plan) => plan.Models.GetValueOrDefault(WorkKind.Lesson)?.Provider == "simulated";
}
