using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Decks;

/// <summary>A batch of two lessons whose time is up while it reads the second one's picture.</summary>
public sealed class BatchResumeTests
{
    [Fact]
    public async Task A_batch_at_its_deadline_writes_the_lessons_it_has_and_says_where_it_goes_on()
    {
        var slow = new SlowStore();
        await using var course = new TestCourse(slow: slow);
        var part = await FirstPart(course, slow);
        part.BatchInfo.ShouldNotBeNull();
        (part.BatchInfo.NextLessonStart, part.BatchInfo.LessonsRemaining).ShouldBe((2, 1));
        part.BatchInfo.TimeoutReason.ShouldContain("before lesson 01-02");
        part.Deck.Key.ShouldBe("infographics/batch_1_lessons_1-1.pptx");
        part.Structure.Key.ShouldBe(".coursegen/decks/batch-1.json");
        var structure = DocumentJson.Read<DeckStructure>(await course.Read(part.Structure.Key));
        (structure.CompletionStatus, structure.BatchInfo, structure.TotalLessons, structure.LessonsProcessed).ShouldBe(("partial", part.BatchInfo, 1, 1));
        var deck = await course.Read(part.Deck.Key);
        DeckChecks.ShouldBeValid(deck);
        DeckChecks.Titles(deck).ShouldNotContain("1.2 Springs");
    }

    [Fact]
    public async Task It_goes_on_where_it_ended_and_the_parts_together_are_the_whole()
    {
        var slow = new SlowStore();
        await using var course = new TestCourse(slow: slow);
        await using var other = new TestCourse();
        var whole = await other.BuildBatch(1, await other.PutSlides("01-01", "01-02"));
        var first = await FirstPart(course, slow);
        var second = await course.BuildBatch(1, await course.PutSlides("01-01", "01-02"), first.Structure);
        second.BatchInfo.ShouldBeNull();
        second.Deck.Key.ShouldBe("infographics/batch_1_lessons_2-2.pptx");
        second.Structure.Key.ShouldBe(".coursegen/decks/batch-1-from-2.json");
        DocumentJson.Read<DeckStructure>(await course.Read(second.Structure.Key)).CompletionStatus.ShouldBe("complete");
        DeckChecks.Titles(await course.Read(first.Deck.Key)).Concat(DeckChecks.Titles(await course.Read(second.Deck.Key)))
            .ShouldBe(DeckChecks.Titles(await other.Read(whole.Deck.Key)));
        (first.SlideCount + second.SlideCount).ShouldBe(whole.SlideCount);
    }

    [Fact]
    public async Task A_batch_that_has_no_lesson_at_its_deadline_is_handed_back()
    {
        var slow = new SlowStore();
        await using var course = new TestCourse(slow: slow);
        slow.SlowAt("images/01-01-0001.png");
        var returned = await course.Run<WorkReturned>(await Command(course));
        returned.Receipt.Item.ShouldBe("batch-1");
        (await course.Store.List(TestCourse.Location.Bucket, $"{TestCourse.Location.Folder}/infographics/", CancellationToken.None).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_batch_that_is_given_time_again_is_built_whole()
    {
        var slow = new SlowStore();
        await using var course = new TestCourse(slow: slow);
        await FirstPart(course, slow);
        var again = await course.BuildBatch(1, await course.PutSlides("01-01", "01-02"));
        (again.BatchInfo, again.Deck.Key, again.Structure.Key).ShouldBe((null, "infographics/batch_1_lessons_1-2.pptx", ".coursegen/decks/batch-1.json"));
        DocumentJson.Read<DeckStructure>(await course.Read(again.Structure.Key)).CompletionStatus.ShouldBe("complete");
    }

    [Fact]
    public async Task A_part_that_does_not_say_where_to_go_on_is_named()
    {
        await using var course = new TestCourse();
        var whole = await course.BuildBatch(1, await course.PutSlides("01-01", "01-02"));
        var failed = await course.Run<WorkFailed>(await Command(course) with { Continues = whole.Structure });
        failed.Failure.Reason.ShouldContain(".coursegen/decks/batch-1.json says no next_lesson_start");
    }

    internal static async Task<DeckBatchBuilt> FirstPart(TestCourse course, SlowStore slow)
    {
        slow.SlowAt("images/01-02-0001.png");
        return await course.Run<DeckBatchBuilt>(await Command(course));
    }

    static async Task<BuildDeckBatch> Command(TestCourse course) => new(
        Guid.NewGuid(), await course.Order(0), [TestCourse.Unit("batch-1")],
        await course.PutInputs(WorkKind.DeckBatch, "batch-1", await course.PutSlides("01-01", "01-02")));
}
