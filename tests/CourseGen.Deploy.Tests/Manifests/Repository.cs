using System.Xml.Linq;

namespace CourseGen.Deploy.Manifests;

/// <summary>The source tree that these tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Kubernetes => Path.Combine(Root, "deploy", "k8s");

    /// <summary>The folders of <c>services/</c>, which are the services' names.</summary>
    public static IReadOnlyList<string> Services { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "services")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    /// <summary>Of this release.</summary>
    public static string Version => XDocument.Load(Path.Combine(Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CourseGen.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException(
            $"No CourseGen.sln above {AppContext.BaseDirectory}: run these tests from within the source tree.");
    }
}
