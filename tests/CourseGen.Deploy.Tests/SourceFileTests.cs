using CourseGen.Deploy.Manifests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CourseGen.Deploy;

/// <summary>The files as people write them; what is in them is checked as rendered.</summary>
public sealed class SourceFileTests
{
    static readonly string[] Words = ["y", "n", "yes", "no", "on", "off"];

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Repository.Kubernetes, "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Words_that_older_YAML_takes_for_a_truth_value_are_quoted(string file) =>
        PlainWords(await File.ReadAllTextAsync(Path.Combine(Repository.Root, file))).ShouldBeEmpty();

    [Fact]
    public void A_plain_yes_is_found() => PlainWords("a: yes\nb: \"no\"\nc: [on]").ShouldBe(["line 1: yes", "line 3: on"]);

    [Fact]
    public async Task The_base_is_of_this_release()
    {
        var images = (await Cluster.Of("base")).Workloads.SelectMany(workload => workload.Containers).Select(container => container.Text("image"));

        images.ShouldAllBe(image => image.EndsWith($":{Repository.Version}"), $"Directory.Build.props says {Repository.Version}: change the tags in deploy/k8s/base with it");
    }

    static IEnumerable<string> PlainWords(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        while (parser.MoveNext())
        {
            if (parser.Current is Scalar { Style: ScalarStyle.Plain } scalar && Words.Contains(scalar.Value, StringComparer.OrdinalIgnoreCase))
                yield return $"line {scalar.Start.Line}: {scalar.Value}";
        }
    }
}
