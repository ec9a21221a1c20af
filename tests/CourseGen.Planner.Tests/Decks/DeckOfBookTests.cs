using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Tests.Courses;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Decks;

/// <summary>The original's <c>ppt-orchestration</c>, as a message.</summary>
public abstract class DeckOfBookTests(Persistence persistence) : CourseSpecs(persistence)
{
    const string Key = "book/mareas_data.json";
    static readonly BuildDeck Wanted = new() { ProjectFolder = "tides" };

    [Fact]
    public async Task A_folder_that_only_has_a_book_gets_slides_batches_page_and_deck_of_it()
    {
        await using var bed = await Start();
        await Put(bed, Key, BookJson.Nested(7, 7, 2));
        (await bed.Redo(Wanted)).ShouldBeOfType<CourseCompleted>();
        bed.Workers.ItemsOf<PlanSlides>().Count.ShouldBe(16);
        bed.Workers.ItemsOf<BuildDeckBatch>().Order().ShouldBe(["batch-1", "batch-2", "batch-3"]);
        bed.Workers.ItemsOf<BuildInfographic>().ShouldHaveSingleItem();
        bed.Workers.ItemsOf<CombineDeck>().ShouldHaveSingleItem();
        bed.Workers.Commands.ShouldAllBe(command => command is PlanSlides || command.Order.Grant.Calls == 0, "only slide plans may call a model");
        bed.Workers.Commands.ShouldAllBe(command => command is PlanSlides || command is BuildDeckBatch || command is BuildInfographic || command is CombineDeck);
        (await bed.Store.Find(CourseBed.Location, ArtifactKeys.RevisionPlan(1), CancellationToken.None)).ShouldBeNull("a deck is no revision");
    }

    [Fact]
    public async Task Its_lessons_are_read_from_the_book_and_its_pictures_are_those_in_the_store()
    {
        await using var bed = await Start();
        await Put(bed, Key, BookJson.Flat(2));
        await Put(bed, "images/01-01-0001.png", "png");
        await Put(bed, "prompts/01-01-0001.json", "{}");
        await bed.Redo(Wanted);
        var inputs = await Inputs(bed, bed.Workers.Sent<BuildDeckBatch>()[0].Inputs);
        var lesson = inputs.Artifacts.First(artifact => artifact.Kind == WorkKind.Lesson);
        Encoding.UTF8.GetString(await bed.Store.ReadBytes(CourseBed.Location, lesson.Key, CancellationToken.None)).ShouldContain("[VISUAL: 01-01-0001 - ");
        inputs.Artifacts.Where(artifact => artifact.Kind is WorkKind.Image or WorkKind.Visuals).Select(artifact => artifact.Key)
            .ShouldBe(["prompts/01-01-0001.json", "images/01-01-0001.png"], ignoreOrder: true);
        inputs.Gaps.ShouldHaveSingleItem().Item.ShouldBe("01-02-0001", "its picture is not in the store");
        (await Inputs(bed, bed.Workers.Sent<BuildInfographic>()[0].Inputs)).Artifacts.ShouldContain(artifact => artifact.Key == "images/01-01-0001.png");
    }

    [Fact]
    public async Task Left_unmerged_its_batch_decks_are_merged_later()
    {
        await using var bed = await Start();
        await Put(bed, Key, BookJson.Nested(7));
        (await bed.Redo(Wanted with { AutoCombine = false, BatchSize = 4 })).ShouldBeOfType<CourseCompleted>();
        bed.Workers.ItemsOf<BuildDeckBatch>().Order().ShouldBe(["batch-1", "batch-2"]);
        bed.Workers.ItemsOf<CombineDeck>().ShouldBeEmpty();
        var paid = bed.Artifacts.Payments.Where(payment => payment.Key.Kind == WorkKind.Slides).Sum(payment => payment.Value);
        (await bed.Redo(new MergeDeck { ProjectFolder = "tides" })).ShouldBeOfType<CourseCompleted>();
        bed.Workers.ItemsOf<CombineDeck>().ShouldHaveSingleItem();
        bed.Artifacts.Payments.Where(payment => payment.Key.Kind == WorkKind.Slides).Sum(payment => payment.Value).ShouldBe(paid);
    }

    [Fact]
    public async Task The_same_request_again_costs_nothing()
    {
        await using var bed = await Start();
        await Put(bed, Key, BookJson.Nested(2));
        await bed.Redo(Wanted);
        var paid = bed.Artifacts.Payments.Values.Sum();
        (await bed.Redo(Wanted)).ShouldBeOfType<CourseCompleted>();
        bed.Artifacts.Payments.Values.Sum().ShouldBe(paid);
    }

