using System.Globalization;
using System.Text.Json.Nodes;
using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>Everything that runs on has limits and probes; every service may be evicted, one pod at a time.</summary>
static class WorkloadRule
{
    static readonly string[] Probes = ["startupProbe", "livenessProbe", "readinessProbe"];
    static readonly string[] Resources = ["cpu", "memory", "ephemeral-storage"];

    public static IEnumerable<string> Faults(Cluster cluster) =>
        cluster.Workloads.SelectMany(workload => workload.Containers.SelectMany(container => ContainerFaults(container, workload)).Select(fault => $"{workload.Title} {fault}"))
            .Concat(cluster.Workloads.Where(workload => workload is { IsOurs: true, RunsOn: true }).SelectMany(workload => EvictionFaults(workload, cluster)))
            .Concat(Repository.Services.Where(service => cluster.Find("Deployment", service) is null).Select(service => $"the service {service} has no Deployment"))
            .Concat(cluster.Objects.Where(item => item.Kind != "Namespace" && item.Namespace != "coursegen").Select(item => $"{item.Title} is not in the namespace"));

    static IEnumerable<string> ContainerFaults(JsonNode container, Workload workload)
    {
        foreach (var side in new[] { "requests", "limits" })
        {
            foreach (var resource in Resources.Where(resource => container.Text($"resources/{side}/{resource}").Length == 0))
                yield return $"has no {resource} in its {side}";
        }
        foreach (var probe in Probes.Where(probe => workload.RunsOn && container.At(probe) is null))
            yield return $"has no {probe}";
    }

    static IEnumerable<string> EvictionFaults(Workload workload, Cluster cluster)
    {
        var budgets = cluster.OfKind("PodDisruptionBudget").Where(budget => budget.Json.At("spec/selector").Selects(workload.Labels)).ToList();
        if (budgets.Count != 1)
            yield return $"{workload.Title} has {budgets.Count} disruption budgets: expected one";
        var replicas = int.Parse(workload.Owner.Json.Text("spec/replicas"), CultureInfo.InvariantCulture);
        foreach (var budget in budgets.Where(budget => budget.Json.Text("spec/maxUnavailable") == "0" || budget.Json.Text("spec/minAvailable") == $"{replicas}"))
            yield return $"{budget.Title} lets no pod of {replicas} go, so no node can be drained";
    }
}
