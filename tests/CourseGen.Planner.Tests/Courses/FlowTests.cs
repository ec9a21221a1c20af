using CourseGen.Contracts;

namespace CourseGen.Planner.Tests.Courses;

public abstract class FlowTests(Persistence persistence) : CourseSpecs(persistence)
{
    [Fact]
    public async Task Batch_two_is_written_while_batch_one_is_drawn()
    {
        await using var bed = await Start();
        var writing = bed.Script.Let(Act.Hold, WorkKind.Lesson, "01-04");
        var drawing = bed.Script.Let(Act.Hold, WorkKind.Image, "01-01-0001");
        await bed.StartCourse(OutlineYaml.Of([4]));
        await bed.Command<RenderImages>("01-01-0001");
        await bed.Command<WriteLessons>("01-04");
        drawing.Release();
        writing.Release();
        (await bed.End()).ShouldBeOfType<CourseCompleted>();
    }

    [Fact]
    public async Task A_lessons_slides_and_visuals_start_before_its_batch_is_written()
    {
        await using var bed = await Start();
        var slow = bed.Script.Let(Act.Hold, WorkKind.Lesson, "01-02");
        await bed.StartCourse(OutlineYaml.Of([3]));
        await bed.Command<PlanSlides>("01-01");
        await bed.Command<PlanVisuals>("01-03");
        bed.Workers.ItemsOf<PlanSlides>().ShouldNotContain("01-02");
        slow.Release();
        await bed.End();
    }

    [Fact]
    public async Task The_deck_does_not_wait_for_the_book()
    {
        await using var bed = await Start();
        var slow = bed.Script.Let(Act.Hold, WorkKind.Book);
        await bed.StartCourse(OutlineYaml.Of([2]));
        await bed.Command<WriteBook>("book");
        await bed.Until(() => bed.Items(WorkKind.Deck).Any(deck => deck.Status == WorkStatus.Done));
        bed.Events.Ends.ShouldBeEmpty();
        slow.Release();
        await bed.End();
    }

    [Fact]
    public async Task A_lab_waits_for_its_lesson_and_a_modules_lab_for_all_of_its_lessons()
    {
        await using var bed = await Start();
        var slow = bed.Script.Let(Act.Hold, WorkKind.Lesson, "01-02");
        await bed.StartCourse(OutlineYaml.Of([2], labs: true));
        (await bed.Command<WriteLab>("01-01-01")).Lessons.ShouldHaveSingleItem();
        await bed.Until(() => bed.Items(WorkKind.Lab).Single(lab => lab.Id == "01-01-01").Status == WorkStatus.Done);
        bed.Workers.ItemsOf<WriteLab>().ShouldBe(["01-01-01"]);
        slow.Release();
        (await bed.Command<WriteLab>("01-00-01")).Lessons.Count.ShouldBe(2);
        await bed.End();
    }

    [Fact]
    public async Task Labs_alone_wait_for_no_lesson()
    {
        await using var bed = await Start();
        await bed.Make(OutlineYaml.Of([2], labs: true), start => start with { ContentType = "labs" });
        bed.Workers.Sent<WriteLab>().ShouldAllBe(command => command.Lessons.Count == 0);
        bed.Workers.ItemsOf<WriteLab>().Order().ShouldBe(["01-00-01", "01-01-01", "01-02-01"]);
    }

    [Fact]
    public async Task With_a_concurrency_of_two_there_are_two_in_flight_and_never_three()
    {
        await using var bed = await Start();
        var first = bed.Script.Let(Act.Hold, WorkKind.Lesson, "01-01");
        var second = bed.Script.Let(Act.Hold, WorkKind.Lesson, "01-04");
        await bed.StartCourse(OutlineYaml.Of([7, 7], labs: true), start => start with { MaxConcurrency = 2 });
        await bed.Until(() => bed.Workers.MostInFlight == 2);
        first.Release();
        second.Release();
        await bed.End();
        bed.Workers.MostInFlight.ShouldBe(2);
    }

    [Fact]
    public async Task Each_picture_goes_with_those_of_its_lesson_at_most_fifty_in_a_command()
    {
        await using var bed = await Start();
        bed.Workers.PicturesPerLesson = 120;
        await bed.Make(OutlineYaml.Of([1]));
        bed.Workers.Sent<RenderImages>().Select(command => command.Units.Count).ShouldBe([50, 50, 20], ignoreOrder: true);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(2)]
    [InlineData(0)]
    public async Task Shares_of_a_limit_of_pictures_add_up_to_it(int limit)
    {
        await using var bed = await Start();
        bed.Workers.PicturesPerLesson = 5;
        await bed.Make(OutlineYaml.Of([3, 2]), start => start with { MaxImages = limit });
        bed.Items(WorkKind.Image).Count.ShouldBe(limit);
    }

    [Fact]
    public async Task Without_a_deck_there_are_no_slides_and_no_deck()
    {
        await using var bed = await Start();
        await bed.Make(OutlineYaml.Of([2]), start => start with { BuildDeck = false });
        bed.Artifacts.Payments.Keys.Select(key => key.Kind).Distinct().Order().ShouldBe([WorkKind.Lesson, WorkKind.Visuals, WorkKind.Image, WorkKind.Book]);
    }

    [Fact]
    public async Task Without_auto_combine_the_batch_decks_and_the_infographic_are_made_and_no_merged_deck()
    {
        await using var bed = await Start();
        await bed.Make(OutlineYaml.Lessons(7), start => start with { AutoCombine = false });
        bed.Workers.ItemsOf<BuildDeckBatch>().Order().ShouldBe(["batch-1", "batch-2"]);
        bed.Workers.Sent<BuildInfographic>().ShouldHaveSingleItem();
        bed.Workers.Sent<CombineDeck>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Progress_is_told_by_stage_and_module()
    {
        await using var bed = await Start();
        await bed.Make(OutlineYaml.Of([2, 1]));
        await bed.Until(() => bed.Events.Of<CourseProgressed>().Any(told => told is { Kind: WorkKind.Lesson, Module: 1, Done: 2 }));
        bed.Events.Of<CourseProgressed>().Where(told => told is { Kind: WorkKind.Lesson, Module: 1 }).ShouldAllBe(told => told.Total == 2);
        bed.Events.Of<CourseProgressed>().ShouldContain(told => told.Kind == WorkKind.Book && told.Module == 0 && told.Done == 1);
    }
}

public sealed class FlowInMemoryTests() : FlowTests(Persistence.Memory);

public sealed class FlowOnPostgresTests() : FlowTests(Persistence.Postgres);
