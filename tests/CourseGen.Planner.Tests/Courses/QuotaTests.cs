using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Planner.Tests.Courses;

/// <summary>Courses whose model has a quota.</summary>
public abstract class QuotaTests(Persistence persistence) : CourseSpecs(persistence)
{
    static readonly string Yaml = OutlineYaml.Of([3]);
    static readonly ModelQuota Ample = new() { TokensPerMinute = 100_000_000 };

    [Fact]
    public async Task An_item_is_granted_the_one_call_that_is_reserved_for_it()
    {
        await using var bed = await Start(quota: Ample);
        (await bed.Make(Yaml)).ShouldBeOfType<CourseCompleted>();
        var lessons = bed.Workers.Sent<WriteLessons>().ShouldHaveSingleItem().Order.Grant;
        (lessons.Calls, lessons.MaxTokens).ShouldBe((1, 11_200));
        bed.Workers.Sent<RenderImages>().ShouldAllBe(command => command.Order.Grant.Calls == 1);
        bed.Workers.Sent<WriteBook>()[0].Order.Grant.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task An_item_that_needs_all_calls_of_its_stage_comes_back_for_each_and_is_no_gap()
    {
        await using var bed = await Start(quota: Ample);
        bed.Script.Let(Act.HandBack, WorkKind.Slides, "01-01", times: 12);
        (await bed.Make(Yaml)).ShouldBeOfType<CourseCompleted>();
        bed.Workers.ItemsOf<PlanSlides>().Count(item => item == "01-01").ShouldBe(13);
    }

    [Fact]
    public async Task One_that_comes_back_for_ever_is_a_gap()
    {
        await using var bed = await Start(quota: Ample);
        bed.Script.Let(Act.HandBack, WorkKind.Slides, "01-01");
        (await bed.Make(Yaml)).ShouldBeOfType<CourseCompletedWithGaps>().Gaps.ShouldHaveSingleItem().Reason.ShouldEndWith("It came back 13 times.");
    }

    [Fact]
    public async Task What_calls_use_is_learned_by_stage()
    {
        await using var bed = await Start(quota: Ample);
        await bed.Make(Yaml);
        var lessons = bed.Learned.Of(FakeWorkers.Model, WorkKind.Lesson);
        (lessons.Output.Weight, lessons.Output.Mean, lessons.InputRatio.Weight).ShouldBe((3, bed.Workers.TokensPerCall, 3));
        bed.Learned.Of(FakeWorkers.Model, WorkKind.Slides).Output.Weight.ShouldBe(3);
        bed.Learned.Of(FakeWorkers.Model, WorkKind.Lab).Output.Weight.ShouldBe(0);
    }

    [Fact]
    public async Task No_command_holds_more_pictures_than_its_model_takes_in_one()
    {
        await using var bed = await Start(quota: new ModelQuota { PicturesPerMinute = 6_000, PicturesPerCommand = 1 });
        (await bed.Make(Yaml)).ShouldBeOfType<CourseCompleted>();
        bed.Workers.Sent<RenderImages>().Select(command => command.Units.Count).ShouldBe([1, 1, 1, 1, 1, 1]);
    }

    [Fact]
    public async Task At_50000_tokens_a_minute_commands_are_cut_to_one_item_and_the_course_completes()
    {
        await using var bed = await Start(quota: new ModelQuota { TokensPerMinute = 50_000 });
        bed.Workers.TokensPerCall = 8_000;
        await bed.StartCourse(Yaml);
        await PassUntilTheEnd(bed);
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
        bed.Workers.Sent<WriteLessons>().Select(command => command.Units.Count).ShouldBe([1, 1, 1]);
        bed.Workers.Sent<PlanSlides>().Select(command => command.Units.Count).ShouldBe([1, 1, 1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public async Task A_quota_that_no_call_fits_pauses_the_course_with_the_numbers_before_anything_is_paid(long tokens)
    {
        await using var bed = await Start(quota: new ModelQuota { TokensPerMinute = tokens });
        await bed.StartCourse(Yaml);
        var paused = await bed.Event<CoursePaused>();
        paused.Reason.ShouldContain("11,200");
        paused.Remedy.ShouldContain("Quota__TokensPerMinute");
        bed.Workers.Commands.ShouldBeEmpty();
        await bed.Redo(new CancelCourse { ProjectFolder = "tides" });
        bed.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_call_shrinks_the_belief_of_the_models_quota()
    {
        await using var bed = await Start(quota: Ample);
        var held = bed.Script.Let(Act.Hold, WorkKind.Slides);
        await bed.StartCourse(Yaml);
        await bed.Command<PlanSlides>("01-01");
        bed.Quotas.ShouldHaveSingleItem().Shrink.ShouldBe(1);
        await bed.Publish(new ModelThrottled(CourseBed.Id, FakeWorkers.Model));
        await bed.Until(() => bed.Quotas[0].Shrink < 1);
        held.Release();
        await PassUntilTheEnd(bed);
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    /// <summary>Minute by minute, each when all that was sent in the one before is written down.</summary>
    static async Task PassUntilTheEnd(CourseBed bed)
    {
        for (var minute = 0; minute < 60 && bed.Events.Ends.Count == 0; minute++)
        {
            await bed.Until(() => bed.Course is not null);
            await bed.Idle();
            if (bed.Events.Ends.Count == 0)
                await bed.Passes(TimeSpan.FromMinutes(1));
        }
    }
}

public sealed class QuotaInMemoryTests() : QuotaTests(Persistence.Memory);

public sealed class QuotaOnPostgresTests() : QuotaTests(Persistence.Postgres);
