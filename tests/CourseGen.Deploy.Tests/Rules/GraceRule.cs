using System.Globalization;
using CourseGen.Contracts;
using CourseGen.Deploy.Manifests;
using CourseGen.Hosting;
using CourseGen.Planner.Courses;
using Microsoft.Extensions.Configuration;

namespace CourseGen.Deploy.Rules;

/// <summary>Kubernetes waits longer than the service's own stop takes, and that is longer than any work: no paid call dies in a rollout.</summary>
static class GraceRule
{
    /// <summary>Lessons of the largest course, by which a book's deadline grows.</summary>
    const int MostLessons = 200;

    static readonly PlannerOptions Planner = new() { TextModel = new("", ""), ImageModel = new("", "") };

    public static TimeSpan LongestWork => Enum.GetValues<WorkKind>().Max(kind => Planner.DeadlineOf(kind, MostLessons));

    public static IEnumerable<string> Faults(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads.Where(workload => workload is { IsOurs: true, RunsOn: true }))
        {
            var text = workload.Pod.Text("spec/terminationGracePeriodSeconds");
            var grace = TimeSpan.FromSeconds(text.Length == 0 ? 30 : int.Parse(text, CultureInfo.InvariantCulture));
            var work = WorkOf(workload, cluster);
            if (grace <= work.ShutdownTimeout)
                yield return $"{workload.Title} is killed after {grace.TotalSeconds} s, but may take {work.ShutdownTimeout.TotalSeconds} s to stop (Work:ShutdownTimeout)";
            if (work.DrainTimeout < LongestWork)
                yield return $"{workload.Title} leaves its work after {work.DrainTimeout.TotalSeconds} s, but work may take {LongestWork.TotalSeconds} s (Work:DrainTimeout)";
        }
    }

    static WorkOptions WorkOf(Workload workload, Cluster cluster)
    {
        var settings = Settings.Of(workload, cluster).Where(setting => setting.Key.StartsWith("Work__", StringComparison.Ordinal));
        return new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)))
            .Build().ReadSettings<WorkOptions>(WorkOptions.Section);
    }
}
