using System.Text.Json.Nodes;

namespace CourseGen.Deploy.Manifests;

/// <summary>All objects that one kustomization renders, and the secrets that are expected to be there already.</summary>
/// <param name="External">The example of the secrets, whose names and keys are what the base expects.</param>
sealed record Cluster(string Name, IReadOnlyList<KubernetesObject> Objects, IReadOnlyList<KubernetesObject> External)
{
    static readonly Dictionary<string, Lazy<Task<string>>> Rendered = new()
    {
        ["base"] = new(() => Render("base")),
        ["overlays/dev"] = new(() => Render("overlays/dev")),
    };

    public static IEnumerable<string> Names => Rendered.Keys;

    /// <param name="name">The kustomization's folder in <c>deploy/k8s</c>.</param>
    public static async Task<Cluster> Of(string name) =>
        new(name, Read(await Rendered[name].Value), Read(await File.ReadAllTextAsync(Path.Combine(Repository.Kubernetes, "base", "secrets.example.yaml"))));

    /// <summary>False for the base: where servers and models are, each overlay says.</summary>
    public bool IsComplete => Name != "base";

    public IReadOnlyList<Workload> Workloads =>
        [.. Objects.Where(candidate => candidate.Json.At("spec/template/spec") is not null).Select(owner => new Workload(owner))];

    public IEnumerable<KubernetesObject> OfKind(string kind) => Objects.Where(candidate => candidate.Kind == kind);

    public KubernetesObject? Find(string kind, string name) => OfKind(kind).FirstOrDefault(candidate => candidate.Name == name);

    /// <summary>What a reference to a Secret means: the cluster's own, else one that a person creates.</summary>
    public KubernetesObject? FindSecret(string name) => Find("Secret", name) ?? External.FirstOrDefault(secret => secret.Name == name);

    /// <summary>A copy with one value changed; a value of null takes the field away, an empty path the object.</summary>
    public Cluster With(string title, string path, string? value)
    {
        var objects = Objects.Select(original => new KubernetesObject((JsonObject)original.Json.DeepClone())).ToList();
        var changed = objects.Single(candidate => WithoutHash(candidate) == title);
        if (path.Length == 0)
            objects.Remove(changed);
        else
            changed.Json.Set(path, value is null ? null : JsonNode.Parse(value));
        return this with { Objects = objects };
    }

    /// <summary>kustomize ends a generated ConfigMap's name with a hash of ten letters.</summary>
    static string WithoutHash(KubernetesObject candidate) => candidate.Kind == "ConfigMap" ? candidate.Title[..^11] : candidate.Title;

    static IReadOnlyList<KubernetesObject> Read(string yaml) => [.. YamlDocuments.Parse(yaml).Select(json => new KubernetesObject(json))];

    static Task<string> Render(string name) => ProgramRun.Output(
        "kubectl", ["kustomize", Path.Combine(Repository.Kubernetes, name)], "install it (Debian: apt-get install kubernetes-client)");
}
