using CourseGen.Cli.Output;
using CourseGen.Contracts;
using Spectre.Console;

namespace CourseGen.Cli.Tests.Output;

public sealed class ProgressTests
{
    readonly ProgressTable _progress = new();

    [Fact]
    public void Stages_are_counted_by_module_and_over_all()
    {
        See(Events.Progressed(1, WorkKind.Lesson, 1, 3), Events.Progressed(2, WorkKind.Lesson, 2, 3, gaps: 1), Events.Progressed(1, WorkKind.Lesson, 2, 3));
        _progress[1, WorkKind.Lesson].ShouldBe((3, 2, 0));
        _progress[null, WorkKind.Lesson].ShouldBe((6, 4, 1));
        _progress[1, WorkKind.Lab].ShouldBe((0, 0, 0));
        _progress.Modules.ShouldBe([1, 2]);
    }

    [Fact]
    public void The_courses_own_work_is_no_module()
    {
        See(Events.Progressed(0, WorkKind.Book, 1, 1));
        _progress.Modules.ShouldBeEmpty();
        _progress[null, WorkKind.Book].ShouldBe((1, 1, 0));
    }

    [Fact]
    public void Totals_of_an_event_that_comes_late_do_not_go_back()
    {
        See(Events.Progressed(1, WorkKind.Lesson, 2, 3, seconds: 5), Events.Progressed(2, WorkKind.Lesson, 1, 3, seconds: 4));
        _progress.Totals.Calls.ShouldBe(5);
    }

    [Fact]
    public void Thirty_modules_on_24_lines_fit_and_the_unfinished_ones_show()
    {
        See([.. Enumerable.Range(1, 30).Select(module => Events.Progressed(module, WorkKind.Lesson, module < 9 ? 3 : 1, 3))]);
        var lines = Render(width: 80, height: 24);
        lines.Count.ShouldBeLessThan(24);
        lines.ShouldAllBe(line => line.Length <= 80);
        lines.ShouldContain(line => line.StartsWith("│ 9 "));
        lines.ShouldContain(line => line.StartsWith("│ all 30 ") && line.Contains("46/90"));
        lines.ShouldNotContain(line => line.StartsWith("│ 8 "));
    }

    [Fact]
    public void When_all_is_through_modules_with_gaps_still_show()
    {
        See([.. Enumerable.Range(1, 30).Select(module => Events.Progressed(module, WorkKind.Lesson, module == 7 ? 2 : 3, 3, gaps: module == 7 ? 1 : 0))]);
        ProgressView.Shown(_progress, rows: 14).ShouldBe([7]);
        Render(80, 24).ShouldContain(line => line.StartsWith("│ 7 ") && line.Contains("2/3 1 missing"));
    }

    [Fact]
    public void A_small_course_shows_every_module_and_the_courses_own_stages_and_totals()
    {
        See(new CourseStarted(Guid.Empty, Events.Location, 1, "A [b] title", []),
            Events.Progressed(1, WorkKind.Lesson, 3, 3), Events.Progressed(2, WorkKind.Lesson, 3, 3), Events.Progressed(0, WorkKind.Book, 0, 1));
        var lines = Render(120, 45);
        lines[0].ShouldBe("A [b] title");
        lines.Count(line => line.StartsWith("│ 1 ", StringComparison.Ordinal) || line.StartsWith("│ 2 ", StringComparison.Ordinal)).ShouldBe(2);
        lines.ShouldContain("book 0/1");
        lines[^1].ShouldBe("7 s · 1 calls, 2 reused · 0.0 k tokens · 0.50 USD");
    }

    [Fact]
    public void Plain_lines_say_when_a_stage_is_through_and_what_is_missing()
    {
        using var writer = new StringWriter();
        var lines = new PlainLines(writer);
        lines.Show(new CourseStarted(Guid.Empty, Events.Location, 2, "T", ["no labs"]));
        lines.Show(Events.Progressed(1, WorkKind.Lesson, 1, 3));
        lines.Show(Events.Progressed(1, WorkKind.Lesson, 2, 3, gaps: 1, status: WorkStatus.Gap, item: "01-03"));
        lines.Show(Events.Progressed(0, WorkKind.LabPlan, 1, 1));
        lines.Show(Events.Progressed(0, WorkKind.Manifest, 1, 1));
        writer.ToString().ReplaceLineEndings("\n").ShouldBe(
            "started: T, revision 2\nnote: no labs\nmissing: lesson 01-03\n[   1.0 s] module 1: lessons 2/3, 1 missing\n[   1.0 s] lab plan 1/1\n");
    }

    void See(params ICourseMessage[] events)
    {
        foreach (var message in events)
            _progress.See(message);
    }

    List<string> Render(int width, int height)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        (console.Profile.Width, console.Profile.Height, console.Profile.Capabilities.Unicode) = (width, height, true);
        console.Write(ProgressView.Of(_progress, TimeSpan.FromSeconds(7), width, height));
        return [.. writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd())];
    }
}
