using CourseGen.Contracts;

namespace CourseGen.Planner.Tests.Courses;

public abstract class AttemptTests(Persistence persistence) : CourseSpecs(persistence)
{
    static readonly string OneLesson = OutlineYaml.Of([1]);

    [Fact]
    public async Task A_passing_failure_is_tried_again_after_5_and_30_seconds_and_is_a_gap_after_the_third_attempt()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.Fail, WorkKind.Slides, "01-01");
        await bed.StartCourse(OneLesson);
        foreach (var (attempt, seconds) in (IEnumerable<(int, int)>)[(1, 5), (2, 30)])
        {
            (await bed.Command<PlanSlides>("01-01", attempt)).Units[0].Attempt.ShouldBe(attempt);
            await bed.Until(() => bed.Item(WorkKind.Slides, "01-01").DueAt == bed.Time.GetUtcNow().AddSeconds(seconds));
            await bed.Quiet();
            await bed.Passes(TimeSpan.FromSeconds(seconds - 1));
            bed.Workers.Sent<PlanSlides>().Count.ShouldBe(attempt);
            await bed.Passes(TimeSpan.FromSeconds(1));
        }
        var end = (await bed.End()).ShouldBeOfType<CourseCompletedWithGaps>();
        end.Gaps.ShouldHaveSingleItem().ShouldBe(new Gap(WorkKind.Slides, "01-01", "Slides 01-01 failed.", "Do something."));
        bed.Workers.Sent<PlanSlides>().Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_third_delay_of_a_longer_patience_is_120_seconds()
    {
        await using var bed = await Start(options: all => all with { Attempts = 4 });
        bed.Script.Let(Act.Fail, WorkKind.Book, times: 3);
        await bed.StartCourse(OneLesson);
        foreach (var seconds in (int[])[5, 30, 120])
        {
            await bed.Until(() => bed.Items(WorkKind.Book).Any(book => book.DueAt == bed.Time.GetUtcNow().AddSeconds(seconds)));
            await bed.Passes(TimeSpan.FromSeconds(seconds));
        }
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    [Theory]
    [InlineData(FailureKind.BadContent)]
    [InlineData(FailureKind.Missing)]
    [InlineData(FailureKind.UpstreamMissing)]
    public async Task What_trying_again_cannot_mend_is_a_gap_at_once(FailureKind failure)
    {
        await using var bed = await Start();
        bed.Script.Let(Act.Fail, WorkKind.Image, "01-01-0002", failure);
        (await bed.Make(OneLesson)).ShouldBeOfType<CourseCompletedWithGaps>().Gaps.ShouldHaveSingleItem().Item.ShouldBe("01-01-0002");
        bed.Workers.ItemsOf<RenderImages>().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_gap_of_bad_content_is_asked_anew_when_it_is_repaired()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.Fail, WorkKind.Slides, "01-01", FailureKind.BadContent, times: 1);
        await bed.Make(OneLesson);
        (await bed.Redo(new RepairCourse { ProjectFolder = "tides", What = ["missing"] })).ShouldBeOfType<CourseCompleted>();
        bed.Workers.Sent<PlanSlides>().Select(command => command.Units[0].Generation).ShouldBe([0, 1]);
        bed.Workers.Sent<WriteLessons>().Last().Units[0].Generation.ShouldBe(0);
    }

    [Fact]
    public async Task Work_handed_back_gets_a_new_reservation_and_is_no_attempt()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.HandBack, WorkKind.Lesson, "01-01", times: 4);
        (await bed.Make(OneLesson)).ShouldBeOfType<CourseCompleted>();
        var sent = bed.Workers.Sent<WriteLessons>();
        sent.Count.ShouldBe(5);
        sent.ShouldAllBe(command => command.Units[0].Attempt == 1);
        sent.Select(command => command.Order.ReservationId).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task Work_that_comes_back_for_ever_is_a_gap_in_the_end()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.HandBack, WorkKind.Slides);
        (await bed.Make(OneLesson)).ShouldBeOfType<CourseCompletedWithGaps>().Gaps.ShouldHaveSingleItem().Reason.ShouldContain("10 times");
        bed.Workers.Sent<PlanSlides>().Count.ShouldBe(10);
    }

    [Fact]
    public async Task Work_that_nobody_started_is_sent_again_660_seconds_after_it_was_sent_and_is_no_attempt()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.StayUnstarted, WorkKind.Book, times: 1);
        await bed.StartCourse(OneLesson);
        await bed.Command<WriteBook>("book");
        await bed.OnlyUnderWay(WorkKind.Book);
        await bed.Passes(TimeSpan.FromSeconds(659));
        bed.Workers.Sent<WriteBook>().ShouldHaveSingleItem();
        await bed.Passes(TimeSpan.FromSeconds(1));
        (await bed.Command<WriteBook>("book", 2)).Units[0].Attempt.ShouldBe(1);
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task Work_that_was_started_and_fell_silent_is_sent_again_1560_seconds_after_it_was_sent_as_the_next_attempt()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.StaySilent, WorkKind.Book, times: 1);
        await bed.StartCourse(OneLesson);
        await bed.Command<WriteBook>("book");
        await bed.OnlyStarted(WorkKind.Book);
        await bed.Passes(TimeSpan.FromSeconds(1559));
        bed.Workers.Sent<WriteBook>().ShouldHaveSingleItem();
        await bed.Passes(TimeSpan.FromSeconds(1));
        (await bed.Command<WriteBook>("book", 2)).Units[0].Attempt.ShouldBe(2);
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task Work_that_falls_silent_three_times_is_a_gap_and_what_it_used_is_settled_once_when_it_is_told_after_all()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.StaySilent, WorkKind.Slides);
        await bed.StartCourse(OneLesson);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await bed.Command<PlanSlides>("01-01", attempt);
            await bed.OnlyStarted(WorkKind.Slides);
            await bed.Passes(TimeSpan.FromSeconds(1560));
        }
        var before = (await bed.End()).ShouldBeOfType<CourseCompletedWithGaps>().Totals.Calls;
        var late = bed.Workers.Success(bed.Workers.Sent<PlanSlides>()[0], WorkKind.Slides, bed.Workers.Sent<PlanSlides>()[0].Units[0]);
        await bed.Publish(late);
        await bed.Until(() => bed.Course.Calls == before + 1);
        await bed.Publish(late);
        bed.Script.Forget();
        await bed.Redo(new RepairCourse { ProjectFolder = "tides" });
        bed.Artifacts.Payment(WorkKind.Slides, "01-01").ShouldBe(1);
        bed.Course.Calls.ShouldBe(0);
        bed.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_consumer_that_throws_has_made_an_attempt()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.Throw, WorkKind.Deck, times: 1);
        await bed.StartCourse(OneLesson);
        await bed.Command<CombineDeck>("deck");
        await bed.Until(() => bed.Items(WorkKind.Deck)[0].Attempts == 1);
        await bed.Quiet();
        await bed.Passes(TimeSpan.FromSeconds(5));
        (await bed.Command<CombineDeck>("deck", 2)).Units[0].Attempt.ShouldBe(2);
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task A_consumer_that_throws_after_one_item_was_told_has_made_an_attempt_of_the_others_only()
    {
        await using var bed = await Start();
        var throws = bed.Script.Let(Act.Throw, WorkKind.Lesson, "01-02", times: 1);
        await bed.StartCourse(OutlineYaml.Of([2]));
        await bed.Until(() => bed.Items(WorkKind.Lesson).Any(lesson => lesson.Attempts == 1) && bed.InFlight() == 0);
        await bed.Passes(TimeSpan.FromSeconds(5));
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
        bed.Artifacts.Payment(WorkKind.Lesson, "01-01").ShouldBe(1);
        throws.Act.ShouldBe(Act.Throw);
    }

    [Fact]
    public async Task A_reservation_carries_the_stages_grant_and_lasts_ten_minutes_unstarted()
    {
        await using var bed = await Start();
        await bed.Make(OneLesson);
        var order = bed.Workers.Sent<WriteLessons>()[0].Order;
        order.Grant.ShouldBe(new Grant(3, 11_200));
        order.StartBy.ShouldBe(bed.Time.GetUtcNow().AddMinutes(10));
        order.Deadline.ShouldBe(TimeSpan.FromSeconds(900));
        bed.Workers.Sent<WriteBook>()[0].Order.Deadline.ShouldBe(TimeSpan.FromSeconds(301));
        bed.Workers.Sent<CombineDeck>()[0].Order.Grant.Calls.ShouldBe(0);
    }
}

public sealed class AttemptInMemoryTests() : AttemptTests(Persistence.Memory);

public sealed class AttemptOnPostgresTests() : AttemptTests(Persistence.Postgres);
