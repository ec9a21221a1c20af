using System.Text.Json.Nodes;
using CourseGen.Contracts;
using CourseGen.Models.Testing;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.OpenAI;

public sealed class OpenAIChatClientTests : IAsyncLifetime
{
    const string Key = "sk-test-0123456789";
    const string Prompt = "Write of tides, plainly.";
    LoopbackServer _server = null!;
    OpenAIProvider _provider = null!;

    public async Task InitializeAsync()
    {
        _server = await LoopbackServer.Start();
        _provider = Provider(new OpenAIOptions { ApiKey = Key });
    }

    public async Task DisposeAsync()
    {
        _provider.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_request_goes_out_as_a_chat_completion()
    {
        _server.AnswerJson(Completion("Tides rise."));

        await Ask(new(ChatRole.System, "You teach."), new(ChatRole.User, Prompt), new(ChatRole.Assistant, "Tides"));

        var request = _server.Received.ShouldHaveSingleItem();
        request.Target.ShouldBe("/v1/chat/completions");
        request.Headers["Authorization"].ShouldBe($"Bearer {Key}");
        var body = JsonNode.Parse(request.Body)!;
        ((string?)body["model"], (int?)body["max_completion_tokens"]).ShouldBe(("gpt-4.1", 2200));
        body["messages"]!.AsArray().Select(message => ((string?)message!["role"], (string?)message["content"]))
            .ShouldBe([("system", "You teach."), ("user", Prompt), ("assistant", "Tides")]);
    }

    [Fact]
    public async Task The_answer_comes_with_its_usage()
    {
        _server.AnswerJson(Completion("Tides rise."));

        var response = await Ask();

        (response.Text, response.FinishReason, response.ModelId).ShouldBe(("Tides rise.", ChatFinishReason.Stop, "gpt-4.1"));
        TokenUsage.Of(new("openai", "gpt-4.1"), [], response).ShouldBe(new CallUsage(new("openai", "gpt-4.1"), 36, 40, 64, 0, 0));
    }

    [Theory]
    [InlineData("length", "length")]
    [InlineData("content_filter", "content_filter")]
    [InlineData("stop", "stop")]
    public async Task Why_it_stopped_is_told(string reason, string finish)
    {
        _server.AnswerJson(Completion("Tides", reason));

        (await Ask()).FinishReason.ShouldBe(new ChatFinishReason(finish));
    }

    [Fact]
    public async Task A_refusal_in_words_is_a_content_filter()
    {
        _server.AnswerJson(Completion(text: null, refusal: "I cannot."));

        (await Ask()).FinishReason.ShouldBe(ChatFinishReason.ContentFilter);
    }

    [Fact]
    public async Task It_streams_what_it_has()
    {
        _server.AnswerJson(Completion("Tides rise."));

        var text = "";
        await foreach (var update in Client().GetStreamingResponseAsync([new(ChatRole.User, Prompt)]))
            text += update.Text;

        text.ShouldBe("Tides rise.");
    }

    [Theory]
    [InlineData(401, "invalid_api_key", typeof(WorkException), FailureKind.Configuration, "Models__OpenAI__ApiKey")]
    [InlineData(403, "unsupported_country", typeof(WorkException), FailureKind.Configuration, "Models__OpenAI__ApiKey")]
    [InlineData(404, "model_not_found", typeof(WorkException), FailureKind.Configuration, "Models__OpenAI__Endpoint")]
    [InlineData(429, "rate_limit_exceeded", typeof(ModelThrottledException), FailureKind.Transient, "")]
    [InlineData(429, "insufficient_quota", typeof(WorkException), FailureKind.Configuration, "top it up")]
    [InlineData(503, null, typeof(ModelThrottledException), FailureKind.Transient, "")]
    [InlineData(500, "server_error", typeof(ModelUnavailableException), FailureKind.Transient, "")]
    [InlineData(502, null, typeof(ModelUnavailableException), FailureKind.Transient, "")]
    [InlineData(307, null, typeof(WorkException), FailureKind.Configuration, "Models__OpenAI__Endpoint")]
    [InlineData(400, "content_filter", typeof(ModelRefusedException), FailureKind.BadContent, "")]
    [InlineData(400, "context_length_exceeded", typeof(WorkException), FailureKind.BadContent, "larger context")]
    [InlineData(400, "unsupported_parameter", typeof(WorkException), FailureKind.BadContent, "another model")]
    public async Task A_failure_is_told_by_its_type_once_and_without_key_or_prompt(int status, string? code, Type type, FailureKind kind, string remedy)
    {
        var error = new JsonObject { ["error"] = new JsonObject { ["message"] = $"Of key {Key} and of: {Prompt}", ["type"] = "t", ["code"] = code } }.ToJsonString();
        _server.AnswerJson(error, status);

        var failure = await Failure();

        (failure.GetType(), failure.Kind).ShouldBe((type, kind));
        failure.Remedy.ShouldContain(remedy);
        _server.Received.Count.ShouldBe(1);
        $"{failure} {failure.Remedy}".ShouldSatisfyAllConditions(text => text.ShouldNotContain(Key), text => text.ShouldNotContain(Prompt));
    }

    [Fact]
    public async Task A_code_that_is_no_plain_word_is_not_repeated()
    {
        _server.AnswerJson($$$"""{"error":{"code":"{{{Prompt}}}"}}""", 400);

        (await Failure()).Message.ShouldBe("openai calls the request to gpt-4.1 invalid (400).");
    }

    [Theory]
    [InlineData("""{"error":""")]
    [InlineData("[]")]
    [InlineData("<html>no</html>")]
    public async Task An_error_that_is_no_JSON_is_known_by_its_status(string body)
    {
        _server.AnswerJson(body, 401);

        (await Failure()).Message.ShouldBe("openai does not accept the API key (401).");
    }

    [Theory]
    [InlineData("<html>welcome</html>")]
    [InlineData("{}")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":[{"finish_reason":"tired","message":{"role":"assistant","content":"x"}}]}""")]
    public async Task Nonsense_is_no_answer(string body)
    {
        _server.AnswerJson(body);

        (await Failure()).ShouldBeOfType<ModelUnavailableException>();
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_cut_off()
    {
        _server.BreakOff();

        (await Failure()).ShouldBeOfType<ModelUnavailableException>();
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_given_up()
    {
        _server.NeverAnswer();
        using var provider = Provider(new OpenAIOptions { ApiKey = Key, Timeout = TimeSpan.FromMilliseconds(200) });

        (await Failure(provider)).ShouldBeOfType<ModelUnavailableException>().Message.ShouldContain("did not answer in time");
    }

    [Fact]
    public async Task The_callers_end_is_no_failure_of_the_model()
    {
        _server.NeverAnswer();
        using var end = new CancellationTokenSource();
        var call = Client().GetResponseAsync([new(ChatRole.User, Prompt)], null, end.Token);

        await end.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call);
    }

    [Fact]
    public async Task An_endpoint_that_is_down_is_named_with_its_setting()
    {
        var address = _server.Address;
        await _server.DisposeAsync();
        using var provider = new OpenAIProvider(new OpenAIOptions { ApiKey = Key, Endpoint = new Uri(address, "v1") }, key: null);

        var failure = await Failure(provider);

        failure.ShouldBeOfType<ModelUnreachableException>().Message.ShouldBe($"No connection to the models at {address.GetLeftPart(UriPartial.Authority)}.");
        failure.Remedy.ShouldContain("Endpoint");
    }

    [Fact]
    public async Task A_server_without_TLS_is_told_from_one_that_is_down()
    {
        using var provider = new OpenAIProvider(new OpenAIOptions { ApiKey = Key, Endpoint = new UriBuilder(_server.Address) { Scheme = "https" }.Uri }, key: null);

        var failure = await Failure(provider);

        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Message.ShouldContain("TLS");
        failure.Remedy.ShouldContain("Models__OpenAI__Endpoint");
    }

    [Theory]
    [InlineData(null, "There is no API key for openai.")]
    [InlineData("  ", "There is no API key for openai.")]
    [InlineData("sk-café", "The API key for openai has characters that no key has.")]
    public async Task Without_a_key_the_setting_is_named(string? key, string message)
    {
        using var provider = new OpenAIProvider(new OpenAIOptions(), key);

        var failure = await Failure(provider);

        (failure.Kind, failure.Message).ShouldBe((FailureKind.Configuration, message));
        failure.Remedy.ShouldContain("Models__OpenAI__ApiKey or OPENAI_API_KEY");
    }

    [Fact]
    public async Task The_variable_stands_in_for_the_setting()
    {
        _server.AnswerJson(Completion("Tides."));
        using var provider = Provider(new OpenAIOptions(), "sk-variable\n");

        await Ask(provider);

        _server.Received.Single().Headers["Authorization"].ShouldBe("Bearer sk-variable");
    }

    [Fact]
    public async Task An_endpoint_of_ones_own_may_want_no_key()
    {
        _server.AnswerJson(Completion("Tides."));
        using var provider = Provider(new OpenAIOptions());

        (await Ask(provider)).Text.ShouldBe("Tides.");
    }

    [Fact]
    public void The_options_do_not_tell_the_key() => $"{new OpenAIOptions { ApiKey = Key }}".ShouldNotContain(Key);

    [Theory]
    [InlineData("ftp://host/")]
    [InlineData("http://user:secret@host/")]
    [InlineData("http://host/?key=1")]
    public void An_address_that_cannot_be_is_a_problem_at_start(string endpoint) =>
        new OpenAIOptions { Endpoint = new Uri(endpoint) }.Problems().ShouldHaveSingleItem().ShouldStartWith("Models:OpenAI:Endpoint is no such address");

    OpenAIProvider Provider(OpenAIOptions options, string? key = null) => new(options with { Endpoint = new Uri(_server.Address, "v1") }, key);

    IChatClient Client(OpenAIProvider? provider = null) => (provider ?? _provider).Text("gpt-4.1");

    Task<ChatResponse> Ask(params ChatMessage[] messages) =>
        Client().GetResponseAsync(messages.Length > 0 ? messages : [new(ChatRole.User, Prompt)], new ChatOptions { MaxOutputTokens = 2200 });

    Task<ChatResponse> Ask(OpenAIProvider provider) => Client(provider).GetResponseAsync([new(ChatRole.User, Prompt)]);

    Task<WorkException> Failure(OpenAIProvider? provider = null) => Should.ThrowAsync<WorkException>(() => Ask(provider ?? _provider));

    static string Completion(string? text, string reason = "stop", string? refusal = null) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_790_000_000,
        ["model"] = "gpt-4.1-2025-04-14",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text, ["refusal"] = refusal },
            ["finish_reason"] = reason,
        }),
        ["usage"] = new JsonObject
        {
            ["prompt_tokens"] = 100,
            ["completion_tokens"] = 40,
            ["total_tokens"] = 140,
            ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = 64 },
        },
    }.ToJsonString();
}
