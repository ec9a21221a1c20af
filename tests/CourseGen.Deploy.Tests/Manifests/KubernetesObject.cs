using System.Text;
using System.Text.Json.Nodes;

namespace CourseGen.Deploy.Manifests;

/// <summary>One object as it would be sent to a cluster.</summary>
sealed class KubernetesObject(JsonObject json)
{
    public JsonObject Json => json;

    public string Kind => json.Text("kind");

    public string Name => json.Text("metadata/name");

    /// <summary>For example <c>Deployment/planner</c>.</summary>
    public string Title => $"{Kind}/{Name}";

    public string Namespace => json.Text("metadata/namespace");

    /// <summary>A ConfigMap's or Secret's values by key.</summary>
    public IReadOnlyDictionary<string, string> Data => json.Map("data").ToDictionary(entry => entry.Key, entry => Kind == "Secret" ? Decode(entry.Value) : entry.Value)
        .Concat(json.Map("stringData")).ToDictionary(entry => entry.Key, entry => entry.Value);

    static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}

/// <summary>An object that makes pods.</summary>
sealed class Workload(KubernetesObject owner)
{
    public KubernetesObject Owner => owner;

    public string Title => owner.Title;

    public JsonObject Pod => (JsonObject)owner.Json.At("spec/template")!;

    public IReadOnlyDictionary<string, string> Labels => Pod.Map("metadata/labels");

    public IReadOnlyList<JsonNode> Containers => [.. Pod.Each("spec/initContainers"), .. Pod.Each("spec/containers")];

    public bool RunsOn => owner.Kind is "Deployment" or "StatefulSet";

    /// <summary>One of the project's own images, not a server of an overlay.</summary>
    public bool IsOurs => Labels.GetValueOrDefault("app.kubernetes.io/part-of") == "coursegen";
}
