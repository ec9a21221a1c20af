using CourseGen.Cli.Commands;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.Cli.Tests.Commands;

public sealed class CourseFolderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_without_a_plan_is_a_usage_fault()
    {
        var fault = await Should.ThrowAsync<CommandException>(CourseFolder.Read(_folder.Path, CancellationToken.None));
        (fault.ExitCode, fault.Message).ShouldBe((2, $"{_folder.Path}: there is no plan.json in it; give the folder of a course that generate made."));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_plan_that_is_none_is_refused_with_where_to_restore_it_from(string json)
    {
        _folder.Write("course/plan.json", json);
        var fault = await Should.ThrowAsync<CommandException>(CourseFolder.Read(Path.Combine(_folder.Path, "course"), CancellationToken.None));
        fault.ExitCode.ShouldBe(3);
        fault.Message.ShouldContain(".coursegen/revisions/");
    }

    [Fact]
    public async Task A_course_in_nested_segments_is_found_with_its_root()
    {
        Write("a/b", Plans.Of("a/b"));
        var course = await CourseFolder.Read(Path.Combine(_folder.Path, "a", "b") + "/", CancellationToken.None);
        (course.Root, course.ProjectFolder).ShouldBe((_folder.Path, "a/b"));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("x-course")]
    public async Task A_renamed_folder_is_refused_with_its_old_name(string renamed)
    {
        Write(renamed, Plans.Of("course"));
        var fault = await Should.ThrowAsync<CommandException>(CourseFolder.Read(Path.Combine(_folder.Path, renamed), CancellationToken.None));
        fault.ExitCode.ShouldBe(3);
        fault.Message.ShouldContain("in a folder named course");
    }

    [Fact]
    public async Task A_plan_with_a_provider_of_another_version_is_refused()
    {
        var plan = Plans.Of("course");
        Write("course", plan with { Models = plan.Models.ToDictionary(pair => pair.Key, _ => new ModelRef("vertex", "m")) });
        var course = await CourseFolder.Read(Path.Combine(_folder.Path, "course"), CancellationToken.None);
        var fault = Should.Throw<CommandException>(() => course.Answers(asked: null));
        fault.ExitCode.ShouldBe(2);
        fault.Message.ShouldContain("'vertex'; this version has recorded, simulated");
    }

    [Fact]
    public async Task A_simulated_course_needs_no_recorded_answers()
    {
        Write("course", Plans.Of("course"));
        (await CourseFolder.Read(Path.Combine(_folder.Path, "course"), CancellationToken.None)).Answers(asked: null).ShouldBeNull();
    }

    void Write(string folder, CoursePlan plan) => _folder.Write($"{folder}/plan.json", System.Text.Encoding.UTF8.GetString(DocumentJson.Write(plan)));
}
