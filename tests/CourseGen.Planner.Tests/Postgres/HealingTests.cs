using CourseGen.Contracts;
using CourseGen.Planner.Tests.Courses;

namespace CourseGen.Planner.Tests.Postgres;

/// <summary>What was left lying in the database is mended by a wake-up of the course.</summary>
public sealed class HealingTests
{
    [Theory]
    [InlineData("UPDATE reservations SET closed = true")]
    [InlineData("UPDATE work_items SET status = 'Ready', reservation_id = NULL WHERE status = 'Sent'; UPDATE reservations SET closed = true")]
    [InlineData("UPDATE work_items SET status = 'Waiting', reservation_id = NULL WHERE status = 'Sent'; UPDATE reservations SET closed = true")]
    public async Task Work_that_nobody_will_speak_of_is_sent_again_by_the_sweep(string damage)
    {
        await using var bed = await CourseBed.Start(persistence: Persistence.Postgres);
        bed.Script.Let(Act.StayUnstarted, WorkKind.Slides, times: 1);
        await bed.StartCourse(OutlineYaml.Of([1]));
        await bed.Command<PlanSlides>("01-01");
        await bed.OnlyUnderWay(WorkKind.Slides);
        await bed.Database!.Execute(damage);
        await bed.Passes(TimeSpan.FromSeconds(59));
        bed.Workers.Sent<PlanSlides>().ShouldHaveSingleItem();
        await bed.Passes(TimeSpan.FromSeconds(2));
        await bed.Command<PlanSlides>("01-01", 2);
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task A_course_with_nothing_unfinished_and_no_end_ends()
    {
        await using var bed = await CourseBed.Start(persistence: Persistence.Postgres);
        await bed.Make(OutlineYaml.Of([1]));
        await bed.Database!.Execute("UPDATE courses SET state = 'Running'");
        await bed.Passes(TimeSpan.FromSeconds(61));
        (await bed.End(2)).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task Every_event_leaves_its_entry_in_the_history()
    {
        await using var bed = await CourseBed.Start(persistence: Persistence.Postgres);
        bed.Script.Let(Act.Fail, WorkKind.Slides, "01-01", FailureKind.BadContent);
        await bed.Make(OutlineYaml.Of([1]));
        var entries = await bed.History(after: 0, count: 500);
        entries[0].Event.ShouldBe("CourseRequested");
        entries.ShouldContain(entry => entry.Event == "LessonWritten" && entry.Item == "01-01" && entry.Status == WorkStatus.Done && entry.Attempt == 1 && entry.Revision == 1);
        var failed = entries.Single(entry => entry.Event == "WorkFailed");
        (failed.Kind, failed.Status, failed.Text).ShouldBe((WorkKind.Slides, WorkStatus.Gap, "Slides 01-01 failed. Do something."));
        var paged = new List<long>();
        while (await bed.History(paged.LastOrDefault(), count: 3) is { Count: > 0 } page)
            paged.AddRange(page.Select(entry => entry.Id));
        paged.ShouldBe(entries.Select(entry => entry.Id));
    }
}
