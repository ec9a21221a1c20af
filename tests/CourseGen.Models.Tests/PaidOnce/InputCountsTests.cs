using CourseGen.Contracts;
using CourseGen.Models.Testing;

namespace CourseGen.Models.PaidOnce;

public sealed class InputCountsTests : IDisposable
{
    const long Granted = 3_000;
    readonly TestStore _store = new();
    readonly ScriptedModel _model = new();
    readonly FakeTime _time = new();
    readonly Pod _pod;

    public InputCountsTests() => _pod = new(_store, _model, _time);

    public void Dispose()
    {
        _pod.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task A_call_that_would_read_more_than_granted_is_not_made_and_says_how_much()
    {
        _model.Counts(Granted + 1);
        var unit = Unit();

        var large = await Should.ThrowAsync<InputExceedsGrantException>(() => _pod.Write(unit));

        large.Message.ShouldBe("The next call for lesson 01-01 reads 3,001 tokens, and 3,000 are granted.");
        (large.Counted, _model.Calls, unit.Calls.Count).ShouldBe((3_001, 0, 0));
    }

    [Fact]
    public async Task With_a_larger_grant_it_is_made_by_the_same_process_or_another()
    {
        _model.Counts(Granted + 1);
        await Should.ThrowAsync<InputExceedsGrantException>(() => _pod.Write(Unit()));
        using var other = new Pod(_store, _model, _time);
        await Should.ThrowAsync<InputExceedsGrantException>(() => other.Write(Unit()));

        await other.Write(Unit(granted: Granted + 1));

        _model.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_of_just_what_is_granted_is_made()
    {
        _model.Counts(Granted);

        await _pod.Write(Unit());

        (_model.CountsMade, _model.Calls).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(false, Granted)]
    [InlineData(true, null)]
    public async Task Nothing_is_counted_unless_the_grant_says_so_and_against_what(bool count, long? granted)
    {
        _model.Counts(1_000_000);

        await _pod.Write(Unit(granted, count));

        (_model.CountsMade, _model.Calls).ShouldBe((0, 1));
    }

    [Fact]
    public async Task An_answer_that_is_kept_is_not_counted()
    {
        _model.Counts(1);
        await Should.ThrowAsync<GrantUsedUpException>(() => _pod.WriteAll(2, Unit(calls: 1)));
        using var next = new Pod(_store, _model, _time);

        await next.WriteAll(2, Unit(calls: 1, reservation: Guid.AllBitsSet));

        (_model.CountsMade, _model.Calls).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Of_a_client_that_cannot_count_calls_are_made_uncounted()
    {
        await _pod.Write(Unit());

        _model.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_model_that_is_not_counted_is_asked_once_in_a_process()
    {
        _model.Counts(null);

        await _pod.Write(Unit(), "f1");
        await _pod.Write(Unit(), "f2");

        (_model.CountsMade, _model.Calls).ShouldBe((1, 2));
    }

    [Theory]
    [InlineData(FailureKind.Transient)]
    [InlineData(FailureKind.BadContent)]
    [InlineData(FailureKind.Configuration)]
    public async Task A_count_that_fails_is_done_without_and_tried_once_for_each_call(FailureKind kind)
    {
        _model.Count = _ => throw new WorkException(kind, "No count.", "None.");

        await _pod.Write(Unit(), "f1");
        await _pod.Write(Unit(), "f2");

        (_model.CountsMade, _model.Calls).ShouldBe((2, 2));
    }

    [Fact]
    public async Task A_throttled_count_shrinks_nobodys_belief()
    {
        var throttled = new List<ModelRef>();
        _model.Count = _ => throw new ModelThrottledException(ScriptedModel.Ref);

        await _pod.Write(Unit() with { Throttled = throttled.Add });

        (throttled.Count, _model.Calls).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_count_that_takes_too_long_is_done_without()
    {
        _model.Count = async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return 1;
        };
        var timeout = new PaidOnceOptions().CountTimeout;
        var counting = _time.Waiting(timeout);
        var write = _pod.Write(Unit());
        await counting;

        _time.Advance(timeout);
        await write;

        _model.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task An_item_whose_time_is_up_while_it_is_counted_goes_back_uncalled()
    {
        var counting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _model.Count = async token =>
        {
            counting.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return 1;
        };
        var write = _pod.Write(Unit() with { EndsAt = _time.GetUtcNow().AddSeconds(5) });
        await counting.Task.WaitAsync(Pod.Patience);

        _time.Advance(TimeSpan.FromSeconds(5));

        (await Should.ThrowAsync<UnfinishedException>(() => write)).Message.ShouldContain("its time was up");
        _model.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Injected_failures_leave_counts_alone()
    {
        _model.Counts(Granted + 1);
        using var pod = new Pod(_store, _model, _time, failures: new SeededFailures(1, seed: 1));

        await Should.ThrowAsync<InputExceedsGrantException>(() => pod.Write(Unit()));
    }

    static UnitContext Unit(long? granted = Granted, bool count = true, int calls = 3, Guid? reservation = null)
    {
        var unit = Pod.Unit(calls, reservation: reservation);
        return unit with { Order = unit.Order with { Grant = unit.Order.Grant with { InputTokens = granted, CountInput = count } } };
    }
}
