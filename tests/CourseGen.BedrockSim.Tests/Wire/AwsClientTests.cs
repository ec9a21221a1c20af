using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Testing;

namespace CourseGen.BedrockSim.Wire;

/// <summary>AWS's own client reads what the simulator sends.</summary>
public sealed class AwsClientTests(FastSimulator fast) : IClassFixture<FastSimulator>
{
    BedrockSimulator Simulator => fast.Simulator;

    [Theory]
    [InlineData(Caller.Model)]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    public async Task Converse_is_answered(string model)
    {
        var answer = (await Call("Converse", Conversation(model)))["answer"]!;

        Path(answer, "output.message.role").ShouldBe("assistant");
        answer["output"]!["message"]!["content"]![0]!["text"]!.ToString().ShouldStartWith("This is the simulated model.");
        Path(answer, "stopReason").ShouldBe("end_turn");
        answer["usage"]!["totalTokens"]!.GetValue<int>().ShouldBe(answer["usage"]!["inputTokens"]!.GetValue<int>() + answer["usage"]!["outputTokens"]!.GetValue<int>());
        answer["metrics"]!["latencyMs"].ShouldNotBeNull();
    }

    [Fact]
    public async Task ConverseStream_tells_its_events_in_order()
    {
        var events = (await Call("ConverseStream", Conversation()))["events"]!.AsArray();

        events.Select(item => item!.AsObject().Single().Key).Distinct()
            .ShouldBe(["messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata"]);
        string.Concat(events.Select(item => item!["contentBlockDelta"]?["delta"]?["text"])).ShouldStartWith("This is the simulated model.");
        events[^1]!["metadata"]!["usage"]!["outputTokens"]!.GetValue<int>().ShouldBePositive();
    }

    [Fact]
    public async Task InvokeModel_is_answered_in_Anthropics_form()
    {
        var body = (await Call("InvokeModel", Invocation(Messages())))["answer"]!["body"]!;

        Path(body, "type").ShouldBe("message");
        body["content"]![0]!["text"]!.ToString().ShouldStartWith("This is the simulated model.");
        Path(body, "stop_reason").ShouldBe("end_turn");
        body["usage"]!.AsObject().Select(item => item.Key).ShouldBe(["input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens", "output_tokens"]);
    }

