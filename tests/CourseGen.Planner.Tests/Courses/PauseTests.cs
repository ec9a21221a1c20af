using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Courses;

public abstract class PauseTests(Persistence persistence) : CourseSpecs(persistence)
{
    static readonly string Yaml = OutlineYaml.Of([3, 3]);

    [Fact]
    public async Task A_model_that_has_ended_since_its_start_was_taken_pauses_the_course()
    {
        await using var bed = await Start();
        var yaml = Encoding.UTF8.GetBytes(OutlineYaml.Of([1]));
        await bed.Store.PutBytes(CourseBed.Location, "received.yaml", yaml, PutCondition.Always, CancellationToken.None);
        var settings = new CourseSettings { TextModel = CourseBed.EndedModel };
        var outline = new ArtifactRef("received.yaml", Fingerprint.Sha256(yaml), yaml.Length);
        await bed.Publish(new CourseRequested(CourseBed.Id, CourseBed.Location, outline, settings, "shape", null));
        var paused = await bed.Event<CoursePaused>();
        (paused.Reason, paused.Remedy).ShouldBe(
            ("gone-1 on fake reached its end of life on 2020-01-01.", "Set text_model to fake-1, or another model."));
    }

    [Fact]
    public async Task A_configuration_failure_pauses_the_course_and_resume_goes_on_without_an_attempt_lost()
    {
        await using var bed = await Start();
        var broken = bed.Script.Let(Act.Fail, WorkKind.Visuals, failure: FailureKind.Configuration);
        await bed.StartCourse(Yaml);
        var paused = await bed.Event<CoursePaused>();
        paused.Reason.ShouldStartWith("Visuals");
        paused.Remedy.ShouldBe("Do something.");
        (await bed.Manifest()).Status.ShouldBe("paused");
        await bed.Quiet();
        broken.Release();
        (await bed.Redo(new ResumeCourse { ProjectFolder = "tides" })).ShouldBeOfType<CourseCompleted>();
        bed.Workers.Sent<PlanVisuals>().SelectMany(command => command.Units).ShouldAllBe(unit => unit.Attempt == 1);
    }

    [Fact]
    public async Task A_cost_limit_pauses_the_course_and_a_higher_one_goes_on()
    {
        await using var bed = await Start();
        await bed.StartCourse(Yaml, start => start with { MaxCostUsd = 4 });
        (await bed.Event<CoursePaused>()).Reason.ShouldContain("max_cost_usd 4 is reached");
        await bed.Quiet();
        bed.Events.Of<CoursePaused>().Count.ShouldBe(1);
        (await bed.Redo(new ResumeCourse { ProjectFolder = "tides", MaxCostUsd = 1000 })).ShouldBeOfType<CourseCompleted>().Totals.CostUsd.ShouldBe(30);
    }

    [Fact]
    public async Task A_cost_limit_reached_by_the_last_call_holds_up_nothing_that_is_free()
    {
        await using var bed = await Start();
        (await bed.Make(OutlineYaml.Of([1]), start => start with { MaxCostUsd = 5 })).ShouldBeOfType<CourseCompleted>().Totals.CostUsd.ShouldBe(5);
    }

