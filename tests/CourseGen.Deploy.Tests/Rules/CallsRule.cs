using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>What the planner is told of the pods that call the text model is what they are: by it the planner warns when they cannot use the quota.</summary>
static class CallsRule
{
    static readonly (string Name, string Deployment)[] Callers = [("ContentGen", "contentgen"), ("Ppt", "ppt")];

    public static IEnumerable<string> Faults(Cluster cluster)
    {
        var told = Settings.Of(WorkloadOf("planner", cluster), cluster);
        foreach (var (name, deployment) in Callers)
        {
            var caller = WorkloadOf(deployment, cluster);
            var calls = Settings.Of(caller, cluster).GetValueOrDefault("Models__ConcurrentCalls", "");
            foreach (var fault in new[] { Fault($"Quota__Pods__{name}", caller.Owner.Json.Text("spec/replicas")), Fault($"Quota__ConcurrentCalls__{name}", calls) })
                if (fault is not null)
                    yield return fault;

            string? Fault(string setting, string actual) =>
                told.GetValueOrDefault(setting, "") is var said && said == actual ? null : $"Deployment/planner is told {setting}='{said}', but Deployment/{deployment} has '{actual}'";
        }
    }

    static Workload WorkloadOf(string deployment, Cluster cluster) =>
        cluster.Workloads.Single(workload => workload.Owner.Kind == "Deployment" && workload.Owner.Name == deployment);
}
