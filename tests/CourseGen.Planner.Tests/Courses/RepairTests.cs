using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Courses;

public abstract class RepairTests(Persistence persistence) : CourseSpecs(persistence)
{
    static readonly string Yaml = OutlineYaml.Of([2, 2], labs: true);
    static readonly RepairCourse Missing = new() { ProjectFolder = "tides", What = ["missing"] };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_repair_makes_what_is_missing_and_pays_for_nothing_else(bool newSaga)
    {
        await using var first = await Start();
        first.Script.Let(Act.Fail, WorkKind.Lesson, "02-01", FailureKind.BadContent);
        first.Script.Let(Act.Fail, WorkKind.Image, "01-01-0001", FailureKind.BadContent);
        await first.Make(Yaml);
        first.Script.Forget();
        await using var second = newSaga ? await Start(like: first) : null;
        var bed = second ?? first;
        (await bed.Redo(Missing)).ShouldBeOfType<CourseCompleted>();
        bed.Artifacts.Payments.Where(paid => paid.Key.Kind < WorkKind.Inputs).ShouldAllBe(paid => paid.Value == 1 || paid.Key.Kind == WorkKind.Lab);
        bed.Workers.Sent<WriteLessons>().Last(command => command.Units.Any(unit => unit.Id == "02-01")).Units.Single(unit => unit.Id == "02-01").Generation.ShouldBe(1);
        bed.Workers.Sent<RenderImages>().Last(command => command.Units[0].Id == "01-01-0001").Units[0].Generation.ShouldBe(1);
        var manifest = await bed.Manifest();
        manifest.Status.ShouldBe("completed");
        manifest.Gaps.ShouldBeEmpty();
        manifest.Counts.Lessons.ShouldBe(new MadeCount(4, 4, 0));
        bed.Course.Revision.ShouldBe(1);
    }

