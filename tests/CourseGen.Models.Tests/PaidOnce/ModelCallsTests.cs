using System.Text;
using CourseGen.Contracts;
using CourseGen.Models.Testing;
using CourseGen.Storage;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.PaidOnce;

public sealed class ModelCallsTests : IDisposable
{
    readonly TestStore _store = new();
    readonly ScriptedModel _model = new();
    readonly FakeTime _time = new();
    readonly Pod _pod;

    public ModelCallsTests() => _pod = new(_store, _model, _time);

    public void Dispose()
    {
        _pod.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task A_call_asks_the_pinned_model_for_no_more_than_granted()
    {
        await _pod.Write();

        var options = _model.Options.ShouldHaveSingleItem().ShouldNotBeNull();
        (options.ModelId, options.MaxOutputTokens).ShouldBe((ScriptedModel.Ref.Model, 8000));
    }

    [Fact]
    public async Task An_answer_is_kept_before_anything_reads_it()
    {
        await Should.ThrowAsync<FormatException>(() => _pod.Maker.Write(Pod.Unit(), Pod.Key, Pod.Made, async (calls, cancel) =>
        {
            await calls.Ask([new(ChatRole.User, "Write.")], cancel);
            throw new FormatException("unreadable");
        }, default));

        (await _store.Text(ArtifactKeys.Answer(Pod.Made, 1))).ShouldContain("\"text\": \"answer 1\"");
    }

    [Fact]
    public async Task What_was_paid_before_a_crash_is_used_by_the_next_process()
    {
        var puts = 0;
        _store.BeforePut = key => key == Pod.Key && puts++ == 0 ? throw new StoreUnusableException("gone", "") : Task.CompletedTask;
        await Should.ThrowAsync<StoreUnusableException>(() => _pod.WriteAll(2, Pod.Unit()));
        using var next = new Pod(_store, _model, _time);
        var unit = Pod.Unit();

        var made = await next.WriteAll(3, unit);

        Encoding.UTF8.GetString(made.Bytes.Span).ShouldBe("answer 1\nanswer 2\nanswer 3\n");
        (_model.Calls, unit.Calls.Count).ShouldBe((3, 3));
        (await _store.Look(Pod.Key))!.Metadata!.Calls!.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Nothing_exceeds_its_grant_and_the_next_reservation_goes_on_from_there()
    {
        var first = Pod.Unit(calls: 2);
        var used = await Should.ThrowAsync<GrantUsedUpException>(() => _pod.WriteAll(3, first));
        used.Message.ShouldContain("lesson 01-01");
        (_model.Calls, first.Calls.Count).ShouldBe((2, 2));

        var next = Pod.Unit(calls: 2, reservation: Guid.AllBitsSet);
        await _pod.WriteAll(3, next);

        (_model.Calls, next.Calls.Count).ShouldBe((3, 1));
        (await _store.Text(Pod.Key)).ShouldBe("answer 1\nanswer 2\nanswer 3\n");
    }

    [Fact]
    public async Task A_rebuild_calls_no_model_and_names_what_is_not_stored()
    {
        var missing = await Should.ThrowAsync<NotStoredException>(() => _pod.Write(Pod.Unit(calls: 0)));

        missing.Message.ShouldContain(Pod.Key);
        (_model.Calls, (await _store.Keys("")).Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_rebuild_uses_answers_that_are_kept()
    {
        await Should.ThrowAsync<GrantUsedUpException>(() => _pod.WriteAll(2, Pod.Unit(calls: 1)));

        (await _pod.Write(Pod.Unit(calls: 0))).Reused.ShouldBeFalse();

        (_model.Calls, await _store.Text(Pod.Key)).ShouldBe((1, "answer 1"));
    }

    [Fact]
    public async Task An_answer_that_was_cut_off_says_so()
    {
        _model.Reply = (_, _) => Task.FromResult(ScriptedModel.Says("half", ChatFinishReason.Length));
        Answer? answer = null;

        await _pod.Maker.Write(Pod.Unit(), Pod.Key, Pod.Made, async (calls, cancel) =>
        {
            answer = await calls.Ask([new(ChatRole.User, "Write.")], cancel);
            return [1];
        }, default);

        answer.ShouldBe(new Answer("half", "max_tokens"));
    }

    [Fact]
    public async Task An_answer_that_was_cut_off_goes_on_under_the_next_grant_from_what_is_kept()
    {
        _model.Reply = (number, _) => Task.FromResult(number == 1 ? ScriptedModel.Says("High ", ChatFinishReason.Length) : ScriptedModel.Says("water"));
        var (first, second) = (Pod.Unit(calls: 1, reservation: Guid.NewGuid()), Pod.Unit(calls: 1, reservation: Guid.NewGuid()));
        await Should.ThrowAsync<GrantUsedUpException>(() => WriteWhole(first));

        var made = await WriteWhole(second);

        Encoding.UTF8.GetString(made.Bytes.Span).ShouldBe("High water");
        (_model.Calls, first.Calls.Count, second.Calls.Count).ShouldBe((2, 1, 1));
    }

    [Fact]
    public async Task An_answer_that_needs_no_more_than_it_had_is_whole()
    {
        _model.Reply = (number, _) => Task.FromResult(number == 1 ? ScriptedModel.Says("High water", ChatFinishReason.Length) : ScriptedModel.Says(""));
        Encoding.UTF8.GetString((await WriteWhole(Pod.Unit())).Bytes.Span).ShouldBe("High water");
        _model.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_given_up()
    {
        _model.Reply = (_, _) => Task.FromResult(ScriptedModel.Says("and ", ChatFinishReason.Length));
        await Should.ThrowAsync<UnusableAnswerException>(() => WriteWhole(Pod.Unit(calls: 10)));
        _model.Calls.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_that_fills_the_context_is_unusable()
    {
        _model.Reply = (_, _) => Task.FromResult(ScriptedModel.Says("half", new ChatFinishReason("model_context_window_exceeded")));
        (await Should.ThrowAsync<UnusableAnswerException>(() => _pod.Write())).Message.ShouldContain("context");
    }

    [Fact]
    public async Task A_refusal_is_kept_and_not_paid_for_again()
    {
        _model.Reply = (_, _) => Task.FromResult(ScriptedModel.Says("", ChatFinishReason.ContentFilter));
        var unit = Pod.Unit();
        var refused = await Should.ThrowAsync<ModelRefusedException>(() => _pod.Write(unit));

        (refused.Kind, unit.Calls.Count).ShouldBe((FailureKind.BadContent, 1));
        await Should.ThrowAsync<ModelRefusedException>(() => _pod.Write());
        _model.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_answer_is_unusable()
    {
        _model.Reply = (_, _) => Task.FromResult(ScriptedModel.Says(" \n"));

        (await Should.ThrowAsync<UnusableAnswerException>(() => _pod.Write())).Message.ShouldContain("empty");
    }

    [Fact]
    public async Task A_damaged_answer_is_named()
    {
        await _store.Keep(ArtifactKeys.Answer(Pod.Made, 1), "{", "");

        (await Should.ThrowAsync<UnusableAnswerException>(() => _pod.Write())).Message.ShouldContain(ArtifactKeys.Answer(Pod.Made, 1));
        _model.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task A_picture_is_counted_under_the_same_grant()
    {
        var unit = Pod.Unit(calls: 1);

        var made = await _pod.Draw(unit);

        Encoding.UTF8.GetString(made.Bytes.Span).ShouldBe("answer 1");
        unit.Calls.ShouldBe([new(ScriptedModel.Ref, 0, 0, 0, 0, Pictures: 1)]);
        (await Should.ThrowAsync<NotStoredException>(() => _pod.Maker.Write(
            Pod.Unit(calls: 0), "images/b.png", "f2", async (calls, cancel) => (await calls.Draw(TestStore.Picture, cancel)).Bytes, default)))
            .Message.ShouldContain("images/b.png");
    }

    [Fact]
    public async Task Cached_tokens_are_counted_apart_from_input()
    {
        _model.Reply = (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "text"))
        {
            Usage = new() { InputTokenCount = 100, OutputTokenCount = 20, CachedInputTokenCount = 60, AdditionalCounts = new() { [TokenUsage.CacheWrite] = 30 } },
        });
        var unit = Pod.Unit();

        await _pod.Write(unit);

        unit.Calls.ShouldBe([new(ScriptedModel.Ref, 10, 20, 60, 30, 0)]);
    }

    [Fact]
    public async Task How_long_a_call_took_is_told_with_its_usage_and_tells_no_two_apart()
    {
        _model.Reply = (_, _) =>
        {
            _time.Advance(TimeSpan.FromSeconds(130));
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "twelve chars")));
        };
        var unit = Pod.Unit();

        await _pod.Write(unit);

        var call = unit.Calls.ShouldHaveSingleItem();
        call.Took.ShouldBe(TimeSpan.FromSeconds(130));
        call.ShouldBe(call with { Took = null });
    }

    [Fact]
    public async Task Tokens_are_estimated_where_the_provider_says_nothing()
    {
        _model.Reply = (_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "twelve chars")));
        var unit = Pod.Unit();

        await _pod.Write(unit);

        unit.Calls.ShouldBe([new(ScriptedModel.Ref, 2, 3, 0, 0, 0)]);
    }

    [Fact]
    public async Task A_connection_that_breaks_within_a_call_has_used_its_grant_and_is_not_tried_again_in_place()
    {
        _model.Reply = (_, _) => throw new HttpRequestException("secret prompt text");

        var failure = await Should.ThrowAsync<ModelUnavailableException>(() => _pod.Write());

        (failure.Kind, _model.Calls).ShouldBe((FailureKind.Transient, 1));
        failure.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_provider_that_is_not_configured_is_named()
    {
        var failure = await Should.ThrowAsync<WorkException>(() => _pod.Write(Pod.Unit(model: new("elsewhere", "writer"))));

        (failure.Kind, failure.Message.Contains("elsewhere", StringComparison.Ordinal)).ShouldBe((FailureKind.Configuration, true));
    }

    [Fact]
    public async Task No_more_calls_are_in_flight_than_the_process_may_have()
    {
        using var pod = new Pod(_store, _model, _time, new() { ConcurrentCalls = 2 });
        var two = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _model.Reply = async (number, _) =>
        {
            if (number == 2)
                two.SetResult();
            await go.Task;
            return ScriptedModel.Says($"answer {number}");
        };

        var writes = Enumerable.Range(0, 6).Select(n => pod.Write(fingerprint: $"f{n}")).ToList();
        await two.Task;
        go.SetResult();
        await Task.WhenAll(writes);

        _model.Peak.ShouldBe(2);
    }

    [Fact]
    public void A_process_that_may_make_no_call_is_refused() =>
        Should.Throw<ArgumentException>(() => new CallGate(new() { ConcurrentCalls = 0 })).Message.ShouldContain("ConcurrentCalls");

    Task<MadeArtifact> WriteWhole(UnitContext unit) => _pod.Maker.Write(
        unit, Pod.Key, Pod.Made, async (calls, cancel) => Encoding.UTF8.GetBytes(await calls.AskWhole("the lesson", [new(ChatRole.User, "Write.")], cancel)), default);
}
