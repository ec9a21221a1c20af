using System.Text.Json.Nodes;
using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>Selectors select: a workload's its own pods and nobody else's, all others at least one workload's.</summary>
static class SelectorRule
{
    public static IEnumerable<string> Faults(Cluster cluster) =>
        cluster.Workloads.SelectMany(workload => OwnFaults(workload, cluster))
            .Concat(Others(cluster).Where(other => !cluster.Workloads.Any(workload => other.Selector.Selects(workload.Labels)))
                .Select(other => $"{other.Title} selects no pod"))
            .Concat(cluster.OfKind("Service").Where(service => !cluster.Workloads.Any(workload => workload.SelectedBy(service)))
                .Select(service => $"{service.Title} selects no pod"))
            .Concat(cluster.OfKind("NetworkPolicy").SelectMany(policy => StrayNames(policy, cluster)));

    static IEnumerable<string> OwnFaults(Workload workload, Cluster cluster)
    {
        foreach (var spread in workload.Pod.Each("spec/topologySpreadConstraints").Where(spread => !spread.At("labelSelector").Selects(workload.Labels)))
            yield return $"{workload.Title} spreads over {spread.Text("topologyKey")} pods that are not its own";
        if (!workload.RunsOn)
            yield break;
        var selector = workload.Owner.Json.At("spec/selector");
        if (!selector.Selects(workload.Labels) || selector.Map("matchLabels").Count == 0)
            yield return $"{workload.Title} does not select its own pods";
        foreach (var other in cluster.Workloads.Where(other => other.Title != workload.Title && selector.Selects(other.Labels)))
            yield return $"{workload.Title} selects the pods of {other.Title}";
    }

    static IEnumerable<(string Title, JsonNode? Selector)> Others(Cluster cluster)
    {
        foreach (var budget in cluster.OfKind("PodDisruptionBudget"))
            yield return (budget.Title, budget.Json.At("spec/selector"));
        foreach (var policy in cluster.OfKind("NetworkPolicy"))
        {
            yield return (policy.Title, policy.Json.At("spec/podSelector"));
            foreach (var peer in Peers(policy).Where(peer => peer.At("podSelector") is not null && peer.At("namespaceSelector") is null))
                yield return ($"{policy.Title}, a peer,", peer.At("podSelector"));
        }
    }

    static IEnumerable<JsonNode> Peers(KubernetesObject policy) =>
        policy.Json.Each("spec/ingress").SelectMany(rule => rule.Each("from")).Concat(policy.Json.Each("spec/egress").SelectMany(rule => rule.Each("to")));

    /// <summary>A policy that lists workloads by name lists those that are there.</summary>
    static IEnumerable<string> StrayNames(KubernetesObject policy, Cluster cluster) =>
        from selector in Peers(policy).Select(peer => peer.At("podSelector")).Append(policy.Json.At("spec/podSelector"))
        from expression in selector.Each("matchExpressions")
        from value in expression.Each("values").Select(value => value.ToString())
        where !cluster.Workloads.Any(workload => workload.Labels.GetValueOrDefault(expression.Text("key")) == value)
        select $"{policy.Title} lists '{value}', which is no pod's {expression.Text("key")}";
}
