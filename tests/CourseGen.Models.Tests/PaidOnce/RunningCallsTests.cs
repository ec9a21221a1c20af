using System.Text;
using CourseGen.Models.Testing;

namespace CourseGen.Models.PaidOnce;

public sealed class RunningCallsTests : IDisposable
{
    readonly TestStore _store = new();
    readonly ScriptedModel _model = new();
    readonly FakeTime _time = new();
    readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Pod _pod;

    public RunningCallsTests() => _pod = new(_store, _model, _time);

    public void Dispose()
    {
        _pod.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task A_second_delivery_joins_the_running_call_and_reports_its_usage()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        var (first, second) = (Pod.Unit(), Pod.Unit());
        var deliveries = new[] { _pod.Write(first), _pod.Write(second) };
        await inFlight;
        _go.SetResult();

        var made = await Task.WhenAll(deliveries);

        _model.Calls.ShouldBe(1);
        made.Select(one => (one.Reused, Encoding.UTF8.GetString(one.Bytes.Span))).ShouldBe([(false, "answer 1"), (false, "answer 1")]);
        second.Calls.ShouldBe(first.Calls);
    }

    [Fact]
    public async Task Work_of_another_reservation_that_joins_has_used_nothing_itself()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        var unit = Pod.Unit(reservation: Guid.AllBitsSet);
        var first = _pod.Write();
        await inFlight;
        var second = _pod.Write(unit);
        _go.SetResult();
        await first;

        ((await second).Reused, unit.Calls.Count).ShouldBe((true, 0));
    }

    [Fact]
    public async Task A_call_outlives_its_delivery()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        using var delivery = new CancellationTokenSource();
        var cut = _pod.Write(token: delivery.Token);
        await inFlight;
        await delivery.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => cut);

        var redelivered = Pod.Unit();
        var again = _pod.Write(redelivered);
        _go.SetResult();

        (await again).Reused.ShouldBeFalse();
        (_model.Calls, redelivered.Calls.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_call_still_running_when_the_time_is_up_has_used_its_grant()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        var write = _pod.Write(Pod.Unit() with { EndsAt = _time.GetUtcNow().AddSeconds(10) });
        await inFlight;

        _time.Advance(TimeSpan.FromSeconds(10));

        (await Should.ThrowAsync<ModelUnavailableException>(() => write)).Message.ShouldContain("lesson 01-01");
    }

    [Fact]
    public async Task A_delivery_that_ends_at_the_same_moment_learns_how_the_run_ended()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        using var delivery = new CancellationTokenSource(TimeSpan.FromSeconds(10), _time);
        var write = _pod.Write(Pod.Unit() with { EndsAt = _time.GetUtcNow().AddSeconds(10) }, token: delivery.Token);
        await inFlight;

        _time.Advance(TimeSpan.FromSeconds(10));

        await Should.ThrowAsync<ModelUnavailableException>(() => write);
    }

    [Fact]
    public async Task Without_an_end_of_its_own_an_item_ends_at_its_deadline()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        var write = _pod.Write();
        await inFlight;

        _time.Advance(TimeSpan.FromSeconds(899));
        write.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<ModelUnavailableException>(() => write);
    }

    [Fact]
    public async Task An_item_whose_turn_did_not_come_in_time_goes_back_unpaid()
    {
        using var pod = new Pod(_store, _model, _time, new() { ConcurrentCalls = 1 });
        var inFlight = _model.HoldUntil(_go.Task);
        var first = pod.Write(fingerprint: "f0");
        await inFlight;
        var unit = Pod.Unit() with { EndsAt = _time.GetUtcNow().AddSeconds(10) };
        var claims = _time.Waiting(new PaidOnceOptions().ClaimRenewal, 3);
        var second = pod.Maker.Write(unit, "b.md", Pod.Made, async (calls, cancel) => Encoding.UTF8.GetBytes((await calls.Ask([], cancel)).Text), default);
        await claims;

        _time.Advance(TimeSpan.FromSeconds(10));

        (await Should.ThrowAsync<UnfinishedException>(() => second)).Message.ShouldContain("its time was up");
        (_model.Calls, unit.Calls.Count).ShouldBe((1, 0));
        _go.SetResult();
        await first;
    }

    [Fact]
    public async Task An_answer_that_comes_with_the_end_of_the_time_is_kept_and_stored()
    {
        _model.Reply = (_, _) =>
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            return Task.FromResult(ScriptedModel.Says("just in time"));
        };

        await _pod.Write(Pod.Unit() with { EndsAt = _time.GetUtcNow().AddSeconds(10) });

        (await _store.Text(Pod.Key)).ShouldBe("just in time");
    }

    [Fact]
    public async Task A_picture_that_is_paid_for_is_stored_whatever_came_between_and_however_late_it_is()
    {
        var puts = 0;
        _store.BeforePut = async key =>
        {
            if (key != Pod.Key || puts++ > 0)
                return;
            await _store.Keep(Pod.Key, "other", "f0");
            _time.Advance(TimeSpan.FromSeconds(10));
        };

        await _pod.Draw(Pod.Unit() with { EndsAt = _time.GetUtcNow().AddSeconds(10) });

        (_model.Calls, await _store.Text(Pod.Key), await _store.Text($"versions/{Pod.Key}.1")).ShouldBe((1, "answer 1", "other"));
    }

    [Fact]
    public async Task A_process_that_stops_ends_its_calls_and_their_claims()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        var write = _pod.Write();
        await inFlight;

        await _pod.Running.StopAsync(default);

        (await Should.ThrowAsync<UnfinishedException>(() => write)).Message.ShouldContain("stopped");
        (await ClaimFile.Read(_store, 0)).IsLive(_time.GetUtcNow()).ShouldBeFalse();
        await Should.ThrowAsync<UnfinishedException>(() => _pod.Write());
        _model.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_disposes_its_container_before_it_stops_ends_its_calls_all_the_same()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        var running = _pod.Running;
        var write = _pod.Write();
        await inFlight;
        _pod.Dispose();

        await running.StopAsync(default);

        (await Should.ThrowAsync<UnfinishedException>(() => write)).Message.ShouldContain("stopped");
        (await ClaimFile.Read(_store, 0)).IsLive(_time.GetUtcNow()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_item_that_failed_is_tried_anew_by_the_next_delivery()
    {
        _model.Reply = (number, _) => number == 1 ? throw new ModelUnavailableException("cut off") : Task.FromResult(ScriptedModel.Says("text"));
        await Should.ThrowAsync<ModelUnavailableException>(() => _pod.Write());

        (await _pod.Write()).Reused.ShouldBeFalse();
    }
}
