using System.Text;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.EndToEnd.Tests;

/// <summary>Bad input gets one clear message and its exit code; no stack trace, nothing half-written.</summary>
public sealed class BadInputTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> InvalidOutlines => new()
    {
        { "empty", "" },
        { "binary", "\0\u0001\u0002PK" },
        { "invalid YAML", "course: [" },
        { "a wrong type", "course: {title: T, modules: 3}" },
        { "a misspelt field", Course("modules:\n    - title: M\n      lesons: [{title: L}]") },
        { "no lessons", Course("modules:\n    - title: M\n      lessons: []") },
        { "201 lessons", Course("modules:\n    - title: M\n      lessons:\n" + string.Concat(Enumerable.Range(1, 201).Select(n => $"        - title: L{n}\n"))) },
        { "20,000 nested brackets", new string('[', 20_000) },
        { "an alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ncourse: *c" },
        { "a path in a title", Course("modules:\n    - title: ../../etc\n      lessons: [{title: L}]") },
        { "a control character in a title", Course("modules:\n    - title: \"a\\u0007b\"\n      lessons: [{title: L}]") },
        { "a title of 201 characters", Course($"modules:\n    - title: {new string('x', 201)}\n      lessons: [{{title: L}}]") },
        { "the same lesson twice", Course("modules:\n    - title: M\n      lessons: [{title: L}, {title: L}]") },
        { "an ill-formed language", Course("language: e_\n  modules:\n    - title: M\n      lessons: [{title: L}]") },
    };

    [Theory]
    [MemberData(nameof(InvalidOutlines))]
    public async Task An_outline_with_a_fault_is_refused(string fault, string yaml)
    {
        var outline = await _folder.Write("course/outline.yaml", yaml);
        foreach (var command in (string[])["generate", "validate", "plan"])
        {
            var result = await CoursegenProgram.Run([command, outline, .. command == "generate" ? ["--out", _folder["out"]] : Array.Empty<string>()]);
            result.Exit.ShouldBe(3, $"{command} with {fault}: {result}");
            result.Errors.ShouldContain($"{outline}:");
            AssertClean(result);
        }
        Directory.Exists(_folder["out"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_missing_outline_is_a_usage_fault()
    {
        var result = await CoursegenProgram.Run("generate", _folder["nothing.yaml"], "--out", _folder["out"]);
        result.Exit.ShouldBe(2);
        result.Errors.ShouldContain("there is no such file");
        AssertClean(result);
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/abs")]
    [InlineData("a/b/c/d")]
    [InlineData("-x")]
    [InlineData("a b")]
    public async Task A_bad_project_folder_is_refused(string folder)
    {
        var result = await CoursegenProgram.Run("generate", CoursegenProgram.Sample("harbour-tides"), "--out", _folder["out"], $"--project={folder}");
        result.Exit.ShouldBe(2, result.ToString());
        AssertClean(result);
        Directory.Exists(_folder["out"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_inside_another_course_is_refused()
    {
        var outline = await _folder.Write("course/outline.yaml", OneLesson("T"));
        (await CoursegenProgram.Run("generate", outline, "--out", _folder["out"], "--project", "outer")).Exit.ShouldBe(0);
        var result = await CoursegenProgram.Run("generate", outline, "--out", _folder["out"], "--project", "outer/inner");
        result.Exit.ShouldBe(2, result.ToString());
        result.Errors.ShouldContain("inside the course outer");
        AssertClean(result);
        Directory.Exists(_folder["out", "outer", "inner"]).ShouldBeFalse();
    }

    [Fact]
    public async Task An_output_below_a_file_is_refused()
    {
        var file = await _folder.Write("file", "x");
        var result = await CoursegenProgram.Run("generate", CoursegenProgram.Sample("harbour-tides"), "--out", Path.Combine(file, "out"));
        result.Exit.ShouldBe(4, result.ToString());
        AssertClean(result);
    }

    [FactAsRoot]
    public async Task A_full_disk_is_said_once_and_leaves_no_half_file()
    {
        using var disk = new MemoryDisk("size=1m");
        var result = await CoursegenProgram.Run("generate", CoursegenProgram.Sample("harbour-tides"), "--out", disk.Path);
        result.Exit.ShouldBe(4, result.ToString());
        result.Errors.Split('\n').Count(line => line.Contains("the disk is full", StringComparison.Ordinal)).ShouldBe(1, result.ToString());
        AssertNoTrace(result);

        var course = Path.Combine(disk.Path, "harbour-tides");
        Directory.EnumerateFiles(Path.Combine(course, ".coursegen", "tmp")).ShouldBeEmpty();
        using var store = new FolderStore(disk.Path, "local");
        foreach (var file in ((string[])["lessons", "labguide", "images", "slides"]).Select(folder => Path.Combine(course, folder)).Where(Directory.Exists).SelectMany(Directory.GetFiles))
            (await store.Find(new CourseLocation("local", "harbour-tides"), Path.GetRelativePath(course, file), default))!.EditedByHand.ShouldBeFalse(file);
    }

    [Fact]
    public async Task Emoji_right_to_left_text_long_titles_and_equal_titles_in_two_modules_are_fine()
    {
        var yaml = Course($"""
            modules:
                - title: "🚀 Start"
                  lessons: [{"{"}title: Same{"}"}, {"{"}title: "مقدمة في البيانات"{"}"}]
                - title: {new string('y', 200)}
                  lessons: [{"{"}title: Same{"}"}, {"{"}title: "{new string('z', 200)}"{"}"}]
            """);
        var result = await CoursegenProgram.Run("generate", await _folder.Write("course/outline.yaml", yaml), "--out", _folder["out"]);
        result.Exit.ShouldBe(0, result.ToString());
        Directory.GetFiles(_folder["out", "course", "lessons"]).Length.ShouldBe(4);
    }

    [Fact]
    public async Task An_unknown_option_is_a_usage_fault()
    {
        var result = await CoursegenProgram.Run("generate", CoursegenProgram.Sample("harbour-tides"), "--colour", "red");
        result.Exit.ShouldBe(2);
        AssertClean(result);
    }

    static void AssertClean(ProgramResult result)
    {
        AssertNoTrace(result);
        result.Output.ShouldBeEmpty();
    }

    static void AssertNoTrace(ProgramResult result)
    {
        result.Errors.ShouldNotContain("   at ");
        result.Errors.ShouldNotContain("Unhandled");
    }

    static string Course(string rest) => $"course:\n  title: T\n  {rest}\n";

    internal static string OneLesson(string title) => new StringBuilder()
        .AppendLine("course:").AppendLine($"  title: {title}").AppendLine("  modules:").AppendLine("    - title: M").AppendLine("      lessons: [{title: L, topics: [One, Two]}]").ToString();
}
