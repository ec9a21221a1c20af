using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Estimates;

namespace CourseGen.Planner.Tests.Estimates;

public sealed class CallEstimatesTests
{
    const long Size = 1_000;
    static readonly ModelRef Model = new("fake", "fake-1");
    static readonly ModelProfile Profile = new("fake", "fake-1")
    {
        TokensPerSecond = 70,
        FirstToken = TimeSpan.FromSeconds(2),
        MaxTokens = new Dictionary<WorkKind, int> { [WorkKind.Lesson] = 10_000 },
    };
    readonly LearnedCalls _learned = new();
    readonly CallEstimates _estimates;

    public CallEstimatesTests() => _estimates = new CallEstimates(_learned, new ModelProfiles([Profile]));

    [Fact]
    public void Before_anything_is_learned_the_profile_tells_and_any_answer_may_be_as_long_as_allowed()
    {
        var call = _estimates.Of(Model, WorkKind.Lesson, Size);
        call.Input.ShouldBeGreaterThan(Size);
        (call.Output, call.OutputHigh, call.MaxTokens, call.CacheRead, call.CacheWrite, call.Pictures).ShouldBe((7_000, 10_000, 10_000, 0, 0, 0));
        call.Duration.ShouldBe(TimeSpan.FromSeconds(102));
    }

    [Fact]
    public void Calls_teach_ratio_output_and_duration()
    {
        Learn(200, input: 3_000, output: index => 8_000 + (index % 2 == 0 ? 500 : -500), seconds: 130);
        var call = _estimates.Of(Model, WorkKind.Lesson, Size);
        call.Input.ShouldBeInRange(2_950, 3_300);
        call.Output.ShouldBeInRange(7_950, 8_000);
        call.OutputHigh.ShouldBeInRange(9_400, 9_800);
        call.Duration.TotalSeconds.ShouldBeInRange(129, 130);
        _estimates.Of(Model, WorkKind.Lesson, 2 * Size).Input.ShouldBeInRange(5_900, 6_600);
    }

    [Fact]
    public void The_spread_of_a_few_calls_is_not_trusted()
    {
        Learn(19, input: 3_000, output: _ => 5_000, seconds: 80);
        _estimates.Of(Model, WorkKind.Lesson, Size).OutputHigh.ShouldBe(10_000);
        Learn(1, input: 3_000, output: _ => 5_000, seconds: 80);
        _estimates.Of(Model, WorkKind.Lesson, Size).OutputHigh.ShouldBeLessThan(8_000);
    }

    [Fact]
    public void No_call_is_expected_above_its_limit()
    {
        Learn(100, input: 3_000, output: index => index % 2 == 0 ? 10_000 : 2_000, seconds: 130);
        _estimates.Of(Model, WorkKind.Lesson, Size).OutputHigh.ShouldBe(10_000);
    }

    [Fact]
    public void Stages_and_models_are_learned_apart()
    {
        Learn(100, input: 9_000, output: _ => 9_000, seconds: 10);
        _estimates.Of(Model, WorkKind.Lab, Size).Input.ShouldBe(_estimates.Of(new ModelRef("fake", "other"), WorkKind.Lesson, Size).Input);
        _estimates.Of(Model, WorkKind.Lab, Size).Input.ShouldBeLessThan(_estimates.Of(Model, WorkKind.Lesson, Size).Input);
    }

    [Fact]
    public void What_comes_from_the_cache_is_expected_from_there_again()
    {
        for (var call = 0; call < 50; call++)
            _learned.Learn(WorkKind.Lesson, [new CallUsage(Model, 500, 8_000, 2_000, 500, 0)], Size);
        var expected = _estimates.Of(Model, WorkKind.Lesson, Size);
        var all = expected.Input + expected.CacheRead + expected.CacheWrite;
        ((double)expected.CacheRead / all).ShouldBe(2.0 / 3, 0.01);
        ((double)expected.CacheWrite / all).ShouldBe(1.0 / 6, 0.01);
    }

