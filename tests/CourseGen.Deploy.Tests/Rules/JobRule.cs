using CourseGen.Deploy.Manifests;
using CourseGen.Planner;

namespace CourseGen.Deploy.Rules;

/// <summary>Our Jobs ask the planner for what it can do, go on trying while servers come up, and go away, because a Job cannot be changed.</summary>
static class JobRule
{
    static readonly string[] Tasks = [PlannerTask.Migrate, PlannerTask.Topology];

    public static IEnumerable<string> Faults(Cluster cluster)
    {
        var jobs = cluster.Workloads.Where(workload => workload.Owner.Kind == "Job").ToList();
        var asked = jobs.Where(job => job.IsOurs).SelectMany(job => job.Containers[0].Each("args"), (job, argument) => (job.Title, Argument: argument.ToString())).ToList();
        foreach (var (title, argument) in asked.Where(task => !Tasks.Contains(task.Argument)))
            yield return $"{title} asks for {argument}, which the planner does not know";
        foreach (var task in Tasks.Except(asked.Select(job => job.Argument)))
            yield return $"no Job does {task}";
        foreach (var job in jobs.Where(job => job.Owner.Json.At("spec/ttlSecondsAfterFinished") is null))
            yield return $"{job.Title} stays for ever";
        foreach (var job in jobs.Where(job => job.Owner.Json.At("spec/backoffLimit") is null || job.Owner.Json.At("spec/activeDeadlineSeconds") is null))
            yield return $"{job.Title} does not say for how long it is tried";
    }
}
