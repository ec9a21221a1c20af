using System.Text.Json.Nodes;
using CourseGen.Contracts.Documents;
using CourseGen.Models.Testing;

namespace CourseGen.Models.OpenAI;

public sealed class OpenAIPictureModelTests : IAsyncLifetime
{
    const string Key = "sk-test-0123456789";
    const string Prompt = "A harbour at dusk, in calm colours";
    LoopbackServer _server = null!;
    OpenAIProvider _provider = null!;

    public async Task InitializeAsync()
    {
        _server = await LoopbackServer.Start();
        _provider = new OpenAIProvider(new OpenAIOptions { ApiKey = Key, Endpoint = new Uri(_server.Address, "v1") }, key: null);
    }

    public async Task DisposeAsync()
    {
        _provider.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_picture_is_asked_for_and_read()
    {
        _server.AnswerJson($$$"""{"created":1790000000,"data":[{"b64_json":"{{{Convert.ToBase64String([1, 2, 3])}}}"}]}""");

        var picture = await Draw();

        (picture.Bytes, picture.MediaType).ShouldSatisfyAllConditions(one => one.Bytes.ShouldBe([1, 2, 3]), one => one.MediaType.ShouldBe("image/png"));
        var request = _server.Received.ShouldHaveSingleItem();
        request.Target.ShouldBe("/v1/images/generations");
        request.Headers["Authorization"].ShouldBe($"Bearer {Key}");
        var body = JsonNode.Parse(request.Body)!;
        ((string?)body["model"], (string?)body["prompt"], (string?)body["size"]).ShouldBe(("gpt-image-2.6-flare", Prompt, "1536x1024"));
        body["response_format"].ShouldBeNull("gpt-image models refuse it");
    }

    [Fact]
    public async Task A_prompt_that_its_filter_stops_is_refused_by_name()
    {
        _server.AnswerJson($$$"""{"error":{"message":"{{{Prompt}}}","type":"image_generation_user_error","code":"moderation_blocked"}}""", 400);

        (await Should.ThrowAsync<ModelRefusedException>(Draw)).Message.ShouldBe("The model refused picture 01-02-0003.");
    }

    [Fact]
    public async Task A_throttled_picture_is_throttled()
    {
        _server.AnswerJson("""{"error":{"code":"rate_limit_exceeded"}}""", 429);

        (await Should.ThrowAsync<ModelThrottledException>(Draw)).Model.ShouldBe(new("openai", "gpt-image-2.6-flare"));
        _server.Received.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"url":"http://elsewhere/"}]}""")]
    [InlineData("{}")]
    [InlineData("no JSON")]
    public async Task An_answer_without_a_picture_is_none(string body)
    {
        _server.AnswerJson(body);

        await Should.ThrowAsync<ModelUnavailableException>(Draw);
    }

    Task<Picture> Draw() => _provider.Pictures("gpt-image-2.6-flare").Draw(
        new PictureRequest(new Visual("01-02-0003", "01-02", "A harbour", VisualType.ArtisticImage, Prompt, "A harbour", "01-02-0003.png"), "en"), default);
}
