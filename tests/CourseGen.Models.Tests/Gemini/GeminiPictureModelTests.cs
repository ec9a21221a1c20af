using System.Text.Json.Nodes;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models.Testing;

namespace CourseGen.Models.Gemini;

public sealed class GeminiPictureModelTests : IAsyncLifetime
{
    const string Key = "AIza-test-0123456789";
    const string Prompt = "A harbour at dusk, in calm colours";
    const string Model = "gemini-3.1-flash-image";
    LoopbackServer _server = null!;
    GeminiProvider _provider = null!;

    public async Task InitializeAsync()
    {
        _server = await LoopbackServer.Start();
        _provider = Provider(new GeminiOptions { ApiKey = Key });
    }

    public async Task DisposeAsync()
    {
        _provider.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_picture_is_asked_for_and_read()
    {
        _server.AnswerJson($$$"""
            {"candidates":[{"content":{"parts":[{"text":"Here it is."},{"inlineData":{"mimeType":"image/jpeg","data":"{{{Convert.ToBase64String([1, 2, 3])}}}"}}]},"finishReason":"STOP"}],
             "usageMetadata":{"candidatesTokenCount":1290}}
            """);

        var picture = await Draw();

        picture.Bytes.ShouldBe([1, 2, 3]);
        picture.MediaType.ShouldBe("image/jpeg");
        var request = _server.Received.ShouldHaveSingleItem();
        request.Target.ShouldBe($"/v1beta/models/{Model}:generateContent");
        request.Headers["x-goog-api-key"].ShouldBe(Key);
        var body = JsonNode.Parse(request.Body)!;
        ((string?)body["contents"]![0]!["parts"]![0]!["text"]).ShouldBe(Prompt);
        ((string?)body["generationConfig"]!["responseModalities"]![0]).ShouldBe("IMAGE");
        ((string?)body["generationConfig"]!["imageConfig"]!["aspectRatio"]).ShouldBe("16:9");
    }

    [Theory]
    [InlineData("""{"promptFeedback":{"blockReason":"SAFETY"}}""")]
    [InlineData("""{"candidates":[{"finishReason":"IMAGE_SAFETY"}]}""")]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"I cannot."}]},"finishReason":"PROHIBITED_CONTENT"}]}""")]
    public async Task A_picture_that_is_held_back_is_refused_by_name(string body)
    {
        _server.AnswerJson(body);

        (await Should.ThrowAsync<ModelRefusedException>(() => Draw())).Message.ShouldBe("The model refused picture 01-02-0003.");
    }

    [Theory]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"Sorry."}]},"finishReason":"STOP"}]}""")]
    [InlineData("""{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"*"}}]}}]}""")]
    [InlineData("""{"candidates":[]}""")]
    [InlineData("""{"candidates":3}""")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task An_answer_without_a_picture_is_none(string body)
    {
        _server.AnswerJson(body);

        await Should.ThrowAsync<ModelUnavailableException>(() => Draw());
    }

    [Theory]
    [InlineData(400, "INVALID_ARGUMENT", "API_KEY_INVALID", typeof(WorkException), FailureKind.Configuration, "Models__Gemini__ApiKey or GEMINI_API_KEY")]
    [InlineData(401, "UNAUTHENTICATED", "", typeof(WorkException), FailureKind.Configuration, "Models__Gemini__ApiKey")]
    [InlineData(403, "PERMISSION_DENIED", "", typeof(WorkException), FailureKind.Configuration, "Models__Gemini__ApiKey")]
    [InlineData(404, "NOT_FOUND", "", typeof(WorkException), FailureKind.Configuration, "Models__Gemini__Endpoint")]
    [InlineData(429, "RESOURCE_EXHAUSTED", "", typeof(ModelThrottledException), FailureKind.Transient, "")]
    [InlineData(503, "UNAVAILABLE", "", typeof(ModelThrottledException), FailureKind.Transient, "")]
    [InlineData(500, "INTERNAL", "", typeof(ModelUnavailableException), FailureKind.Transient, "")]
    [InlineData(504, "DEADLINE_EXCEEDED", "", typeof(ModelUnavailableException), FailureKind.Transient, "")]
    [InlineData(302, "", "", typeof(WorkException), FailureKind.Configuration, "Models__Gemini__Endpoint")]
    [InlineData(400, "INVALID_ARGUMENT", "", typeof(WorkException), FailureKind.BadContent, "another model")]
    public async Task A_failure_is_told_by_its_type_once_and_without_key_or_prompt(
        int status, string state, string reason, Type type, FailureKind kind, string remedy)
    {
        _server.AnswerJson(
            $$$"""{"error":{"code":{{{status}}},"message":"{{{Key}}} {{{Prompt}}}","status":"{{{state}}}","details":[{"@type":"t","reason":"{{{reason}}}"}]}}""", status);

        var failure = await Should.ThrowAsync<WorkException>(() => Draw());

        (failure.GetType(), failure.Kind).ShouldBe((type, kind));
        failure.Remedy.ShouldContain(remedy);
        _server.Received.Count.ShouldBe(1);
        $"{failure} {failure.Remedy}".ShouldSatisfyAllConditions(text => text.ShouldNotContain(Key), text => text.ShouldNotContain(Prompt));
    }

    [Fact]
    public async Task A_redirect_does_not_carry_the_key_elsewhere()
    {
        await using var elsewhere = await LoopbackServer.Start();
        _server.Answer = context =>
        {
            context.Response.Redirect(elsewhere.Address.AbsoluteUri);
            return Task.CompletedTask;
        };

        await Should.ThrowAsync<WorkException>(() => Draw());

        elsewhere.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_cut_off()
    {
        _server.BreakOff();

        await Should.ThrowAsync<ModelUnavailableException>(() => Draw());
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_given_up()
    {
        _server.NeverAnswer();
        using var provider = Provider(new GeminiOptions { ApiKey = Key, Timeout = TimeSpan.FromMilliseconds(200) });

        (await Should.ThrowAsync<ModelUnavailableException>(() => Draw(provider))).Message.ShouldContain("did not answer in time");
    }

    [Fact]
    public async Task An_endpoint_that_is_down_is_named_with_its_setting()
    {
        await _server.DisposeAsync();

        (await Should.ThrowAsync<ModelUnreachableException>(() => Draw())).Remedy.ShouldContain("Endpoint");
    }

    [Fact]
    public async Task Without_a_key_the_setting_is_named()
    {
        using var provider = Provider(new GeminiOptions());

        (await Should.ThrowAsync<WorkException>(() => Draw(provider))).Remedy.ShouldBe("Set Models__Gemini__ApiKey or GEMINI_API_KEY.");
        _server.Received.ShouldBeEmpty();
    }

    [Fact]
    public void The_options_do_not_tell_the_key() => $"{new GeminiOptions { ApiKey = Key }}".ShouldNotContain(Key);

    GeminiProvider Provider(GeminiOptions options) => new(options with { Endpoint = _server.Address }, key: null, TimeProvider.System);

    Task<Picture> Draw(GeminiProvider? provider = null) => (provider ?? _provider).Pictures(Model).Draw(
        new PictureRequest(new Visual("01-02-0003", "01-02", "A harbour", VisualType.ArtisticImage, Prompt, "A harbour", "01-02-0003.png"), "en"), default);
}
