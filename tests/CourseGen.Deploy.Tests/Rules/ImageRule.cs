using System.Text.Json;
using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>Images have a fixed tag; ours are those that the projects publish, for the user and the port that they are published for.</summary>
static class ImageRule
{
    static readonly Lazy<Task<IReadOnlyList<PublishedImage>>> Published = new(async () => await Task.WhenAll(Repository.Services.Select(Publish)));

    static readonly Lazy<IReadOnlyList<string>> Servers = new(() =>
        [.. YamlDocuments.Parse(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "compose.yaml")))[0]["services"]!.AsObject().Select(server => server.Value.Text("image"))]);

    public static async Task<IEnumerable<string>> Faults(Cluster cluster)
    {
        var published = await Published.Value;
        return from workload in cluster.Workloads
               from container in workload.Containers
               from fault in Faults(workload, container.Text("image"), published).Distinct()
               select $"{workload.Title}: {fault}";
    }

    static IEnumerable<string> Faults(Workload workload, string image, IReadOnlyList<PublishedImage> published)
    {
        var (name, tag) = image.LastIndexOf(':') is var colon and > 0 ? (image[..colon], image[(colon + 1)..]) : (image, "");
        if (tag is "" or "latest")
            yield return $"the image {image} has no tag of its own";
        if (!workload.IsOurs)
        {
            if (!Servers.Value.Contains(image))
                yield return $"the image {image} is none of deploy/compose.yaml's, so the two run different servers";
            yield break;
        }
        if (published.FirstOrDefault(known => known.Name == name) is not { } own)
            yield return $"no project publishes the image {name}";
        else if (own.User != workload.Pod.Text("spec/securityContext/runAsUser"))
            yield return $"runs as another user than {name} is made for, which is {own.User}";
        else if (workload.RunsOn && name != $"coursegen/{workload.Owner.Name}")
            yield return $"runs the image of another service, {name}";
    }

    static async Task<PublishedImage> Publish(string service)
    {
        var project = Directory.GetFiles(Path.Combine(Repository.Root, "services", service), "*.csproj").Single();
        var json = await ProgramRun.Output(
            "dotnet", ["msbuild", project, "-nologo", "-nodeReuse:false", "-getProperty:ContainerRepository", "-getProperty:ContainerUser"], "install the .NET SDK");
        var properties = JsonDocument.Parse(json).RootElement.GetProperty("Properties");
        return new(properties.GetProperty("ContainerRepository").GetString()!, properties.GetProperty("ContainerUser").GetString()!);
    }

    sealed record PublishedImage(string Name, string User);
}
