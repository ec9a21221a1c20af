using CourseGen.Contracts.Testing;
using Xunit.Abstractions;

namespace CourseGen.Contracts.Messages;

/// <summary>Messages carry ids and references, at most 64 KiB: the largest that a course within the product's limits makes.</summary>
public sealed class MessageSizeTests(Wire wire, ITestOutputHelper output) : IClassFixture<Wire>
{
    const int MaxBytes = 64 * 1024;
    static readonly string Sha256 = new('a', 64);
    static readonly string Sentence = string.Concat(Enumerable.Repeat("Эта строка названа целиком. ", 10));
    static readonly string Slug = new('ш', 50);
    static readonly CourseLocation Location =
        new("training-material-production", $"{new string('f', 39)}/{new string('g', 39)}/{new string('h', 39)}");
    static readonly ModelRef Model = new("bedrock", $"arn:aws:bedrock:eu-central-1:123456789012:provisioned-model/{new string('m', 64)}");
    static readonly ArtifactRef Artifact = new($"lessons/module-30-lesson-99-{Slug}.md", Sha256, 123_456);
    static readonly CourseTotals Totals = new(12_345, 12_345, 1_234_567_890, 123_456_789, 12_345.678m, 123_456.7);
    static readonly WorkOrder Order = new(
        Location, 99, Artifact, Guid.NewGuid(), DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(900), new Grant(3, 64_000, 1_000_000, CountInput: true), Model, "12");

    [Fact]
    public Task A_plan_of_two_hundred_lessons_and_labs() => Fits(new CoursePlanned(
        Guid.NewGuid(), Receipt("plan"), Artifact, Text(200), "es-MX", ContentType.Both,
        [.. Numbers(200).Select(number => new PlannedItem($"30-{number:00}", number, number, Sha256))],
        [.. Numbers(200).Select(number => new PlannedItem($"30-99-{number:00}", 0, 0, Sha256))],
        Enum.GetValues<WorkKind>().ToDictionary(kind => kind, _ => Sha256), Enum.GetValues<WorkKind>().ToDictionary(kind => kind, _ => Model),
        Enum.GetValues<WorkKind>().ToDictionary(kind => kind, _ => "12"), [], [Text(200)]));

    [Fact]
    public Task Twenty_planned_visuals() => Fits(new VisualsPlanned(
        Guid.NewGuid(), Receipt("30-99"),
        [.. Pictures(20).Select(id => new PlannedVisual(id, Artifact with { Key = $"prompts/{id}.json" }, CallsModel: true))]));

    [Fact]
    public Task Fifty_pictures_to_draw() => Fits(new RenderImages(
        Guid.NewGuid(), Order, [.. Pictures(50).Select(id => new WorkUnit(id, 3, Sha256, 12, Force: true))]));

    [Fact]
    public Task Fifty_pictures_drawn() => Fits(Rendered(id => new RenderedPicture(Receipt(id), Artifact with { Key = $"images/{id}.png" }, null)));

    [Fact]
    public Task Fifty_pictures_that_failed() => Fits(Rendered(id =>
        new RenderedPicture(Receipt(id), null, new WorkFailure(FailureKind.Transient, Text(200), Text(100)))));

    [Fact]
    public Task Fifty_gaps_with_long_reasons() => Fits(new CourseCompletedWithGaps(
        Guid.NewGuid(), Location, 99, Artifact, Totals, 5_000, [.. Pictures(50).Select(id => new Gap(WorkKind.Image, id, Text(400), Text(200)))]));

    [Fact]
    public Task A_failure_with_fifty_gaps() => Fits(new CourseFailed(
        Guid.NewGuid(), Location, 99, Text(400), Retryable: true, Totals,
        [.. Pictures(50).Select(id => new Gap(WorkKind.Image, id, Text(400), Text(200)))]));

    [Fact]
    public Task A_rejection_with_a_hundred_faults() => Fits(new CourseRejected(
        Guid.NewGuid(), Location, [.. Numbers(100).Select(line => new CommandFault($"outline.yaml:{line}:12", Text(250)))]));

    [Fact]
    public Task A_lab_that_builds_on_all_lessons_of_its_module() => Fits(new WriteLab(
        Guid.NewGuid(), Order, [new WorkUnit("30-00-99", 3, Sha256, 12, Force: true, Text(4096))], Artifact, [.. Numbers(99).Select(_ => Artifact)]));

    [Fact]
    public Task A_deck_of_two_hundred_batches() => Fits(new WriteInputs(
        Guid.NewGuid(), Order, [new WorkUnit("deck", 3, Sha256, 12, Force: true)],
        [.. Numbers(200).Select(number => $"decks/{Text(50)}_batch_{number}.pptx")]));

    [Fact]
    public Task A_batch_of_lessons_redone_with_long_requirements() => Fits(new WriteLessons(
        Guid.NewGuid(), Order, [.. Numbers(6).Select(number => new WorkUnit($"30-{number:00}", 3, Sha256, 12, Force: true, Text(4096)))]));

    [Fact]
    public Task A_start_with_an_outline_in_it() => Fits(new StartCourse
    {
        ProjectFolder = Location.Folder,
        LessonRequirements = Text(4096),
        LabRequirements = Text(4096),
        OutlineYaml = string.Concat(Enumerable.Repeat("      - title: A lesson of the course\n", 48 * 1024 / 38)),
    });

    [Fact]
    public async Task A_larger_one_is_refused_where_it_is_published()
    {
        var throttled = new ModelThrottled(Guid.NewGuid(), Model with { Model = new string('m', MaxBytes) });

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => wire.Publish(throttled));

        refused.Message.ShouldContain(nameof(ModelThrottled));
    }

    async Task Fits<T>(T message) where T : class
    {
        var size = await wire.Publish(message);
        output.WriteLine($"{size} bytes");
        size.ShouldBeInRange(1, MaxBytes);
    }

    static ImagesRendered Rendered(Func<string, RenderedPicture> picture) => new(
        Guid.NewGuid(), "30-99", [.. Pictures(50).Select(picture)], 207, new ImageStatistics(50, 50, 25, 25, 0, "50.0%"),
        [.. Pictures(50).Select(id => new FailedImage(id, Text(200)))]);

    static WorkReceipt Receipt(string item) =>
        new(99, Guid.NewGuid(), item, 3, 12, Sha256, [new CallUsage(Model, 123_456, 64_000, 123_456, 123_456, 1)], Reused: false);

    /// <summary>Cyrillic, so two bytes a letter.</summary>
    static string Text(int bytes) => string.Concat(Enumerable.Repeat(Sentence, 10))[..(bytes / 2)];

    static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    static IEnumerable<string> Pictures(int count) => Numbers(count).Select(number => $"30-99-{number:0000}");
}