    [Fact]
    public async Task A_course_keeps_its_revision_and_its_own_lessons_while_nobody_edited_its_book()
    {
        await using var bed = await Start();
        await bed.Make(OutlineYaml.Of([2, 2]));
        await bed.Store.PutBytes(CourseBed.Location, "book/tides_data.json", Encoding.UTF8.GetBytes(BookJson.Nested(2, 2)), PutCondition.Always, CancellationToken.None, "made");
        (await bed.Redo(Wanted with { Style = "modern" })).ShouldBeOfType<CourseCompleted>().Revision.ShouldBe(1);
        var plan = await DeckPlan(bed);
        plan.Lessons.Select(lesson => lesson.Key).ShouldBe((await bed.Plan()).Lessons.Select(lesson => lesson.Key));
        plan.Settings.Style.ShouldBe("modern");
        bed.Artifacts.Payment(WorkKind.Lesson, "01-01").ShouldBe(1);
        (await bed.Manifest()).Counts.Lessons.Made.ShouldBe(4, "what this run has not touched is still there");
        (await bed.Make(OutlineYaml.Of([2, 2]))).ShouldBeOfType<CourseCompleted>().Revision.ShouldBe(1, "an equal start is the same revision");
        (await DeckPlan(bed)).Book.ShouldBeNull("its decks are made by its own plan again");
    }

    [Fact]
    public async Task A_course_whose_book_was_edited_is_shown_as_the_book_has_it()
    {
        await using var bed = await Start();
        await bed.Make(OutlineYaml.Of([2]));
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(bed.Folder.Path, "tides", "book")).FullName, "tides_data.json"), BookJson.Nested(3));
        await bed.Redo(Wanted);
        var plan = await DeckPlan(bed);
        plan.Lessons.Select(lesson => lesson.Title).ShouldBe(["Tema 1.1", "Tema 1.2", "Tema 1.3"]);
        plan.Lessons.ShouldAllBe(lesson => lesson.Key.StartsWith(".coursegen/decks/lessons-"));
    }

    [Fact]
    public async Task A_slide_plan_that_fails_is_a_gap_and_its_lesson_is_shown_by_its_headings()
    {
        await using var bed = await Start();
        await Put(bed, Key, BookJson.Nested(2));
        bed.Script.Let(Act.Fail, WorkKind.Slides, "01-02", FailureKind.BadContent);
        (await bed.Redo(Wanted)).ShouldBeOfType<CourseCompletedWithGaps>().Gaps.ShouldHaveSingleItem().Item.ShouldBe("01-02");
        (await Inputs(bed, bed.Workers.Sent<BuildDeckBatch>()[0].Inputs)).Artifacts.ShouldContain(artifact => artifact.Kind == WorkKind.Lesson && artifact.Item == "01-02");
    }

    [Theory]
    [InlineData("book/mareas_labguide_data.json")]
    [InlineData("book/versions/mareas_data.json")]
    [InlineData("book/mareas_complete.md")]
    public async Task Without_a_book_it_is_rejected(string key)
    {
        await using var bed = await Start();
        await Put(bed, key, BookJson.Nested(2));
        await bed.Publish(Wanted);
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Message.ShouldContain("there is no book in tides");
        bed.Workers.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_books_without_a_course_are_one_too_many()
    {
        await using var bed = await Start();
        await Put(bed, Key, BookJson.Nested(2));
        await Put(bed, "book/otro_data.json", BookJson.Nested(2));
        await bed.Publish(Wanted);
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Message.ShouldContain("several books (book/mareas_data.json, book/otro_data.json)");
    }

    [Theory]
    [InlineData("not json", "cannot be read")]
    [InlineData("""{"modules": []}""", "has 0 lessons")]
    public async Task A_book_that_cannot_be_used_is_rejected(string json, string fault)
    {
        await using var bed = await Start();
        await Put(bed, Key, json);
        await bed.Publish(Wanted);
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Message.ShouldContain(fault);
    }

    [Fact]
    public async Task While_the_course_is_under_way_it_is_asked_to_wait()
    {
        await using var bed = await Start();
        await Put(bed, Key, BookJson.Nested(2));
        var held = bed.Script.Let(Act.Hold, WorkKind.Lesson);
        await bed.StartCourse(OutlineYaml.Of([1]));
        await bed.OnlyUnderWay(WorkKind.Lesson);
        await bed.Publish(Wanted);
        await bed.Until(() => bed.Events.Of<CourseStarted>().Any(started => started.Warnings.Any(warning => warning.Contains("send this command again"))));
        held.Release();
        await bed.End();
    }

    static Task Put(CourseBed bed, string key, string text) => BookJson.Put(bed.Store, CourseBed.Location, key, text);

    static Task<CoursePlan> DeckPlan(CourseBed bed) => bed.Store.ReadDocument<CoursePlan>(CourseBed.Location, ArtifactKeys.LastDeckPlan, CancellationToken.None);

    static Task<BuildInputs> Inputs(CourseBed bed, ArtifactRef inputs) => bed.Store.ReadDocument<BuildInputs>(CourseBed.Location, inputs.Key, CancellationToken.None);
}

public sealed class DeckOfBookInMemoryTests() : DeckOfBookTests(Persistence.Memory);

public sealed class DeckOfBookOnPostgresTests() : DeckOfBookTests(Persistence.Postgres);