    [Fact]
    public async Task A_limit_of_hours_pauses_the_course_and_a_higher_one_goes_on()
    {
        await using var bed = await Start();
        var slow = bed.Script.Let(Act.Hold, WorkKind.Book);
        await bed.StartCourse(Yaml, start => start with { MaxHours = 0.05 });
        await bed.Command<WriteBook>("book");
        await bed.Passes(TimeSpan.FromMinutes(3));
        (await bed.Event<CoursePaused>()).Reason.ShouldBe("max_hours 0.05 is reached.");
        slow.Release();
        await bed.Until(() => bed.Items(WorkKind.Book)[0].Status == WorkStatus.Done);
        (await bed.Redo(new ResumeCourse { ProjectFolder = "tides", MaxHours = 1 })).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task A_paused_course_sends_nothing_more_and_says_so_once_with_its_manifest_written()
    {
        await using var bed = await Start();
        var slow = bed.Script.Let(Act.Hold, WorkKind.Lesson, "01-01");
        await bed.StartCourse(Yaml);
        await bed.Command<WriteLessons>("01-01");
        await bed.Publish(new PauseCourse { ProjectFolder = "tides" });
        await bed.Event<CoursePaused>();
        slow.Release();
        await bed.Quiet();
        bed.Workers.ItemsOf<PlanSlides>().ShouldNotContain("01-01");
        (await bed.Manifest()).Status.ShouldBe("paused");
        (await bed.Redo(new ResumeCourse { ProjectFolder = "tides" })).ShouldBeOfType<CourseCompleted>();
        bed.Events.Of<CoursePaused>().Count.ShouldBe(1);
        (await bed.Manifest()).Status.ShouldBe("completed");
    }

    [Fact]
    public async Task A_course_that_is_paused_when_nothing_is_left_but_its_manifest_ends_when_it_is_resumed()
    {
        await using var bed = await Start();
        var slow = bed.Script.Let(Act.Hold, WorkKind.Book);
        await bed.StartCourse(Yaml);
        await bed.Command<WriteBook>("book");
        await bed.Publish(new PauseCourse { ProjectFolder = "tides" });
        await bed.Event<CoursePaused>();
        slow.Release();
        await bed.Quiet();
        (await bed.Redo(new ResumeCourse { ProjectFolder = "tides" })).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task Time_that_passes_in_a_pause_wakes_nobody()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.Fail, WorkKind.Slides, "01-01", times: 1);
        var slow = bed.Script.Let(Act.Hold, WorkKind.Book);
        await bed.StartCourse(Yaml);
        await bed.Until(() => bed.Items(WorkKind.Slides).Any(slides => slides.DueAt is not null) && bed.Workers.Sent<WriteBook>().Count == 1);
        await bed.Publish(new PauseCourse { ProjectFolder = "tides" });
        await bed.Event<CoursePaused>();
        slow.Release();
        await bed.Quiet();
        await bed.Passes(TimeSpan.FromMinutes(5));
        bed.Workers.ItemsOf<PlanSlides>().Count(item => item == "01-01").ShouldBe(1);
        (await bed.Redo(new ResumeCourse { ProjectFolder = "tides" })).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task A_cancelled_course_keeps_what_is_made_and_an_equal_start_goes_on_from_there()
    {
        await using var bed = await Start();
        var slow = bed.Script.Let(Act.Hold, WorkKind.Lesson, "02-01");
        await bed.StartCourse(Yaml);
        await bed.Until(() => bed.Items(WorkKind.Lesson).Count(lesson => lesson.Status == WorkStatus.Done) == 5);
        await bed.Publish(new CancelCourse { ProjectFolder = "tides" });
        await bed.Event<CourseCancelled>();
        await bed.Until(() => bed.Store.Find(CourseBed.Location, ArtifactKeys.Manifest, CancellationToken.None).GetAwaiter().GetResult() is not null);
        (await bed.Manifest()).Status.ShouldBe("cancelled");
        (await bed.Manifest()).Counts.Lessons.ShouldBe(new MadeCount(6, 5, 0));
        slow.Release();
        (await bed.Make(Yaml)).ShouldBeOfType<CourseCompleted>();
        bed.Artifacts.Payments.Values.ShouldAllBe(times => times == 1);
        bed.Course.Revision.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_further_start_waits_a_newer_one_takes_its_place_and_it_begins_after_the_end_or_cancel(bool cancelled)
    {
        await using var bed = await Start();
        var slow = bed.Script.Let(Act.Hold, WorkKind.Lesson, "01-01");
        await bed.StartCourse(Yaml);
        await bed.Command<WriteLessons>("01-01");
        await bed.StartCourse(Yaml, start => start with { LessonRequirements = "Second" });
        await bed.Until(() => bed.Course.Next is not null);
        await bed.StartCourse(Yaml, start => start with { LessonRequirements = "Third" });
        await bed.Until(() => bed.Course.Next?.Settings.LessonRequirements == "Third");
        if (cancelled)
            await bed.Publish(new CancelCourse { ProjectFolder = "tides" });
        else
            slow.Release();
        await bed.End(1);
        slow.Release();
        (await bed.End(2)).ShouldBeOfType<CourseCompleted>().Revision.ShouldBe(2);
        (await bed.Plan(2)).Settings.LessonRequirements.ShouldBe("Third");
        bed.Artifacts.Payment(WorkKind.Lesson, "02-03").ShouldBe(2);
    }
}

public sealed class PauseInMemoryTests() : PauseTests(Persistence.Memory);

public sealed class PauseOnPostgresTests() : PauseTests(Persistence.Postgres);
