using System.Text.Json;
using System.Text.Json.Nodes;
using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>Kubernetes' own schemas, from the npm package <c>kubernetes-models</c>, take every object; a field that they do not know is a fault.</summary>
static class SchemaRule
{
    const string Remedy = "install Node.js (Debian: apt-get install nodejs npm)";
    const int Tries = 3; // a download can fail in passing

    static readonly string Folder = Path.Combine(Repository.Root, "tests", "CourseGen.Deploy.Tests", "Schemas");
    static readonly Lazy<Task> Installed = new(Install);

    public static async Task<IEnumerable<string>> Faults(Cluster cluster)
    {
        await Installed.Value;
        var objects = new JsonArray([.. cluster.Objects.Select(item => item.Json.DeepClone())]);
        var faults = await ProgramRun.Output("node", [Path.Combine(Folder, "check.cjs")], Remedy, objects.ToJsonString());
        return JsonSerializer.Deserialize<string[]>(faults)!;
    }

    static async Task Install()
    {
        for (var attempt = 1; !Directory.Exists(Path.Combine(Folder, "node_modules", "kubernetes-models")); attempt++)
        {
            try
            {
                await ProgramRun.Output("npm", ["ci", "--prefix", Folder, "--no-audit", "--no-fund"], Remedy);
            }
            catch (InvalidOperationException) when (attempt < Tries)
            {
            }
        }
    }
}
