using CourseGen.Deploy.Manifests;
using CourseGen.Deploy.Rules;

namespace CourseGen.Deploy;

public sealed class RenderedManifestTests
{
    public static TheoryData<string, string> Checks()
    {
        var checks = new TheoryData<string, string>();
        foreach (var name in Cluster.Names)
        {
            foreach (var rule in LintRules.All.Keys)
                checks.Add(name, rule);
        }
        return checks;
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task A_rendered_kustomization_breaks_no_rule(string kustomization, string rule) =>
        (await LintRules.All[rule](await Cluster.Of(kustomization))).ShouldBeEmpty();
}
