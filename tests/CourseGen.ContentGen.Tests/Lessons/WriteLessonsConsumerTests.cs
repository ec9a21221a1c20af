using System.Text;
using CourseGen.ContentGen.Tests.Testing;
using CourseGen.Contracts;
using CourseGen.Documents;
using CourseGen.Models;

namespace CourseGen.ContentGen.Tests.Lessons;

public sealed class WriteLessonsConsumerTests
{
    static WriteLessons Command(WorkOrder? order = null, params string[] lessons) =>
        new(Guid.NewGuid(), order ?? Worker.Order(), [.. lessons.Select(lesson => Worker.Unit(lesson))]);

    [Fact]
    public async Task Each_lesson_of_a_batch_is_written_and_announced()
    {
        await using var worker = await Worker.Start(SamplePlan.Of());
        var events = await worker.Run(Command(null, "01-01", "01-02", "01-03"));
        foreach (var written in events.Select(message => message.ShouldBeOfType<LessonWritten>()))
        {
            var markdown = Encoding.UTF8.GetString(await worker.Read(written.Lesson.Key));
            (written.Words, written.Visuals).ShouldBe((Prose.WordCount(markdown), 2));
            written.Receipt.Calls.ShouldHaveSingleItem();
        }
        events.Select(message => message.Receipt.Item).ShouldBe(["01-01", "01-02", "01-03"]);
    }

    [Fact]
    public async Task The_model_is_told_what_the_plan_says_of_the_lesson()
    {
        await using var worker = await Worker.Start(SamplePlan.Of());
        await worker.Run(Command(null, "01-02"));
        var brief = Brief.Read(worker.TheModel.Asked.ShouldHaveSingleItem());
        (brief.LessonTitle, brief.BloomLevel, brief.NextLesson, brief.Requirements).ShouldBe(("Lesson 2", "Apply", "Lesson 3", "Be brief."));
        brief.TaughtAlready.ShouldBe(["Lesson 1"]);
        brief.References.ShouldBe(["https://example.org/iho"]);
    }

    [Fact]
    public async Task A_repair_s_own_wishes_take_the_place_of_the_plan_s()
    {
        await using var worker = await Worker.Start(SamplePlan.Of());
        await worker.Run(Command(null, "01-02") with { Units = [Worker.Unit("01-02") with { Requirements = "Use metres." }] });
        Brief.Read(worker.TheModel.Asked.ShouldHaveSingleItem()).Requirements.ShouldBe("Use metres.");
    }

    [Fact]
    public async Task A_lesson_that_is_there_costs_no_call()
    {
        await using var worker = await Worker.Start(SamplePlan.Of());
        var first = await worker.RunOne<LessonWritten>(Command(null, "01-01"));
        var again = await worker.RunOne<LessonWritten>(Command(null, "01-01"));
        worker.TheModel.Asked.Count.ShouldBe(1);
        again.Receipt.Reused.ShouldBeTrue();
        again.Lesson.ShouldBe(first.Lesson);
    }

    [Fact]
    public async Task A_lesson_edited_by_hand_is_kept_and_counted_as_it_is()
    {
        await using var worker = await Worker.Start(SamplePlan.Of());
        var first = await worker.RunOne<LessonWritten>(Command(null, "01-01"));
        await worker.Edit(first.Lesson.Key, "# 1.1: Mine\n\nFour words of mine.\n");
        (await worker.RunOne<LessonWritten>(Command(null, "01-01"))).ShouldSatisfyAllConditions(
            kept => (kept.Words, kept.Visuals).ShouldBe((7, 0)), kept => kept.Lesson.Sha256.ShouldNotBe(first.Lesson.Sha256));
        worker.TheModel.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_faulty_lesson_is_sent_back_once_with_its_faults()
    {
        await using var worker = await Worker.Start(SamplePlan.Of(), new TestModel((call, answer) => call == 1 ? answer.Replace("## Summary", "## End") : answer));
        (await worker.RunOne<LessonWritten>(Command(null, "01-01"))).Receipt.Calls.Count.ShouldBe(2);
        worker.TheModel.Asked[1][^1].Text.ShouldContain("- the lesson: the section '## Summary' is missing");
    }

    [Fact]
    public async Task A_lesson_that_stays_faulty_is_a_failure_with_its_usage()
    {
        await using var worker = await Worker.Start(SamplePlan.Of(), new TestModel((_, _) => "I would rather not."));
        var failed = await worker.RunOne<WorkFailed>(Command(null, "01-01"));
        (failed.Kind, failed.Failure.Kind, failed.Receipt.Calls.Count).ShouldBe((WorkKind.Lesson, FailureKind.BadContent, 2));
        failed.Failure.Reason.ShouldStartWith("The model's answer for lesson 01-01 stayed unusable: there are 0 H1 headings");
    }

    [Fact]
    public async Task A_send_back_beyond_the_grant_goes_on_from_the_kept_answer()
    {
        await using var worker = await Worker.Start(SamplePlan.Of(), new TestModel((call, answer) => call == 1 ? "Nothing." : answer));
        (await worker.RunOne<WorkReturned>(Command(Worker.Order(calls: 1), "01-01"))).Receipt.Calls.Count.ShouldBe(1);
        (await worker.RunOne<LessonWritten>(Command(Worker.Order(calls: 1), "01-01"))).Receipt.Calls.Count.ShouldBe(1);
        worker.TheModel.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_lesson_cut_off_at_the_token_limit_is_continued_to_the_same_text()
    {
        await using var whole = await Worker.Start(SamplePlan.Of());
        await using var cut = await Worker.Start(SamplePlan.Of());
        var expected = await whole.RunOne<LessonWritten>(Command(null, "01-01"));
        var continued = await cut.RunOne<LessonWritten>(Command(Worker.Order(maxTokens: 900), "01-01"));
        continued.Receipt.Calls.Count.ShouldBeGreaterThan(1);
        continued.Lesson.ShouldBe(expected.Lesson);
    }

    [Fact]
    public async Task A_prompt_version_that_this_build_lacks_is_a_matter_of_configuration()
    {
        await using var worker = await Worker.Start(SamplePlan.Of());
        (await worker.RunOne<WorkFailed>(Command(Worker.Order(promptVersion: "99"), "01-01"))).Failure.Kind.ShouldBe(FailureKind.Configuration);
        worker.TheModel.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lesson_that_the_plan_does_not_know_fails_alone()
    {
        await using var worker = await Worker.Start(SamplePlan.Of());
        var events = await worker.Run(Command(null, "01-01", "01-09"));
        events[0].ShouldBeOfType<LessonWritten>();
        events[1].ShouldBeOfType<WorkFailed>().Failure.Reason.ShouldBe("The plan has no lesson 01-09.");
    }
}
