using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Courses;

/// <summary>A deck batch that is built in parts, because its deadline came first.</summary>
public abstract class DeckPartTests(Persistence persistence) : CourseSpecs(persistence)
{
    [Fact]
    public async Task A_part_is_kept_and_the_batch_goes_on_from_it()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.MakePart, WorkKind.DeckBatch, "batch-1", times: 2);
        (await bed.Make(OutlineYaml.Of([4, 4]))).ShouldBeOfType<CourseCompleted>();
        var commands = bed.Workers.Sent<BuildDeckBatch>().Where(command => command.Units[0].Id == "batch-1").ToList();
        commands.Select(command => command.Continues?.Key).ShouldBe([null, "DeckBatch/batch-1-part-1.json", "DeckBatch/batch-1-part-2.json"]);
        commands.Select(command => command.Inputs).Distinct().Count().ShouldBe(1);
        commands.ShouldAllBe(command => command.Units[0].Attempt == 1, "going on is no failed attempt");
    }

    [Fact]
    public async Task Merge_and_infographic_take_the_parts_in_order()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.MakePart, WorkKind.DeckBatch, "batch-1", times: 2);
        await bed.Make(OutlineYaml.Of([4, 4]));
        string[] parts = ["DeckBatch/batch-1-part-1", "DeckBatch/batch-1-part-2", "DeckBatch/batch-1", "DeckBatch/batch-2"];
        var merged = await Batches(bed, bed.Workers.Sent<CombineDeck>()[0].Inputs);
        merged.Where(key => key.EndsWith(".pptx", StringComparison.Ordinal)).ShouldBe(parts.Select(part => $"{part}.pptx"));
        merged.Where(key => key.EndsWith(".json", StringComparison.Ordinal)).ShouldBe(parts.Select(part => $"{part}.json"), "they have the glossary's terms");
        (await Batches(bed, bed.Workers.Sent<BuildInfographic>()[0].Inputs)).ShouldBe(parts.Select(part => $"{part}.json"));
        var manifest = await bed.Manifest();
        manifest.Counts.Decks.ShouldBe(new MadeCount(3, 3, 0));
        manifest.Artifacts.Where(artifact => artifact.Item == "batch-1").Select(artifact => artifact.Key).ShouldContain("DeckBatch/batch-1-part-1.pptx");
    }

    [Fact]
    public async Task A_batch_that_fails_after_a_part_is_a_gap_and_its_part_is_still_merged()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.Fail, WorkKind.DeckBatch, "batch-1", FailureKind.BadContent);
        bed.Script.Let(Act.MakePart, WorkKind.DeckBatch, "batch-1", times: 1);
        (await bed.Make(OutlineYaml.Of([4, 4]))).ShouldBeOfType<CourseCompletedWithGaps>().Gaps.ShouldHaveSingleItem().Item.ShouldBe("batch-1");
        (await Batches(bed, bed.Workers.Sent<CombineDeck>()[0].Inputs)).Where(key => key.EndsWith(".pptx", StringComparison.Ordinal))
            .ShouldBe(["DeckBatch/batch-1-part-1.pptx", "DeckBatch/batch-2.pptx"]);
    }

    [Fact]
    public async Task A_part_said_twice_is_kept_once()
    {
        await using var bed = await Start();
        bed.Script.Let(Act.MakePart, WorkKind.DeckBatch, "batch-1", times: 1);
        var held = bed.Script.Let(Act.Hold, WorkKind.DeckBatch, "batch-2");
        await bed.StartCourse(OutlineYaml.Of([4, 4]));
        await bed.Until(() => bed.Items(WorkKind.DeckBatch).Any(item => item.Id == "batch-1" && item.Status == WorkStatus.Done));
        var first = await bed.Command<BuildDeckBatch>("batch-1");
        var artifact = new ArtifactRef("infographics/again.pptx", "", 1);
        await bed.Publish(new DeckBatchBuilt(first.CourseId, FakeWorkers.Receipt(first, first.Units[0], "part 1", [], reused: false), artifact, artifact, 1, new DeckBatchInfo(2, 1, "")));
        held.Release();
        await bed.End();
        bed.Item(WorkKind.DeckBatch, "batch-1").Artifacts.Select(part => part.Key).ShouldNotContain("infographics/again.pptx");
    }

    static async Task<List<string>> Batches(CourseBed bed, ArtifactRef inputs) =>
        [.. (await bed.Store.ReadDocument<BuildInputs>(CourseBed.Location, inputs.Key, CancellationToken.None)).Artifacts
            .Where(artifact => artifact.Kind == WorkKind.DeckBatch).Select(artifact => artifact.Key)];
}

public sealed class DeckPartInMemoryTests() : DeckPartTests(Persistence.Memory);

public sealed class DeckPartOnPostgresTests() : DeckPartTests(Persistence.Postgres);
