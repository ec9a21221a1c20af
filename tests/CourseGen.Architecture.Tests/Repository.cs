using System.Xml.Linq;

namespace CourseGen.Architecture;

/// <summary>The source tree that these tests were built from.</summary>
static class Repository
{
    static readonly string[] Built = ["bin", "obj", "out", "TestResults"];

    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Everything with a project file, by the path of its folder.</summary>
    public static IReadOnlyList<Project> Projects { get; } =
        [.. Files("*.csproj").Select(file => new Project(file)).OrderBy(project => project.Folder, StringComparer.Ordinal)];

    /// <summary>C# files by path relative to the root, with slashes.</summary>
    public static IReadOnlyList<Source> Sources { get; } =
        [.. Files("*.cs").Select(file => new Source(Relative(file), File.ReadAllText(file))).OrderBy(source => source.Path, StringComparer.Ordinal)];

    /// <summary>Lines of a file beside these tests, which a person has approved.</summary>
    public static IReadOnlyList<string> Approved(string name) =>
        [.. File.ReadAllLines(Path.Combine(Root, "tests", "CourseGen.Architecture.Tests", name)).Where(line => line.Length > 0)];

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    static IEnumerable<string> Files(string pattern) =>
        new[] { "contracts", "platform", "services", "tools", "tests", "bench" }.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Where(file => !Relative(file).Split('/').Intersect(Built, StringComparer.Ordinal).Any());

    static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CourseGen.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException(
            $"No CourseGen.sln above {AppContext.BaseDirectory}: run these tests from within the source tree.");
    }
}

/// <param name="Path">For example <c>services/planner/PlannerService.cs</c>.</param>
sealed record Source(string Path, string Text)
{
    public IReadOnlyList<string> Lines { get; } = Text.TrimEnd('\n').Split('\n');

    public bool IsIn(params string[] folders) => folders.Any(folder => Path.StartsWith(folder + "/", StringComparison.Ordinal));
}

/// <summary>A project as its file says.</summary>
sealed class Project(string file)
{
    readonly XDocument _xml = XDocument.Load(file);

    /// <summary>For example <c>services/planner</c>.</summary>
    public string Folder { get; } = Repository.Relative(Path.GetDirectoryName(file)!);

    /// <summary>For example <c>services</c>.</summary>
    public string Area => Folder.Split('/')[0];

    public string File => Path.GetFileName(file);

    public IReadOnlyList<string> Packages => [.. Includes("PackageReference")];

    /// <summary>The folders of the projects that it references.</summary>
    public IReadOnlyList<string> References => [.. Includes("ProjectReference").Select(FolderOf)];

    string FolderOf(string reference) =>
        Repository.Relative(Path.GetFullPath(Path.GetDirectoryName(reference.Replace('\\', '/'))!, Path.GetDirectoryName(file)!));

    IEnumerable<string> Includes(string item) => _xml.Descendants(item).Select(element => element.Attribute("Include")!.Value);
}
