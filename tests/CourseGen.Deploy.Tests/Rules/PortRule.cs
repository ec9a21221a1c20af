using System.Globalization;
using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>Every port that a Service, a probe or a policy names is one that the container declares.</summary>
static class PortRule
{
    static readonly string[] Probes = ["startupProbe", "livenessProbe", "readinessProbe"];

    public static IEnumerable<string> Faults(Cluster cluster) =>
        cluster.OfKind("Service").SelectMany(service => ServiceFaults(service, cluster))
            .Concat(cluster.Workloads.SelectMany(ProbeFaults))
            .Concat(cluster.OfKind("NetworkPolicy").SelectMany(policy => PolicyFaults(policy, cluster)));

    /// <returns>Null when the pod has no such port.</returns>
    public static int? PortOf(Workload workload, string nameOrNumber) =>
        workload.Containers.SelectMany(container => container.Each("ports"))
            .Where(port => port.Text("name") == nameOrNumber || port.Text("containerPort") == nameOrNumber)
            .Select(port => (int?)int.Parse(port.Text("containerPort"), CultureInfo.InvariantCulture)).FirstOrDefault();

    static IEnumerable<string> ServiceFaults(KubernetesObject service, Cluster cluster) =>
        from port in service.Json.Each("spec/ports")
        let target = port.At("targetPort") is null ? port.Text("port") : port.Text("targetPort")
        from workload in cluster.Workloads.Where(workload => workload.SelectedBy(service))
        where PortOf(workload, target) is null
        select $"{service.Title} sends port {port.Text("port")} to '{target}', which {workload.Title} does not have";

    static IEnumerable<string> ProbeFaults(Workload workload) =>
        from container in workload.Containers
        from probe in Probes
        from way in new[] { "httpGet", "tcpSocket" }
        let port = container.At($"{probe}/{way}") is null ? null : container.Text($"{probe}/{way}/port")
        where port is not null && !container.Each("ports").Any(known => known.Text("name") == port || known.Text("containerPort") == port)
        select $"{workload.Title}: the {probe} asks port '{port}', which {container.Text("name")} does not have";

    static IEnumerable<string> PolicyFaults(KubernetesObject policy, Cluster cluster) =>
        from rule in policy.Json.Each("spec/ingress")
        from port in rule.Each("ports")
        from workload in cluster.Workloads.Where(workload => policy.Json.At("spec/podSelector").Selects(workload.Labels))
        where PortOf(workload, port.Text("port")) is null
        select $"{policy.Title} opens port {port.Text("port")}, which {workload.Title} does not have";
}
