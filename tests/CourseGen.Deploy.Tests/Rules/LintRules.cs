using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>Every rule by name. A rule gives its faults as sentences, none when all is well.</summary>
static class LintRules
{
    public static IReadOnlyDictionary<string, Func<Cluster, Task<IEnumerable<string>>>> All { get; } = new Dictionary<string, Func<Cluster, Task<IEnumerable<string>>>>
    {
        ["schema"] = SchemaRule.Faults,
        ["selectors"] = At(SelectorRule.Faults),
        ["ports"] = At(PortRule.Faults),
        ["references"] = At(ReferenceRule.Faults),
        ["settings"] = At(SettingsRule.Faults),
        ["probes"] = At(ProbeRule.Faults),
        ["grace"] = At(GraceRule.Faults),
        ["pods"] = At(PodRule.Faults),
        ["workloads"] = At(WorkloadRule.Faults),
        ["calls"] = At(CallsRule.Faults),
        ["jobs"] = At(JobRule.Faults),
        ["images"] = ImageRule.Faults,
        ["secrets"] = At(SecretRule.Faults),
        ["network"] = At(NetworkRule.Faults),
    };

    static Func<Cluster, Task<IEnumerable<string>>> At(Func<Cluster, IEnumerable<string>> rule) => cluster => Task.FromResult(rule(cluster));
}
