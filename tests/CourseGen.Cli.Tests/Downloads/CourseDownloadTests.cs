using CourseGen.Cli.Downloads;
using CourseGen.Contracts;

namespace CourseGen.Cli.Tests.Downloads;

public sealed class CourseDownloadTests : IDisposable
{
    static readonly CourseLocation Location = new("bucket", "course");
    readonly TemporaryFolder _folder = new();
    readonly List<string> _said = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keys_that_lead_out_are_refused_by_name_and_the_rest_is_fetched()
    {
        var store = new HostileStore(Location, "course.json", "../../evil.md", "/evil.md", @"..\evil.md", "C:/evil.md", "lessons/a.md");

        var result = await Download(store);

        result.Refused.ShouldBe(["../../evil.md", "/evil.md", @"..\evil.md", "C:/evil.md"], ignoreOrder: true);
        Files(_folder.Path).ShouldBe(["deep/out/course/course.json", "deep/out/course/lessons/a.md"]);
        _said.Count(line => line.StartsWith("refused: ", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task Control_characters_of_a_key_do_not_reach_the_terminal()
    {
        await Download(new HostileStore(Location, "course.json", "a\u001b[2J.md"));
        _said.ShouldAllBe(line => !line.Any(char.IsControl));
    }

    [Fact]
    public async Task What_is_ours_comes_only_when_asked_for()
    {
        var store = new HostileStore(Location, "course.json", ".coursegen/answers/a/1.json");
        await Download(store);
        Files(_folder.Path).ShouldBe(["deep/out/course/course.json"]);
        await Download(store, own: true);
        Files(_folder.Path).ShouldBe(["deep/out/course/.coursegen/answers/a/1.json", "deep/out/course/course.json"]);
    }

    [Fact]
    public async Task Only_files_that_are_missing_or_others_are_read()
    {
        var store = new HostileStore(Location, "course.json", "plan.json", "lessons/a.md");
        _folder.Write("deep/out/course/course.json", "course.json");
        _folder.Write("deep/out/course/plan.json", "cut o");

        var result = await Download(store);

        (result.Fetched, result.Same, result.Replaced).ShouldBe((2, 1, 1));
        store.Read.ShouldBe(["lessons/a.md", "plan.json"], ignoreOrder: true);
        (await File.ReadAllTextAsync(Path.Combine(_folder.Path, "deep/out/course/plan.json"))).ShouldBe("plan.json");
    }

    [Fact]
    public async Task Folder_markers_are_no_files()
    {
        (await Download(new HostileStore(Location, "", "lessons/", "course.json"))).Refused.ShouldBeEmpty();
        Files(_folder.Path).ShouldBe(["deep/out/course/course.json"]);
    }

    [Fact]
    public async Task A_folder_without_a_course_is_none()
    {
        var failure = await Should.ThrowAsync<CommandException>(() => Download(new HostileStore(Location, "inner/course.json")));
        failure.ExitCode.ShouldBe(ExitCodes.Usage);
        failure.Message.ShouldContain("course in the bucket bucket");
    }

    Task<DownloadResult> Download(HostileStore store, bool own = false) =>
        new CourseDownload(store, Location, Path.Combine(_folder.Path, "deep", "out", "course"), _said.Add).Run(own, CancellationToken.None);

    static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);
}
