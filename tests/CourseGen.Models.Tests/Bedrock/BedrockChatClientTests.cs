using System.Text.Json;
using CourseGen.Contracts;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.Bedrock;

public sealed class BedrockChatClientTests : IAsyncLifetime
{
    LoopbackBedrock _bedrock = null!;

    public async Task InitializeAsync() => _bedrock = await LoopbackBedrock.Start();

    public Task DisposeAsync() => _bedrock.DisposeAsync().AsTask();

    [Fact]
    public async Task A_streamed_answer_is_put_together_with_its_stop_reason_and_usage()
    {
        _bedrock.AnswerStream(Frames.Whole("High ", "water", "max_tokens"));

        var answer = await _bedrock.Ask();

        (answer.Text, answer.FinishReason).ShouldBe(("High water", ChatFinishReason.Length));
        Usage(answer).ShouldBe(new CallUsage(new("bedrock", LoopbackBedrock.Model), 12, 7, 2000, 54, Pictures: 0));
        _bedrock.Seen.ShouldHaveSingleItem().Target.ShouldBe("/model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse-stream");
    }

    [Fact]
    public async Task Frames_may_come_in_any_pieces()
    {
        _bedrock.Answer = async context =>
        {
            foreach (var piece in Frames.Whole("High ", "water").SelectMany(frame => frame).Chunk(5))
            {
                await context.Response.Body.WriteAsync(piece);
                await context.Response.Body.FlushAsync();
            }
        };

        (await _bedrock.Ask()).Text.ShouldBe("High water");
    }

    [Fact]
    public async Task An_answer_of_Converse_is_read()
    {
        _bedrock.Options = new() { Api = BedrockApi.Converse };
        _bedrock.AnswerJson("""
            {"output":{"message":{"role":"assistant","content":[{"text":"High "},{"text":"water"}]}},"stopReason":"end_turn",
            "usage":{"inputTokens":12,"outputTokens":7,"totalTokens":19,"cacheReadInputTokens":2000,"cacheWriteInputTokens":54},"metrics":{"latencyMs":1}}
            """);

        var answer = await _bedrock.Ask();

        (answer.Text, answer.FinishReason).ShouldBe(("High water", ChatFinishReason.Stop));
        Usage(answer).ShouldBe(new CallUsage(new("bedrock", LoopbackBedrock.Model), 12, 7, 2000, 54, Pictures: 0));
        _bedrock.Seen.ShouldHaveSingleItem().Target.ShouldEndWith("/converse");
    }

    [Fact]
    public async Task Claude_is_invoked_with_its_own_messages()
    {
        _bedrock.Options = new() { Api = BedrockApi.Invoke };
        _bedrock.AnswerJson("""
            {"type":"message","role":"assistant","content":[{"type":"text","text":"High water"}],"stop_reason":"max_tokens",
            "usage":{"input_tokens":12,"output_tokens":7,"cache_creation_input_tokens":54,"cache_read_input_tokens":2000}}
            """);

        var answer = await _bedrock.Ask(cacheMinimum: 2, new ChatOptions { MaxOutputTokens = 321 }, new(ChatRole.System, "You teach."), new(ChatRole.User, "Write."));

        (answer.Text, answer.FinishReason).ShouldBe(("High water", ChatFinishReason.Length));
        Usage(answer).ShouldBe(new CallUsage(new("bedrock", LoopbackBedrock.Model), 12, 7, 2000, 54, Pictures: 0));
        var seen = _bedrock.Seen.ShouldHaveSingleItem();
        seen.Target.ShouldEndWith("/invoke");
        Same(seen.Body, """
            {"anthropic_version":"bedrock-2023-05-31","max_tokens":321,"system":[{"type":"text","text":"You teach.","cache_control":{"type":"ephemeral"}}],
            "messages":[{"role":"user","content":[{"type":"text","text":"Write."}]}]}
            """);
    }

