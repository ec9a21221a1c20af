using System.Text.Json;
using CourseGen.Cli.Output;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.Cli.Tests.Output;

public sealed class CourseSummaryTests
{
    static readonly string[] Fields = ["status", "folder", "calls", "reused", "gaps", "tokens", "cost_usd", "seconds", "files", "warnings"];

    static readonly CoursePlace Here = CoursePlace.OnDisk("out/folder");

    static readonly ArtifactRef Manifest = new("course.json", new string('0', 64), 1);

    public static TheoryData<int, string, ICourseMessage> Ends => new()
    {
        { 0, "completed", new CourseCompleted(Guid.Empty, Events.Location, 1, Manifest, Events.Totals()) },
        { 6, "completed_with_gaps", new CourseCompletedWithGaps(Guid.Empty, Events.Location, 1, Manifest, Events.Totals(), 1, []) },
        { 4, "failed", new CourseFailed(Guid.Empty, Events.Location, 1, "No space.", Retryable: true, Events.Totals(), []) },
        { 4, "paused", new CoursePaused(Guid.Empty, Events.Location, 1, "max_hours 1 is reached.", "Raise max_hours and resume.", Events.Totals()) },
        { 130, "cancelled", new CourseCancelled(Guid.Empty, Events.Location, 1, Events.Totals()) },
        { 2, "rejected", new CourseRejected(Guid.Empty, Events.Location, [new("what", "the plan has no 09-09")]) },
        { 3, "rejected", new CourseRejected(Guid.Empty, Events.Location, [new("outline.yaml:3:1", "is wrong")]) },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Every_end_has_its_exit_code_and_status(int exitCode, string status, ICourseMessage end)
    {
        CourseSummary.ExitCodeOf(end).ShouldBe(exitCode);
        CourseSummary.ReportOf(Here, end, manifest: null).Status.ShouldBe(status);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void The_closing_object_has_its_fields_and_a_reason_only_when_there_is_one(int exitCode, string status, ICourseMessage end)
    {
        _ = exitCode;
        var json = JsonSerializer.SerializeToElement(CourseSummary.ReportOf(Here, end, manifest: null), DocumentJson.Options);
        var reason = status is "failed" or "paused" or "rejected" ? (string[])["reason"] : [];
        json.EnumerateObject().Select(property => property.Name).ShouldBe([.. Fields, .. reason], ignoreOrder: true);
    }

    [Fact]
    public void Totals_are_those_of_the_event()
    {
        var report = CourseSummary.ReportOf(Here, new CourseCompleted(Guid.Empty, Events.Location, 1, Manifest, Events.Totals(calls: 9)), manifest: null);
        (report.Folder, report.Calls, report.Reused, report.Tokens, report.CostUsd, report.Seconds).ShouldBe(("out/folder", 9, 2, 34, 0.5m, 1));
    }

    [Theory]
    [InlineData("max_hours 1 is reached.", "--max-hours 1 is reached. What is made is kept; the same command with a higher --max-hours goes on.")]
    [InlineData("max_cost_usd 2 is reached (2.10 spent).", "--max-cost-usd 2 is reached (2.10 spent). What is made is kept; the same command with a higher --max-cost-usd goes on.")]
    [InlineData("The disk is full.", "The disk is full. Make space. What is made is kept; then the same command goes on.")]
    public void A_pause_names_what_to_change(string reason, string said) =>
        FaultText.Of(new CoursePaused(Guid.Empty, Events.Location, 1, reason, "Make space.", Events.Totals()), Here).ShouldBe(said);

    [Theory]
    [InlineData("max_hours 1 is reached.", "--max-hours 1 is reached. What is made is kept; to go on: coursegen resume folder --bucket local --max-hours with a higher limit.")]
    [InlineData("The disk is full.", "The disk is full. Make space. What is made is kept; to go on: coursegen resume folder --bucket local")]
    public void A_pause_on_servers_names_the_command_that_goes_on(string reason, string said) =>
        FaultText.Of(new CoursePaused(Guid.Empty, Events.Location, 1, reason, "Make space.", Events.Totals()), CoursePlace.OnServers(Events.Location)).ShouldBe(said);

    [Fact]
    public void Gaps_are_those_of_the_event_where_no_manifest_is_at_hand()
    {
        var end = new CourseCompletedWithGaps(Guid.Empty, Events.Location, 1, Manifest, Events.Totals(), 1, [new Gap(WorkKind.Lesson, "01-02", "Refused.", "Repair it.")]);
        CourseSummary.ReportOf(CoursePlace.OnServers(Events.Location), end, manifest: null).Gaps.Single().Item.ShouldBe("01-02");
    }

    [Fact]
    public void Faults_name_options_and_places()
    {
        CommandFault[] faults = [new("project_folder", "is bad"), new("max_hours", "is high"), new("outline.yaml:3:1", "is wrong")];
        FaultText.Of(faults).ReplaceLineEndings("\n").ShouldBe("--project: is bad\n--max-hours: is high\noutline.yaml:3:1: is wrong");
    }
}
