using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models.Testing;
using CourseGen.Storage;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.PaidOnce;

/// <summary>A command that comes again reports what its earlier delivery paid for, once; another command reports nothing of it.</summary>
public sealed class RedeliveryTests : IDisposable
{
    static readonly CallUsage Usage = new(ScriptedModel.Ref, 100, 20, 0, 0, 0);
    static readonly Guid Another = Guid.AllBitsSet;
    readonly TestStore _store = new();
    readonly ScriptedModel _model = new();
    readonly FakeTime _time = new();
    readonly Pod _pod;
    readonly Pod _next;

    public RedeliveryTests() => (_pod, _next) = (new(_store, _model, _time), new(_store, _model, _time));

    public void Dispose()
    {
        _pod.Dispose();
        _next.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task What_a_process_stored_before_it_died_is_reported_by_the_next()
    {
        await _pod.WriteAll(2, Pod.Unit());
        var unit = Pod.Unit();

        (await _next.WriteAll(2, unit)).Reused.ShouldBeFalse();

        unit.Calls.ShouldBe([Usage, Usage]);
        _model.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_picture_that_a_process_stored_before_it_died_is_reported_by_the_next()
    {
        await _pod.Draw();
        var unit = Pod.Unit();

        (await _next.Draw(unit)).Reused.ShouldBeFalse();

        unit.Calls.ShouldBe([new(ScriptedModel.Ref, 0, 0, 0, 0, Pictures: 1)]);
        _model.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task What_another_command_paid_for_is_reused_without_a_call()
    {
        await _pod.Write();
        var unit = Pod.Unit(reservation: Another);

        (await _next.Write(unit)).Reused.ShouldBeTrue();

        unit.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_kept_before_a_process_died_are_reported_also_when_the_item_fails()
    {
        await CutOffAfter(2, Pod.Unit());
        _model.Reply = (_, _) => throw new ModelUnavailableException("down");
        var unit = Pod.Unit();

        await Should.ThrowAsync<ModelUnavailableException>(() => _next.WriteAll(3, unit));

        unit.Calls.ShouldBe([Usage, Usage]);
    }

    [Fact]
    public async Task A_refusal_that_was_paid_for_is_reported_again()
    {
        _model.Reply = (_, _) => Task.FromResult(ScriptedModel.Says("", ChatFinishReason.ContentFilter));
        await Should.ThrowAsync<ModelRefusedException>(() => _pod.Write());
        var unit = Pod.Unit();

        await Should.ThrowAsync<ModelRefusedException>(() => _next.Write(unit));

        unit.Calls.ShouldBe([Usage]);
        _model.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_that_another_command_paid_for_are_not_reported_and_those_paid_since_are()
    {
        await CutOffAfter(2, Pod.Unit(reservation: Another));
        var unit = Pod.Unit();
        await _next.WriteAll(3, unit);
        var again = Pod.Unit();

        await _pod.WriteAll(3, again);

        unit.Calls.ShouldBe([Usage]);
        again.Calls.ShouldBe([Usage]);
        var metadata = (await _store.Look(Pod.Key))!.Metadata!;
        (metadata.Calls!.Count, metadata.Payment!.Calls.Count, metadata.Payment.Reservation).ShouldBe((3, 1, Guid.Empty));
    }

    [Fact]
    public async Task All_deliveries_of_a_command_together_stay_within_its_grant()
    {
        await CutOffAfter(2, Pod.Unit(calls: 2));
        var unit = Pod.Unit(calls: 2);

        await Should.ThrowAsync<GrantUsedUpException>(() => _next.WriteAll(3, unit));

        (_model.Calls, unit.Calls.Count).ShouldBe((2, 2));
    }

    [Fact]
    public async Task What_is_built_of_an_answer_reports_its_call_once()
    {
        await Deliver(_pod, Pod.Unit());
        var unit = Pod.Unit();

        await Deliver(_next, unit);

        unit.Calls.ShouldBe([Usage]);

        static async Task Deliver(Pod pod, UnitContext unit)
        {
            await pod.Write(unit);
            await pod.Maker.Build(unit, "prompts/01-01-0001.json", Pod.Made, _ => Task.FromResult("{}"u8.ToArray()), default);
        }
    }

    [Fact]
    public async Task Whoever_joins_a_run_that_started_from_kept_answers_reports_each_call_once()
    {
        await CutOffAfter(1, Pod.Unit());
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var inFlight = _model.HoldUntil(go.Task);
        var (first, second) = (Pod.Unit(), Pod.Unit());
        var deliveries = new[] { _next.WriteAll(2, first), _next.WriteAll(2, second) };
        await inFlight;
        go.SetResult();
        await Task.WhenAll(deliveries);

        first.Calls.ShouldBe([Usage, Usage]);
        second.Calls.ShouldBe([Usage, Usage]);
    }

    [Fact]
    public async Task Whoever_joins_another_commands_run_reports_what_its_own_had_paid_for()
    {
        await _pod.Write();
        var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.AfterFind = async _ =>
        {
            found.TrySetResult();
            await go.Task;
        };
        var (other, unit) = (Pod.Unit(reservation: Another), Pod.Unit());
        var run = _next.Write(other);
        await found.Task;
        var joined = _next.Write(unit);
        go.SetResult();

        ((await run).Reused, other.Calls.Count).ShouldBe((true, 0));
        ((await joined).Reused, unit.Calls.Count).ShouldBe((false, 1));
    }

    [Fact]
    public async Task An_answer_that_another_delivery_kept_first_is_reported_besides_the_own_one()
    {
        var twice = 0;
        _store.BeforePut = async key =>
        {
            if (key == ArtifactKeys.Answer(Pod.Made, 1) && twice++ == 0)
                await PutAnswer(key, Guid.Empty);
        };
        var unit = Pod.Unit();

        await _pod.Write(unit);

        unit.Calls.Select(call => call.OutputTokens).ShouldBe([20, 7]);
        (await _store.Look(Pod.Key))!.Metadata!.Calls!.Single().OutputTokens.ShouldBe(7);
    }

    [Fact]
    public async Task What_was_kept_without_a_reservation_is_reused()
    {
        await PutAnswer(ArtifactKeys.Answer(Pod.Made, 1), null);
        var unit = Pod.Unit();

        await _pod.Write(unit);

        (_model.Calls, unit.Calls.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Who_paid_changes_no_bytes()
    {
        await _pod.Write(Pod.Unit(reservation: Another));

        foreach (var key in await _store.Keys(""))
            (await _store.Text(key)).ShouldNotContain(Another.ToString(), Case.Insensitive, key);
    }

    /// <summary>Its process ends before the artifact is put.</summary>
    async Task CutOffAfter(int answers, UnitContext unit)
    {
        _store.BeforePut = key => key == Pod.Key ? throw new StoreUnusableException("gone", "") : Task.CompletedTask;
        await Should.ThrowAsync<StoreUnusableException>(() => _pod.WriteAll(answers, unit));
        _store.BeforePut = _ => Task.CompletedTask;
    }

    Task PutAnswer(string key, Guid? reservation)
    {
        var usage = Usage with { OutputTokens = 7 };
        var bytes = DocumentJson.Write(new KeptAnswer("theirs", "end_turn", usage));
        return _store.PutBytes(
            TestStore.Course, key, bytes, PutCondition.Always, default, payment: reservation is { } known ? new(known, [usage]) : null);
    }
}
