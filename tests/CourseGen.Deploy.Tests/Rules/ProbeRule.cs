using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>Our probes ask for the routes that the services have, on the port that they listen on.</summary>
static class ProbeRule
{
    public const string Live = "/livez", Ready = "/readyz";

    static readonly Dictionary<string, string> Routes = new() { ["startupProbe"] = Live, ["livenessProbe"] = Live, ["readinessProbe"] = Ready };

    public static IEnumerable<string> Faults(Cluster cluster) =>
        from workload in cluster.Workloads
        where workload is { IsOurs: true, RunsOn: true }
        from route in Routes
        let probe = workload.Containers[0].At($"{route.Key}/httpGet")
        let listens = Settings.Of(workload, cluster).GetValueOrDefault("ASPNETCORE_HTTP_PORTS")
        where probe.Text("path") != route.Value || $"{PortRule.PortOf(workload, probe.Text("port"))}" != listens
        select $"{workload.Title}: the {route.Key} asks {probe.Text("path")} of port '{probe.Text("port")}', the service answers {route.Value} of port {listens}";
}
