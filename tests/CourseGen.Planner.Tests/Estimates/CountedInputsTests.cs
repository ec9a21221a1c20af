using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Estimates;
using CourseGen.Sagas;

namespace CourseGen.Planner.Tests.Estimates;

public sealed class CountedInputsTests : IDisposable
{
    static readonly ModelRef Model = new("fake", "fake-1");
    readonly MemoryStore _store = new();
    readonly LearnedCalls _learned = new();
    readonly CountedInputs _counted;
    readonly Course _course = new() { CorrelationId = Guid.NewGuid(), Models = new Dictionary<WorkKind, ModelRef> { [WorkKind.Slides] = Model, [WorkKind.Image] = Model } };
    readonly WorkItem _item;

    public CountedInputsTests()
    {
        _item = new WorkItem { CourseId = _course.CorrelationId, Kind = WorkKind.Slides, Id = "01-01", Lesson = "01-01", Revision = 1, Basis = "basis" };
        _counted = new CountedInputs(
            new InputSizes(new MemoryWorkItems(new MemorySession(_store))), _learned, new ModelProfiles([new ModelProfile("fake", "fake-1") { Context = 200_000 }]));
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task The_first_count_is_taken_learned_and_excused_and_the_second_taken_only()
    {
        (await Take(9_000)).ShouldBeTrue();
        (_item.CountedInput, Weight).ShouldBe((9_000, 1));

        (await Take(9_500)).ShouldBeFalse();
        (_item.CountedInput, Weight).ShouldBe((9_500, 1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(-9_000L)]
    [InlineData(long.MinValue)]
    [InlineData(1L)]
    public async Task None_or_one_that_is_too_small_to_be_is_not_taken(long? counted)
    {
        (await Take(counted)).ShouldBeFalse();
        (_item.CountedInput, Weight).ShouldBe((null, 0));
    }

    [Theory]
    [InlineData(100_000, 100_000)]
    [InlineData(200_001, 200_000)]
    [InlineData(long.MaxValue, 200_000)]
    public async Task One_that_is_far_too_large_is_taken_up_to_the_models_context_and_not_learned(long counted, long taken)
    {
        (await Take(counted)).ShouldBeTrue();
        (_item.CountedInput, Weight).ShouldBe((taken, 0));
    }

    [Theory]
    [InlineData(9_000, 500, 100, 7_000, 16_600L)]
    [InlineData(150_000, 0, 0, 60_000, 200_000L)]
    [InlineData(long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue, 200_000L)]
    [InlineData(0, 0, 0, 7_000, null)]
    [InlineData(long.MinValue, -1, -1, long.MinValue, null)]
    public async Task An_item_that_was_called_reads_its_last_input_and_output_next(long input, long read, long written, long output, long? next)
    {
        _item.CountedInput = 9_000;
        (await Take(counted: 9_000, new CallUsage(Model, 1, 1, 1, 1, 0), new CallUsage(Model, input, output, read, written, 0))).ShouldBeFalse();
        (_item.CountedInput, Weight).ShouldBe((next, 0));
    }

    [Fact]
    public async Task A_picture_has_no_input()
    {
        var picture = _item with { Kind = WorkKind.Image };
        (await _counted.Take(_course, picture, Returned(9_000), CancellationToken.None)).ShouldBeFalse();
        picture.CountedInput.ShouldBeNull();
    }

    double Weight => _learned.Of(Model, WorkKind.Slides).InputRatio.Weight;

    Task<bool> Take(long? counted, params CallUsage[] calls) => _counted.Take(_course, _item, Returned(counted, calls), CancellationToken.None);

    static WorkReturned Returned(long? counted, params CallUsage[] calls) =>
        new(Guid.Empty, WorkKind.Slides, new WorkReceipt(1, Guid.Empty, "01-01", 1, 0, "", calls, Reused: false), "It came back.", counted);
}
