using System.Text.RegularExpressions;
using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>No secret in plain text: the base makes no Secret, and nothing but Secrets holds a password.</summary>
static partial class SecretRule
{
    public static IEnumerable<string> Faults(Cluster cluster) =>
        cluster.OfKind("Secret").Where(_ => cluster.Name == "base").Select(secret => $"{secret.Title} is in the base, which every overlay gets")
            .Concat(cluster.Objects.Where(item => item.Kind != "Secret" && item.Json.Texts().Any(Password().IsMatch)).Select(item => $"{item.Title} holds a password"))
            .Concat(from workload in cluster.Workloads
                    from container in workload.Containers
                    from variable in container.Each("env")
                    where variable.At("value") is not null && SecretName().IsMatch(variable.Text("name"))
                    select $"{workload.Title} holds {variable.Text("name")} in plain text");

    [GeneratedRegex("://[^/@:]*:[^/@]+@|password=.", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Password();

    [GeneratedRegex("(PASS|PASSWORD|SECRET|SECRET_ACCESS_KEY|ACCESS_KEY_ID|TOKEN|API_?KEY)$|^ConnectionStrings__", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();
}