    [Fact]
    public async Task A_request_names_its_limits_and_alternates_its_turns()
    {
        _bedrock.AnswerStream(Frames.Whole("a", "b"));

        await _bedrock.Ask(cacheMinimum: 0, new ChatOptions { MaxOutputTokens = 8000, Temperature = 0.5f, StopSequences = ["END"] },
            new(ChatRole.System, "You teach."), new(ChatRole.User, "<brief>"), new(ChatRole.User, "ñ"), new(ChatRole.Assistant, "half"), new(ChatRole.User, "Continue."));

        Same(_bedrock.Seen.ShouldHaveSingleItem().Body, """
            {"messages":[{"role":"user","content":[{"text":"<brief>"},{"text":"ñ"}]},{"role":"assistant","content":[{"text":"half"}]},{"role":"user","content":[{"text":"Continue."}]}],
            "system":[{"text":"You teach."}],"inferenceConfig":{"maxTokens":8000,"temperature":0.5,"stopSequences":["END"]}}
            """);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task A_cache_point_follows_the_system_text_where_it_is_long_enough(int cacheMinimum, bool cached)
    {
        _bedrock.AnswerStream(Frames.Whole("a", "b"));

        await _bedrock.Ask(cacheMinimum, new ChatOptions(), new(ChatRole.System, "You teach."), new(ChatRole.User, "Write a long lesson of the tides."));

        Same(JsonDocument.Parse(_bedrock.Seen.ShouldHaveSingleItem().Body).RootElement.GetProperty("system").GetRawText(),
            cached ? """[{"text":"You teach."},{"cachePoint":{"type":"default"}}]""" : """[{"text":"You teach."}]""");
    }

    [Theory]
    [InlineData("guardrail_intervened")]
    [InlineData("content_filtered")]
    [InlineData("refusal")]
    public async Task A_refusal_is_content_filtered(string reason)
    {
        _bedrock.AnswerStream(Frames.Whole("I ", "will not", reason));
        (await _bedrock.Ask()).FinishReason.ShouldBe(ChatFinishReason.ContentFilter);
    }

    [Fact]
    public async Task An_answer_longer_than_the_context_says_so()
    {
        _bedrock.AnswerStream(Frames.Whole("a", "b", "model_context_window_exceeded"));
        (await _bedrock.Ask()).FinishReason.ShouldBe(new ChatFinishReason("model_context_window_exceeded"));
    }

    [Fact]
    public async Task Tokens_are_counted_for_the_model_of_an_inference_profile()
    {
        _bedrock.AnswerJson("""{"inputTokens":4321}""");

        (await Counter.CountTokens([new(ChatRole.System, "You teach."), new(ChatRole.User, "Write.")], default)).ShouldBe(4321);

        var seen = _bedrock.Seen.ShouldHaveSingleItem();
        seen.Target.ShouldBe("/model/anthropic.claude-sonnet-4-5-20250929-v1%3A0/count-tokens");
        Same(seen.Body, """{"input":{"converse":{"messages":[{"role":"user","content":[{"text":"Write."}]}],"system":[{"text":"You teach."}]}}}""");
    }

    [Fact]
    public async Task Tokens_that_Bedrock_does_not_count_are_unknown()
    {
        _bedrock.Refuse(400, "ValidationException", "The provided model does not support counting tokens.");
        (await Counter.CountTokens([new(ChatRole.User, "Write.")], default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inputTokens":"many"}""")]
    [InlineData("""{"inputTokens":-5}""")]
    [InlineData("""{"inputTokens":0}""")]
    [InlineData("""{"inputTokens":1.5}""")]
    [InlineData("""{"inputTokens":1e99}""")]
    public async Task A_count_that_is_none_is_an_error_and_not_taken(string answer)
    {
        _bedrock.AnswerJson(answer);
        (await Should.ThrowAsync<ModelUnavailableException>(() => Counter.CountTokens([new(ChatRole.User, "Write.")], default)))
            .Message.ShouldBe($"The count of tokens for {LoopbackBedrock.Model} cannot be read.");
    }

    ITokenCounter Counter => (ITokenCounter)_bedrock.Provider.Text(LoopbackBedrock.Model, cacheMinimum: 0).GetService(typeof(ITokenCounter)).ShouldNotBeNull();

    [Fact]
    public async Task A_call_that_is_given_up_ends_at_once()
    {
        var begun = new TaskCompletionSource();
        _bedrock.Answer = async context =>
        {
            await context.Response.Body.WriteAsync(Frames.Delta("High"));
            await context.Response.Body.FlushAsync();
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        };
        using var stop = new CancellationTokenSource();
        var call = _bedrock.Provider.Text(LoopbackBedrock.Model, 0).GetResponseAsync([new(ChatRole.User, "Write.")], cancellationToken: stop.Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10));

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    static CallUsage Usage(ChatResponse answer) => TokenUsage.Of(new("bedrock", LoopbackBedrock.Model), [], answer);

    static void Same(string one, string other) =>
        JsonElement.DeepEquals(JsonDocument.Parse(one).RootElement, JsonDocument.Parse(other).RootElement).ShouldBeTrue($"{one}\nis not\n{other}");
}
