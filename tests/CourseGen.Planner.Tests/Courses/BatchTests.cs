using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Courses;

public sealed class BatchTests
{
    [Fact]
    public async Task Sixteen_lessons_make_deck_batches_of_lessons_1_to_6_7_to_12_and_13_to_16()
    {
        await using var bed = await CourseBed.Start();
        await bed.Make(OutlineYaml.Lessons(16));
        var plan = await bed.Plan();
        plan.DeckBatches.ShouldBe([new DeckBatch(0, 1, 6, 3), new DeckBatch(1, 7, 12, 3), new DeckBatch(2, 13, 16, 3)]);
        (await LessonsOf(bed, "batch-1")).ShouldBe([1, 2, 3, 4, 5, 6]);
        (await LessonsOf(bed, "batch-2")).ShouldBe([7, 8, 9, 10, 11, 12]);
        (await LessonsOf(bed, "batch-3")).ShouldBe([13, 14, 15, 16]);
    }

    [Fact]
    public async Task Content_batches_never_cross_modules()
    {
        await using var bed = await CourseBed.Start();
        await bed.Make(OutlineYaml.Of([4, 2, 3]));
        (await bed.Plan()).LessonBatches.ShouldBe(
        [
            new LessonBatch(1, 1, 2, 0, 3), new LessonBatch(1, 2, 2, 3, 4), new LessonBatch(2, 1, 1, 0, 2), new LessonBatch(3, 1, 1, 0, 3),
        ]);
        bed.Workers.Sent<WriteLessons>().Select(command => string.Join(' ', command.Units.Select(unit => unit.Id)))
            .ShouldBe(["01-01 01-02 01-03", "01-04", "02-01 02-02", "03-01 03-02 03-03"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("1", new[] { 1 })]
    [InlineData("1,2", new[] { 1, 2 })]
    [InlineData("1,3-5", new[] { 1, 3, 4, 5 })]
    [InlineData("all", new[] { 1, 2, 3, 4, 5 })]
    public async Task Only_the_selected_modules_are_made(string selection, int[] modules)
    {
        await using var bed = await CourseBed.Start();
        await bed.Make(OutlineYaml.Of([1, 1, 1, 1, 1]), start => start with { ModulesToGenerate = selection });
        bed.Workers.ItemsOf<WriteLessons>().Order().ShouldBe(modules.Select(module => $"{module:00}-01"));
        (await bed.Plan()).SelectedModules.ShouldBe(modules);
    }

    [Fact]
    public async Task A_deck_batch_that_is_partly_selected_keeps_its_number_and_one_with_nothing_selected_is_not_made()
    {
        await using var bed = await CourseBed.Start();
        await bed.Make(OutlineYaml.Of([4, 4, 4, 4]), start => start with { ModulesToGenerate = "3" });
        bed.Workers.ItemsOf<BuildDeckBatch>().ShouldBe(["batch-2"]);
        (await LessonsOf(bed, "batch-2")).ShouldBe([9, 10, 11, 12]);
        (await bed.Plan()).DeckBatches.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_later_selection_on_an_equal_outline_adds_to_the_earlier_one_and_pays_only_for_what_is_new()
    {
        await using var bed = await CourseBed.Start();
        var yaml = OutlineYaml.Of([2, 2]);
        await bed.Make(yaml, start => start with { ModulesToGenerate = "1" });
        await bed.Make(yaml, start => start with { ModulesToGenerate = "2" });
        (await bed.Plan(2)).SelectedModules.ShouldBe([1, 2]);
        (await LessonsOf(bed, "batch-1")).ShouldBe([1, 2, 3, 4]);
        foreach (var lesson in (string[])["01-01", "01-02", "02-01", "02-02"])
            bed.Artifacts.Payment(WorkKind.Lesson, lesson).ShouldBe(1);
        (await bed.Manifest()).Counts.Lessons.ShouldBe(new MadeCount(4, 4, 0));
    }

    [Theory]
    [InlineData("theory")]
    [InlineData("labs")]
    public async Task Theory_alone_has_no_labs_and_labs_alone_have_no_theory(string type)
    {
        await using var bed = await CourseBed.Start();
        (await bed.Make(OutlineYaml.Of([2], labs: true), start => start with { ContentType = type })).ShouldBeOfType<CourseCompleted>();
        var kinds = bed.Artifacts.Payments.Keys.Select(key => key.Kind).Distinct().Order();
        kinds.ShouldBe(type == "labs"
            ? [WorkKind.LabPlan, WorkKind.Lab, WorkKind.LabGuide]
            : [WorkKind.Lesson, WorkKind.Visuals, WorkKind.Image, WorkKind.Slides, WorkKind.DeckBatch, WorkKind.Infographic, WorkKind.Book, WorkKind.Deck]);
    }

    [Fact]
    public async Task Both_without_labs_runs_as_theory_and_says_so()
    {
        await using var bed = await CourseBed.Start();
        await bed.Make(OutlineYaml.Of([1]));
        (await bed.Event<CourseStarted>()).Warnings.ShouldHaveSingleItem().ShouldContain("no labs");
        (await bed.Plan()).ContentType.ShouldBe(ContentType.Theory);
    }

    [Fact]
    public async Task Labs_of_modules_that_have_none_are_rejected()
    {
        await using var bed = await CourseBed.Start();
        await bed.StartCourse(OutlineYaml.Of([1]), start => start with { ContentType = "labs" });
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Field.ShouldBe("content_type");
    }

    /// <summary>Numbers through the course of the lessons that the batch's deck is built of.</summary>
    static async Task<IReadOnlyList<int>> LessonsOf(CourseBed bed, string batch)
    {
        var command = bed.Workers.Sent<BuildDeckBatch>().Last(command => command.Units[0].Id == batch);
        var inputs = await bed.Store.ReadDocument<BuildInputs>(CourseBed.Location, command.Inputs.Key, CancellationToken.None);
        var plan = await bed.Plan(command.Order.Revision);
        return [.. inputs.Artifacts.Where(artifact => artifact.Kind == WorkKind.Lesson).Select(artifact => plan.Lessons.Single(lesson => lesson.Id == artifact.Item).Number)];
    }
}
