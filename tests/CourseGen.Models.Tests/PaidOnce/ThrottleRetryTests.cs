using CourseGen.Contracts;
using CourseGen.Models.Testing;

namespace CourseGen.Models.PaidOnce;

public sealed class ThrottleRetryTests : IDisposable
{
    readonly TestStore _store = new();
    readonly ScriptedModel _model = new();
    readonly FakeTime _time = new();
    /// <summary>No renewal of a claim comes between.</summary>
    readonly PaidOnceOptions _options = new() { ClaimRenewal = TimeSpan.FromHours(1), ClaimStale = TimeSpan.FromHours(2) };
    readonly Pod _pod;

    public ThrottleRetryTests() => _pod = new(_store, _model, _time, _options);

    public void Dispose()
    {
        _pod.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task A_throttled_call_is_tried_again_in_place_and_counts_once()
    {
        _model.Reply = (number, _) => number < 4 ? throw new ModelThrottledException(ScriptedModel.Ref) : Task.FromResult(ScriptedModel.Says("at last"));
        var told = new List<(int Call, ModelRef Model)>();
        var unit = Pod.Unit(calls: 1) with { Throttled = model => told.Add((_model.Calls, model)) };

        var write = _pod.Write(unit);
        await PassRetries(write);

        (await write).Reused.ShouldBeFalse();
        (_model.Calls, unit.Calls.Count).ShouldBe((4, 1));
        told.ShouldBe([(1, ScriptedModel.Ref), (2, ScriptedModel.Ref), (3, ScriptedModel.Ref)]);
    }

    [Fact]
    public async Task A_call_throttled_for_thirty_seconds_fails_for_the_planner_to_try_later()
    {
        var start = _time.GetUtcNow();
        _model.Reply = (_, _) => throw new ModelThrottledException(ScriptedModel.Ref);
        var told = 0;

        var write = _pod.Write(Pod.Unit() with { Throttled = _ => told++ });
        await PassRetries(write);

        await Should.ThrowAsync<ModelThrottledException>(() => write);
        (_time.GetUtcNow() - start).ShouldBe(_options.ThrottleRetry);
        _model.Calls.ShouldBeInRange(5, 12);
        told.ShouldBe(_model.Calls);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_tried_again_in_place_but_nobody_is_told_of_throttling()
    {
        _model.Reply = (_, _) => throw new ModelUnreachableException("http://models");
        var told = 0;

        var write = _pod.Write(Pod.Unit() with { Throttled = _ => told++ });
        await PassRetries(write);

        (await Should.ThrowAsync<WorkException>(() => write)).Kind.ShouldBe(FailureKind.Configuration);
        _model.Calls.ShouldBeInRange(5, 12);
        told.ShouldBe(0);
    }

    [Fact]
    public async Task A_throttled_call_lets_others_pass_the_gate_while_it_waits()
    {
        using var pod = new Pod(_store, _model, _time, _options with { ConcurrentCalls = 1 });
        _model.Reply = (number, _) => number == 1 ? throw new ModelThrottledException(ScriptedModel.Ref) : Task.FromResult(ScriptedModel.Says("text"));
        var throttled = pod.Write();
        await _time.Waiting(_options.ThrottleDelay);

        await pod.Maker.Write(Pod.Unit(), "b.md", "f2", async (calls, cancel) => [(byte)(await calls.Ask([new(Microsoft.Extensions.AI.ChatRole.User, "Write.")], cancel)).Text.Length], default);

        throttled.IsCompleted.ShouldBeFalse();
        await PassRetries(throttled);
        await throttled;
    }

    /// <summary>Lets exactly the time of each wait pass.</summary>
    async Task PassRetries(Task write)
    {
        while (await Task.WhenAny(write, _time.Waiting(_options.ThrottleRetry / 4)) != write)
            _time.AdvanceToNext();
    }
}
