using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>Everything is denied at first; names resolve, and the addresses in a workload's settings can be reached, at both ends.</summary>
static partial class NetworkRule
{
    const int Dns = 53;

    public static IEnumerable<string> Faults(Cluster cluster) =>
        cluster.Workloads.SelectMany(workload => Faults(workload, cluster).Select(fault => $"{workload.Title} {fault}"));

    static IEnumerable<string> Faults(Workload workload, Cluster cluster)
    {
        var policies = Policies(workload, cluster);
        foreach (var direction in new[] { "Ingress", "Egress" }.Where(direction => !policies.Any(policy => Denies(policy, direction))))
            yield return $"is denied no {direction}";
        if (!policies.Any(policy => Opens(policy, "egress", Dns, null)))
            yield return "cannot resolve names";
        foreach (var (host, port) in Settings.Of(workload, cluster).Values.SelectMany(Addresses).Distinct())
        {
            foreach (var fault in Reach(workload, policies, host, port, cluster))
                yield return fault;
        }
    }

    static IEnumerable<string> Reach(Workload workload, IReadOnlyList<KubernetesObject> policies, string host, int port, Cluster cluster)
    {
        if (cluster.Find("Service", host) is not { } service)
        {
            if (!host.Contains('.', StringComparison.Ordinal))
                yield return $"is to reach {host}, which is no Service here";
            else if (!policies.Any(policy => Opens(policy, "egress", port, null)))
                yield return $"may not reach port {port} of {host}";
            yield break;
        }
        var entry = service.Json.Each("spec/ports").FirstOrDefault(known => known.Text("port") == $"{port}");
        var server = cluster.Workloads.First(candidate => candidate.SelectedBy(service));
        if (entry is null || PortRule.PortOf(server, entry.Text("targetPort")) is not { } target)
            yield return $"is to reach port {port} of {host}, which the Service does not have";
        else if (!policies.Any(policy => Opens(policy, "egress", target, server)))
            yield return $"may not reach port {target} of {host}";
        else if (!Policies(server, cluster).Any(policy => Opens(policy, "ingress", target, workload)))
            yield return $"is not let in at port {target} of {host}";
    }

    static IReadOnlyList<KubernetesObject> Policies(Workload workload, Cluster cluster) =>
        [.. cluster.OfKind("NetworkPolicy").Where(policy => policy.Json.At("spec/podSelector").Selects(workload.Labels))];

    static bool Denies(KubernetesObject policy, string direction) => policy.Json.Each("spec/policyTypes").Any(type => type.ToString() == direction);

    /// <param name="peer">The other end; null for one outside of the cluster.</param>
    static bool Opens(KubernetesObject policy, string direction, int port, Workload? peer) =>
        policy.Json.Each($"spec/{direction}").Any(rule =>
            rule.Each("ports").Any(open => open.Text("port") == $"{port}")
            && (rule.At(direction == "egress" ? "to" : "from") is not JsonArray peers || peers.Any(known => Is(known, peer))));

    static bool Is(JsonNode? known, Workload? peer) =>
        known.At("ipBlock") is not null || (peer is null ? known.At("namespaceSelector") is not null : known.At("namespaceSelector") is null && known.At("podSelector").Selects(peer.Labels));

    /// <summary>Of URIs and of Npgsql's connection strings.</summary>
    static IEnumerable<(string Host, int Port)> Addresses(string value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Host.Length > 0)
            yield return (uri.Host, uri.Port > 0 ? uri.Port : uri.Scheme == "amqps" ? 5671 : 5672);
        if (Npgsql().Match(value) is { Success: true } match)
            yield return (match.Groups["host"].Value, int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("Host=(?<host>[^;]+);Port=(?<port>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Npgsql();
}
