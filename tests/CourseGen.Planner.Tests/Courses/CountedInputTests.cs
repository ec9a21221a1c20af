using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Planner.Tests.Courses;

/// <summary>Items whose worker counts what their call would read, and hands them back because it is more than granted.</summary>
public abstract class CountedInputTests(Persistence persistence) : CourseSpecs(persistence)
{
    static readonly string Yaml = OutlineYaml.Of([3]);
    static readonly ModelQuota Ample = new() { TokensPerMinute = 100_000_000 };

    [Fact]
    public async Task A_stage_of_which_little_was_seen_is_to_be_counted_and_one_that_is_known_is_not()
    {
        await using var bed = await Start(quota: Ample);
        (await bed.Make(OutlineYaml.Of([12]), start => start with { BatchSize = 1 })).ShouldBeOfType<CourseCompleted>();
        var lessons = bed.Workers.Sent<WriteLessons>().Select(command => command.Order.Grant).ToList();
        lessons.ShouldAllBe(grant => grant.CountInput && grant.InputTokens > 1_000);
        bed.Workers.Sent<RenderImages>().ShouldAllBe(command => command.Order.Grant.InputTokens == null && !command.Order.Grant.CountInput);
        bed.Workers.Sent<WriteBook>().ShouldAllBe(command => command.Order.Grant.InputTokens == null && !command.Order.Grant.CountInput);

        bed.Workers.Commands.Clear();
        (await bed.Make(OutlineYaml.Of([2]), start => start with { BatchSize = 1 })).ShouldBeOfType<CourseCompleted>();
        bed.Workers.Sent<WriteLessons>().ShouldNotBeEmpty();
        bed.Workers.Sent<WriteLessons>().ShouldAllBe(command => !command.Order.Grant.CountInput && command.Order.Grant.InputTokens > 0);
    }

    [Fact]
    public async Task Where_no_quota_is_set_nothing_is_counted()
    {
        await using var bed = await Start();
        await bed.Make(Yaml);
        bed.Workers.Sent<WriteLessons>().ShouldHaveSingleItem().Order.Grant.ShouldBe(new Grant(3, 11_200));
    }

    [Fact]
    public async Task An_item_that_was_counted_is_sent_again_at_once_with_just_that_much_and_is_not_counted_again()
    {
        await using var bed = await Start(quota: Ample);
        bed.Script.Let(Act.Count, WorkKind.Slides, "01-02", times: 1, counted: 9_876);
        (await bed.Make(Yaml)).ShouldBeOfType<CourseCompleted>();
        var again = bed.Workers.Sent<PlanSlides>().Last(command => command.Units.Any(unit => unit.Id == "01-02"));
        (again.Units.Single().Attempt, again.Order.Grant.InputTokens, again.Order.Grant.CountInput).ShouldBe((1, 9_876, false));
        var item = bed.Item(WorkKind.Slides, "01-02");
        (item.Returns, item.Attempts, item.CountedInput, item.Tokens).ShouldBe((0, 0, 9_876, 2 * bed.Workers.TokensPerCall));
    }

    [Fact]
    public async Task What_was_counted_is_learned_for_the_other_items_once()
    {
        await using var bed = await Start(quota: Ample);
        bed.Script.Let(Act.Count, WorkKind.Lesson, "01-01", times: 1, counted: 9_876);
        await bed.Make(Yaml);
        var seen = bed.Learned.Of(FakeWorkers.Model, WorkKind.Lesson);
        (seen.InputRatio.Weight, seen.Output.Weight).ShouldBe((3, 3));
        seen.InputRatio.Deviation.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task One_that_is_counted_for_ever_is_a_gap_in_the_end()
    {
        await using var bed = await Start(quota: Ample);
        bed.Script.Let(Act.Count, WorkKind.Slides, "01-01", counted: 9_876);
        (await bed.Make(Yaml)).ShouldBeOfType<CourseCompletedWithGaps>().Gaps.ShouldHaveSingleItem().Reason.ShouldBe("More is read than granted. It came back 13 times.");
        bed.Workers.ItemsOf<PlanSlides>().Count(item => item == "01-01").ShouldBe(14);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_count_that_cannot_be_is_not_taken_and_the_item_has_come_back(long counted)
    {
        await using var bed = await Start(quota: Ample);
        bed.Script.Let(Act.Count, WorkKind.Lesson, "01-01", times: 1, counted: counted);
        (await bed.Make(Yaml)).ShouldBeOfType<CourseCompleted>();
        var item = bed.Item(WorkKind.Lesson, "01-01");
        (item.Returns, item.CountedInput).ShouldBe((1, null));
        bed.Learned.Of(FakeWorkers.Model, WorkKind.Lesson).InputRatio.Weight.ShouldBe(3);
    }

    [Fact]
    public async Task An_absurd_count_is_cut_to_what_a_model_reads_and_teaches_nothing()
    {
        await using var bed = await Start(quota: Ample);
        bed.Script.Let(Act.Count, WorkKind.Lesson, "01-01", times: 1, counted: long.MaxValue);
        (await bed.Make(Yaml)).ShouldBeOfType<CourseCompleted>();
        bed.Item(WorkKind.Lesson, "01-01").CountedInput.ShouldBe(1_000_000);
        var ratio = bed.Learned.Of(FakeWorkers.Model, WorkKind.Lesson).InputRatio;
        (ratio.Weight, ratio.Mean < 1).ShouldBe((2, true));
    }

    [Fact]
    public async Task An_item_that_is_asked_on_is_expected_to_read_its_last_prompt_and_the_answer_to_it()
    {
        await using var bed = await Start(quota: Ample);
        bed.Script.Let(Act.HandBack, WorkKind.Slides, "01-01", times: 1);
        bed.Workers.TokensPerCall = 7_000;
        (await bed.Make(Yaml)).ShouldBeOfType<CourseCompleted>();
        var again = bed.Workers.Sent<PlanSlides>().Last(command => command.Units.Any(unit => unit.Id == "01-01")).Order.Grant;
        (again.InputTokens, again.CountInput).ShouldBe((14_000, false));
        bed.Item(WorkKind.Slides, "01-01").Returns.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_counted_of_an_item_is_forgotten_when_it_is_made_otherwise()
    {
        await using var bed = await Start(quota: Ample);
        bed.Script.Let(Act.Count, WorkKind.Lesson, "01-01", times: 1, counted: 9_876);
        await bed.Make(Yaml);
        bed.Item(WorkKind.Lesson, "01-01").CountedInput.ShouldBe(9_876);
        await bed.Redo(new RepairCourse { ProjectFolder = "tides", What = ["01-01"], Requirements = "Shorter.", Force = true });
        bed.Workers.Sent<WriteLessons>()[^1].Order.Grant.InputTokens.ShouldNotBe(9_876);
        bed.Item(WorkKind.Lesson, "01-01").CountedInput.ShouldBeNull();
    }
}

public sealed class CountedInputInMemoryTests() : CountedInputTests(Persistence.Memory);

public sealed class CountedInputOnPostgresTests() : CountedInputTests(Persistence.Postgres);