    [Fact]
    public async Task A_generation_raised_once_stays_for_good()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.Fail, WorkKind.Slides, "01-01", FailureKind.BadContent, times: 1);
        await bed.Make(Yaml);
        await bed.Redo(Missing);
        await bed.Redo(Missing);
        await using var later = await Start(like: bed);
        (await later.Redo(Missing)).ShouldBeOfType<CourseCompleted>().Totals.Calls.ShouldBe(0);
        later.Item(WorkKind.Slides, "01-01").Generation.ShouldBe(1);
        await later.Redo(new BuildBook { ProjectFolder = "tides" });
        await later.Redo(new BuildBook { ProjectFolder = "tides" });
        later.Course.Remembered.ShouldHaveSingleItem().Items.ShouldBe(["01-01"]);
    }

    [Fact]
    public async Task A_repair_of_named_items_pays_only_for_those_and_what_is_made_of_them()
    {
        await using var bed = await Start();
        await bed.Make(Yaml);
        var before = bed.Workers.Commands.Count;
        (await bed.Redo(new RepairCourse { ProjectFolder = "tides", What = ["01-02"], Force = true })).ShouldBeOfType<CourseCompleted>();
        var commands = bed.Workers.Commands.Skip(before).ToList();
        commands.Where(command => command.Order.Grant.Calls > 0).SelectMany(command => command.Units.Select(unit => unit.Id)).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["01-00-01", "01-02", "01-02-0001", "01-02-0002", "01-02-01"]);
        bed.Artifacts.Payment(WorkKind.Lesson, "01-02").ShouldBe(2);
        bed.Artifacts.Payment(WorkKind.Lesson, "01-01").ShouldBe(1);
        commands.SelectMany(command => command.Units).Where(unit => unit.Force).ShouldAllBe(unit => unit.Id == "01-02" && unit.Generation == 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_repairs_wishes_change_the_item_once_and_stay_with_it(bool newSaga)
    {
        await using var first = await Start();
        await first.Make(Yaml);
        await first.Redo(new RepairCourse { ProjectFolder = "tides", What = ["01-02"], Requirements = "More examples." });
        first.Workers.Sent<WriteLessons>().SelectMany(command => command.Units).Last(unit => unit.Id == "01-02").Requirements.ShouldBe("More examples.");
        first.Artifacts.Payment(WorkKind.Lesson, "01-02").ShouldBe(2);
        await using var second = newSaga ? await Start(like: first) : null;
        var bed = second ?? first;
        (await bed.Redo(new BuildBook { ProjectFolder = "tides" })).ShouldBeOfType<CourseCompleted>();
        (await bed.Redo(Missing)).ShouldBeOfType<CourseCompleted>();
        bed.Artifacts.Payment(WorkKind.Lesson, "01-02").ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_rebuild_of_the_book_calls_no_model_and_forgets_nothing_in_the_manifest(bool newSaga)
    {
        await using var first = await Start();
        await first.Make(Yaml);
        var before = await first.Manifest();
        var paid = first.Artifacts.Payments.Values.Sum();
        await using var second = newSaga ? await Start(like: first) : null;
        var bed = second ?? first;
        var sent = bed.Workers.Commands.Count;
        (await bed.Redo(new BuildBook { ProjectFolder = "tides" })).ShouldBeOfType<CourseCompleted>();
        bed.Workers.Commands.Skip(sent).ShouldAllBe(command => command.Order.Grant.Calls == 0);
        bed.Artifacts.Payments.Values.Sum().ShouldBe(paid);
        var after = await bed.Manifest();
        after.Artifacts.Select(artifact => artifact.Key).ShouldBe(before.Artifacts.Select(artifact => artifact.Key), ignoreOrder: true);
        after.Counts.ShouldBe(before.Counts);
        after.Status.ShouldBe("completed");
    }

    [Fact]
    public async Task A_rebuild_with_other_formats_asks_for_those()
    {
        await using var bed = await Start();
        await bed.Make(OutlineYaml.Of([1]));
        await bed.Redo(new BuildBook { ProjectFolder = "tides", BookFormats = ["html"] });
        bed.Workers.Sent<WriteBook>().Select(command => string.Join(',', command.Formats)).ShouldBe(["md,json,html", "html"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_batch_decks_are_merged_later_without_a_model(bool newSaga)
    {
        await using var first = await Start();
        await first.Make(OutlineYaml.Lessons(8), start => start with { AutoCombine = false });
        await using var second = newSaga ? await Start(like: first) : null;
        var bed = second ?? first;
        var sent = bed.Workers.Commands.Count;
        (await bed.Redo(new MergeDeck { ProjectFolder = "tides" })).ShouldBeOfType<CourseCompleted>();
        bed.Workers.Sent<CombineDeck>().ShouldHaveSingleItem();
        bed.Workers.Commands.Skip(sent).ShouldAllBe(command => command.Order.Grant.Calls == 0);
        var manifest = await bed.Manifest();
        manifest.Counts.Decks.ShouldBe(new MadeCount(3, 3, 0));
        manifest.Counts.Books.ShouldBe(new MadeCount(1, 1, 0));
    }

    [Fact]
    public async Task Listed_decks_are_merged_in_their_order_as_they_are_now()
    {
        await using var bed = await Start();
        await bed.Make(OutlineYaml.Of([1]));
        foreach (var deck in (string[])["a.pptx", "b.pptx"])
            await bed.Store.PutBytes(CourseBed.Location, $"edited/{deck}", [1, 2, 3], PutCondition.Always, CancellationToken.None);
        var before = await bed.Manifest();
        await bed.Redo(new MergeDeck { ProjectFolder = "tides", PptBatchResults = [new("tides/edited/b.pptx", 1, 3), new("tides/edited/a.pptx", 0, 3)] });
        var inputs = await bed.Store.ReadDocument<BuildInputs>(CourseBed.Location, bed.Workers.Sent<CombineDeck>().Last().Inputs.Key, CancellationToken.None);
        inputs.Artifacts.Select(artifact => artifact.Key).ShouldBe(["edited/a.pptx", "edited/b.pptx"]);
        var after = await bed.Manifest();
        after.Artifacts.Count.ShouldBe(before.Artifacts.Count);
        after.Counts.ShouldBe(before.Counts);
    }

    [Fact]
    public async Task A_listed_deck_that_is_not_there_is_named()
    {
        await using var bed = await Start();
        await bed.Make(OutlineYaml.Of([1]));
        (await bed.Redo(new MergeDeck { ProjectFolder = "tides", PptBatchResults = [new("tides/gone.pptx", 0, 3)] }))
            .ShouldBeOfType<CourseFailed>().Reason.ShouldContain("gone.pptx");
    }

    [Fact]
    public async Task A_pause_in_the_middle_of_a_repair_forgets_nothing_in_the_manifest()
    {
        await using var bed = await Start();
        await bed.Make(Yaml);
        var before = await bed.Manifest();
        var slow = bed.Script.Let(Act.Hold, WorkKind.Lesson, "01-01");
        await bed.Publish(Missing);
        await bed.Until(() => bed.Workers.Sent<WriteLessons>().Count > 2);
        await bed.Publish(new PauseCourse { ProjectFolder = "tides" });
        await bed.Event<CoursePaused>();
        (await bed.Manifest()).Artifacts.Select(artifact => artifact.Key).ShouldBe(before.Artifacts.Select(artifact => artifact.Key), ignoreOrder: true);
        slow.Release();
        (await bed.Redo(new ResumeCourse { ProjectFolder = "tides" })).ShouldBeOfType<CourseCompleted>();
    }

    [Theory]
    [InlineData("03-01", "the plan has no 03-01")]
    [InlineData("01-02-07", "the plan has no 01-02-07")]
    [InlineData("03-01-0001", "the plan has no 03-01-0001")]
    [InlineData("lesson one", "'lesson one' is no id")]
    public async Task A_repair_of_what_the_plan_has_not_is_rejected(string item, string fault)
    {
        await using var bed = await Start();
        await bed.Make(Yaml);
        await bed.Publish(new RepairCourse { ProjectFolder = "tides", What = [item] });
        (await bed.Event<CourseRejected>()).Faults.ShouldHaveSingleItem().Message.ShouldStartWith(fault);
    }
}

public sealed class RepairInMemoryTests() : RepairTests(Persistence.Memory);

public sealed class RepairOnPostgresTests() : RepairTests(Persistence.Postgres);
