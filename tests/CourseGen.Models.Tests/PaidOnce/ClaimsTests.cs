using System.Text;
using CourseGen.Contracts.Documents;
using CourseGen.Models.Testing;
using CourseGen.Storage;

namespace CourseGen.Models.PaidOnce;

public sealed class ClaimsTests : IDisposable
{
    readonly TestStore _store = new();
    readonly ScriptedModel _model = new();
    readonly FakeTime _time = new();
    readonly PaidOnceOptions _options = new();
    readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Pod _pod;
    readonly Pod _other;

    public ClaimsTests() => (_pod, _other) = (new(_store, _model, _time), new(_store, _model, _time));

    public void Dispose()
    {
        _pod.Dispose();
        _other.Dispose();
        _store.Dispose();
    }

    DateTimeOffset Now => _time.GetUtcNow();

    [Fact]
    public async Task An_item_is_claimed_while_its_calls_run_and_its_claim_ends_with_them()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        var write = _pod.Write();
        await inFlight;
        (await ClaimFile.Read(_store, 0)).ShouldSatisfyAllConditions(
            claim => claim.Until.ShouldBe(Now + _options.ClaimStale),
            claim => claim.Process.ShouldBe(OwnerProcess.Current));
        _go.SetResult();
        await write;

        (await ClaimFile.Read(_store, 0)).Until.ShouldBe(Now);
    }

    [Fact]
    public async Task A_claim_is_renewed_while_a_call_runs()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        var write = _pod.Write();
        await inFlight;
        for (var renewal = 0; renewal < 5; renewal++)
        {
            await _time.Waiting(_options.ClaimRenewal);
            _time.Advance(_options.ClaimRenewal);
        }
        await _time.Waiting(_options.ClaimRenewal);

        (await ClaimFile.Read(_store, 0)).Until.ShouldBe(Now + _options.ClaimStale);
        _go.SetResult();
        await write;
    }

    [Fact]
    public async Task Whoever_finds_a_live_claim_waits_for_the_artifact()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        var write = _pod.Write();
        await inFlight;
        var unit = Pod.Unit(reservation: Guid.AllBitsSet);
        var waiting = _other.Write(unit);
        await _time.Waiting(_options.ClaimPoll);
        _time.Advance(_options.ClaimPoll);
        await _time.Waiting(_options.ClaimPoll);
        waiting.IsCompleted.ShouldBeFalse();
        _go.SetResult();
        await write;

        _time.Advance(_options.ClaimPoll);

        var found = await waiting;
        (found.Reused, Encoding.UTF8.GetString(found.Bytes.Span), _model.Calls, unit.Calls.Count).ShouldBe((true, "answer 1", 1, 0));
    }

    [Fact]
    public async Task Of_a_picture_that_two_deliveries_draw_one_is_paid_for_and_both_report_it()
    {
        var inFlight = _model.HoldUntil(_go.Task);
        var draw = _pod.Draw();
        await inFlight;
        var unit = Pod.Unit();
        var waiting = _other.Draw(unit);
        await _time.Waiting(_options.ClaimPoll);
        _go.SetResult();
        await draw;

        _time.Advance(_options.ClaimPoll);

        ((await waiting).Reused, _model.Calls, unit.Calls.Count).ShouldBe((false, 1, 1));
    }

    [Fact]
    public async Task An_answer_that_the_claims_owner_kept_is_enough_for_whoever_waits()
    {
        await ClaimFile.Write(_store, 0, Now + TimeSpan.FromDays(1));
        var waiting = _pod.Write();
        await _time.Waiting(_options.ClaimPoll);
        await KeepAnswer(1, "theirs");

        _time.Advance(_options.ClaimPoll);

        ((await waiting).Reused, await _store.Text(Pod.Key), _model.Calls).ShouldBe((false, "theirs", 0));
    }

    [Fact]
    public async Task An_answer_that_is_kept_needs_no_claim()
    {
        await ClaimFile.Write(_store, 0, Now + TimeSpan.FromDays(1));
        await KeepAnswer(1, "theirs");

        await _pod.Write();

        (_model.Calls, await _store.Text(Pod.Key)).ShouldBe((0, "theirs"));
        (await _store.Keys(".coursegen/claims/")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_claim_that_is_not_renewed_is_taken_over_when_it_is_stale()
    {
        await ClaimFile.Write(_store, 0, Now + _options.ClaimStale);
        var write = _pod.Write();
        await _time.Waiting(_options.ClaimPoll);
        _model.Calls.ShouldBe(0);

        _time.Advance(_options.ClaimStale);

        (await write).Reused.ShouldBeFalse();
        (await _store.Keys(".coursegen/claims/")).ShouldBe([ArtifactKeys.Claim(Pod.Made, 0), ArtifactKeys.Claim(Pod.Made, 1)]);
    }

    [Fact]
    public async Task A_claim_of_a_process_that_is_gone_from_this_host_is_taken_over_at_once()
    {
        await ClaimFile.Write(_store, 0, Now + TimeSpan.FromDays(1), ClaimFile.Dead);

        (await _pod.Write()).Reused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_claim_that_ended_is_followed_at_once_by_the_next_number()
    {
        for (var takeover = 0; takeover <= 10; takeover++)
            await ClaimFile.Write(_store, takeover, Now);

        await _pod.Write();

        (await ClaimFile.Read(_store, 11)).Process.ShouldBe(OwnerProcess.Current);
    }

    [Fact]
    public async Task Whoever_was_taken_over_makes_no_further_call()
    {
        await _store.Keep(Pod.Key, "old", "f0");
        var asked = new TaskCompletionSource();
        var write = _pod.Maker.Write(Pod.Unit(), Pod.Key, Pod.Made, async (calls, cancel) =>
        {
            await calls.Ask([], cancel);
            asked.SetResult();
            await _go.Task;
            return Encoding.UTF8.GetBytes((await calls.Ask([], cancel)).Text);
        }, default);
        await asked.Task;
        await ClaimFile.Write(_store, 1, Now + TimeSpan.FromDays(1));
        var noticed = new TaskCompletionSource();
        _store.AfterFind = key =>
        {
            if (key == ArtifactKeys.Claim(Pod.Made, 1))
                noticed.TrySetResult();
            return Task.CompletedTask;
        };
        await _time.Waiting(_options.ClaimRenewal);
        _time.Advance(_options.ClaimRenewal);
        await noticed.Task.WaitAsync(Pod.Patience);
        _time.Advance(_options.ClaimStale);
        _go.SetResult();
        await _time.Waiting(_options.ClaimPoll);
        await KeepAnswer(2, "theirs");
        _time.Advance(_options.ClaimPoll);

        await write.WaitAsync(Pod.Patience);

        (_model.Calls, await _store.Text(Pod.Key)).ShouldBe((1, "theirs"));
    }

    [Fact]
    public async Task Where_no_claim_can_be_stored_nothing_is_paid_for()
    {
        _store.BeforePut = key => key.Contains("/claims/", StringComparison.Ordinal) ? throw new StoreUnusableException("the disk is full", "Free space.") : Task.CompletedTask;

        await Should.ThrowAsync<StoreUnusableException>(() => _pod.Write());

        _model.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Of_many_processes_that_start_together_one_pays()
    {
        var pods = Enumerable.Range(0, 6).Select(_ => new Pod(_store, _model, _time)).ToList();

        List<Task<MadeArtifact>> writes = [.. pods.Select(pod => pod.Write())];
        await Task.WhenAny(writes); // Who pays needs no time to pass, but real time: else its claim would go stale before it is done.
        var all = Task.WhenAll(writes);
        while (await Task.WhenAny(all, _time.Waiting(_options.ClaimPoll)) != all)
            _time.Advance(_options.ClaimPoll);

        _model.Calls.ShouldBe(1);
        (await all).Select(made => made.Artifact).Distinct().ShouldHaveSingleItem();
        pods.ForEach(pod => pod.Dispose());
    }

    [Fact]
    public async Task A_process_that_finished_between_the_look_and_the_claim_is_not_paid_for_again()
    {
        var looks = 0;
        _store.AfterFind = async key =>
        {
            if (key == ArtifactKeys.Answer(Pod.Made, 1) && looks++ == 0)
                await _other.Write();
        };

        var unit = Pod.Unit();
        (await _pod.Write(unit)).Reused.ShouldBeFalse();
        unit.Calls.Count.ShouldBe(1);

        _model.Calls.ShouldBe(1);
    }

    Task KeepAnswer(int number, string text) => _store.Keep(
        ArtifactKeys.Answer(Pod.Made, number), Encoding.UTF8.GetString(DocumentJson.Write(new KeptAnswer(text, "end_turn", new(ScriptedModel.Ref, 1, 1, 0, 0, 0)))), "");
}