    [Fact]
    public void Input_is_known_once_ten_calls_or_counts_of_it_were_seen()
    {
        _estimates.KnowsInput(Model, WorkKind.Lesson).ShouldBeFalse();
        Learn(5, input: 3_000, output: _ => 5_000, seconds: 80);
        for (var count = 0; count < 4; count++)
            _learned.LearnInput(Model, WorkKind.Lesson, 3_000, Size);
        _estimates.KnowsInput(Model, WorkKind.Lesson).ShouldBeFalse();
        _learned.LearnInput(Model, WorkKind.Lesson, 3_000, Size);
        _estimates.KnowsInput(Model, WorkKind.Lesson).ShouldBeTrue();
        _estimates.KnowsInput(Model, WorkKind.Slides).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, Size)]
    [InlineData(-3_000, Size)]
    [InlineData(long.MinValue, Size)]
    [InlineData(3_000, 0)]
    [InlineData(8 * Size + 1, Size)]
    [InlineData(long.MaxValue, Size)]
    [InlineData(Size / 4 - 1, Size)]
    public void A_count_that_cannot_be_teaches_nothing(long counted, long size)
    {
        var before = _estimates.InputOf(Model, WorkKind.Lesson, Size);
        for (var count = 0; count < 20; count++)
            _learned.LearnInput(Model, WorkKind.Lesson, counted, size);
        _estimates.InputOf(Model, WorkKind.Lesson, Size).ShouldBe(before);
        _estimates.KnowsInput(Model, WorkKind.Lesson).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9_877)]
    public void Input_that_is_known_is_expected_to_the_token_however_it_is_cached(long input)
    {
        for (var call = 0; call < 3; call++)
            _learned.Learn(WorkKind.Lesson, [new CallUsage(Model, 500, 8_000, 2_001, 503, 0)], Size);
        var expected = _estimates.Reading(Model, WorkKind.Lesson, input);
        (expected.Input + expected.CacheRead + expected.CacheWrite).ShouldBe(input);
    }

    [Fact]
    public void A_picture_is_one_and_has_no_tokens()
    {
        var call = _estimates.Of(Model, WorkKind.Image, 0);
        (call.Input, call.Output, call.MaxTokens, call.Pictures).ShouldBe((0, 0, 0, 1));
        call.Duration.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public void What_is_being_kept_counts_once()
    {
        Learn(10, input: 3_000, output: _ => 5_000, seconds: 80);
        _learned.TakeNew().ShouldHaveSingleItem().Value.Output.Weight.ShouldBe(10);
        Learn(5, input: 3_000, output: _ => 5_000, seconds: 80);
        Weight().ShouldBe(15);
        _learned.Keep(new() { [new(Model, WorkKind.Lesson)] = CallStatistics.None with { Output = new Moments(40, 200_000, 1e9) } });
        Weight().ShouldBe(45);
        _learned.TakeNew().ShouldHaveSingleItem().Value.Output.Weight.ShouldBe(5);
    }

    [Fact]
    public void What_could_not_be_kept_is_given_again()
    {
        Learn(10, input: 3_000, output: _ => 5_000, seconds: 80);
        _learned.TakeNew();
        Learn(5, input: 3_000, output: _ => 5_000, seconds: 80);
        _learned.TakeNew().ShouldHaveSingleItem().Value.Output.Weight.ShouldBe(15);
    }

    double Weight() => _learned.Of(Model, WorkKind.Lesson).Output.Weight;

    void Learn(int calls, long input, Func<int, long> output, double seconds)
    {
        for (var call = 0; call < calls; call++)
            _learned.Learn(WorkKind.Lesson, [new CallUsage(Model, input, output(call), 0, 0, 0) { Took = TimeSpan.FromSeconds(seconds) }], Size);
    }
}