    [Fact]
    public async Task InvokeModelWithResponseStream_ends_with_the_metrics()
    {
        var events = (await Call("InvokeModelWithResponseStream", Invocation(Messages())))["events"]!.AsArray();

        events.Select(item => item!["type"]!.ToString()).Distinct()
            .ShouldBe(["message_start", "content_block_start", "content_block_delta", "content_block_stop", "message_delta", "message_stop"]);
        events[^1]!["amazon-bedrock-invocationMetrics"]!["outputTokenCount"]!.GetValue<int>()
            .ShouldBe(events[^2]!["usage"]!["output_tokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task CountTokens_counts_both_forms()
    {
        var converse = new JsonObject { ["converse"] = Caller.Converse("How deep is a neap tide?", null) };
        var invoke = new JsonObject { ["invokeModel"] = new JsonObject { ["body"] = Messages("How deep is a neap tide?") } };

        foreach (var input in new[] { converse, invoke })
            (await Call("CountTokens", new() { ["modelId"] = Caller.Model, ["input"] = input }))["answer"]!["inputTokens"]!.GetValue<int>().ShouldBe(6);
    }

    [Fact]
    public async Task Nova_draws_as_many_pictures_as_asked_for()
    {
        var body = (await Call("InvokeModel", Invocation(Nova("A tide", 2), "amazon.nova-canvas-v1:0")))["answer"]!["body"]!;

        body["images"]!.AsArray().Count.ShouldBe(2);
        Convert.FromBase64String(body["images"]![0]!.ToString())[1..4].ShouldBe("PNG"u8.ToArray());
        body["error"].ShouldBeNull();
    }

    [Fact]
    public async Task Stability_draws_one_picture()
    {
        var body = (await Call("InvokeModel", Invocation(new() { ["prompt"] = "A tide", ["aspect_ratio"] = "16:9" }, "stability.stable-image-core-v1:1")))["answer"]!["body"]!;

        body["images"]!.AsArray().Count.ShouldBe(1);
        body["finish_reasons"]!.ToJsonString().ShouldBe("[null]");
    }

    public static TheoryData<string, int> Errors() => new()
    {
        { "ThrottlingException", 429 },
        { "ModelNotReadyException", 429 },
        { "ServiceUnavailableException", 503 },
        { "ModelTimeoutException", 408 },
        { "ModelErrorException", 424 },
        { "InternalServerException", 500 },
        { "ValidationException", 400 },
        { "ServiceQuotaExceededException", 400 },
        { "AccessDeniedException", 403 },
        { "ResourceNotFoundException", 404 },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_becomes_the_clients_own_class(string type, int status)
    {
        Simulator.FailNext(type, message: "As told.");

        var error = (await Call("Converse", Conversation()))["error"]!;

        (error["name"]!.ToString(), error["known"]!.GetValue<bool>(), error["status"]!.GetValue<int>(), error["message"]!.ToString()).ShouldBe((type, true, status, "As told."));
    }

    [Theory]
    [InlineData("ConverseStream", "ServiceUnavailableException")]
    [InlineData("ConverseStream", "ThrottlingException")]
    [InlineData("ConverseStream", "ModelStreamErrorException")]
    [InlineData("ConverseStream", "InternalServerException")]
    [InlineData("InvokeModelWithResponseStream", "ServiceUnavailableException")]
    [InlineData("InvokeModelWithResponseStream", "ModelStreamErrorException")]
    [InlineData("InvokeModelWithResponseStream", "ModelTimeoutException")]
    public async Task An_error_within_a_stream_becomes_the_clients_own_class_after_the_first_events(string command, string type)
    {
        Simulator.FailNext(type, midStream: true);

        var told = await Call(command, command == "ConverseStream" ? Conversation() : Invocation(Messages()));

        told["events"]!.AsArray().Count.ShouldBePositive();
        (told["error"]!["name"]!.ToString(), told["error"]!["known"]!.GetValue<bool>()).ShouldBe((type, true));
    }

    [Theory]
    [InlineData("us.anthropic.claude-3-7-sonnet-20250219-v1:0")]
    [InlineData("no-such-model")]
    public async Task A_model_that_is_not_there_is_an_invalid_identifier(string model)
    {
        var error = (await Call("Converse", Conversation(model)))["error"]!;

        (error["name"]!.ToString(), error["message"]!.ToString()).ShouldBe(("ValidationException", "The provided model identifier is invalid."));
    }

    Task<JsonNode> Call(string command, JsonObject input) => NodeClient.Call(Simulator, command, input);

    static string Path(JsonNode node, string path) => path.Split('.').Aggregate(node, (at, name) => at[name]!).ToString();

    static JsonObject Conversation(string model = Caller.Model)
    {
        var body = Caller.Converse("Hello");
        body["modelId"] = model;
        return body;
    }

    static JsonObject Invocation(JsonObject body, string model = Caller.Model) => new() { ["modelId"] = model, ["body"] = body };

    static JsonObject Messages(string text = "Hello") => new()
    {
        ["anthropic_version"] = "bedrock-2023-05-31",
        ["max_tokens"] = 100,
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = text }),
    };

    static JsonObject Nova(string text, int count) => new()
    {
        ["taskType"] = "TEXT_IMAGE",
        ["textToImageParams"] = new JsonObject { ["text"] = text },
        ["imageGenerationConfig"] = new JsonObject { ["width"] = 512, ["height"] = 512, ["numberOfImages"] = count },
    };
}
