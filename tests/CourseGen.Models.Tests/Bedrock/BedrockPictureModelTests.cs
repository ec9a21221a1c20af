using System.Text.Json;
using CourseGen.Contracts;

namespace CourseGen.Models.Bedrock;

public sealed class BedrockPictureModelTests : IAsyncLifetime
{
    const string Stability = "stability.stable-image-core-v1:1";
    const string Nova = "amazon.nova-canvas-v1:0";
    LoopbackBedrock _bedrock = null!;

    public async Task InitializeAsync() => _bedrock = await LoopbackBedrock.Start();

    public Task DisposeAsync() => _bedrock.DisposeAsync().AsTask();

    [Fact]
    public async Task Stability_draws()
    {
        _bedrock.AnswerJson("""{"seeds":[1],"finish_reasons":[null],"images":["AQID"]}""");

        (await _bedrock.Draw(Stability)).Bytes.ShouldBe([1, 2, 3]);

        var seen = _bedrock.Seen.ShouldHaveSingleItem();
        seen.Target.ShouldBe("/model/stability.stable-image-core-v1%3A1/invoke");
        var body = JsonDocument.Parse(seen.Body).RootElement;
        (body.GetProperty("prompt").GetString(), body.GetProperty("aspect_ratio").GetString(), body.GetProperty("output_format").GetString()).ShouldBe(("A harbour at dusk", "16:9", "png"));
    }

    [Fact]
    public async Task Nova_draws_and_its_prompt_is_no_longer_than_it_takes()
    {
        _bedrock.AnswerJson("""{"images":["AQID"],"error":null}""");

        (await _bedrock.Draw($"us.{Nova}", new string('x', 2000))).Bytes.ShouldBe([1, 2, 3]);

        var body = JsonDocument.Parse(_bedrock.Seen.ShouldHaveSingleItem().Body).RootElement;
        body.GetProperty("taskType").GetString().ShouldBe("TEXT_IMAGE");
        body.GetProperty("textToImageParams").GetProperty("text").GetString()!.Length.ShouldBe(1024);
        body.GetProperty("imageGenerationConfig").GetProperty("numberOfImages").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_visual_has_the_same_seed()
    {
        _bedrock.AnswerJson("""{"images":["AQID"]}""");
        await _bedrock.Draw(Stability);
        await _bedrock.Draw(Stability);
        _bedrock.Seen[0].Body.ShouldBe(_bedrock.Seen[1].Body);
    }

    [Theory]
    [InlineData(Stability, """{"finish_reasons":["Filter reason: prompt"]}""")]
    [InlineData(Nova, """{"images":[],"error":"All of the generated images have been blocked by our content filters."}""")]
    public async Task A_filtered_picture_is_refused(string model, string answer)
    {
        _bedrock.AnswerJson(answer);
        (await Should.ThrowAsync<ModelRefusedException>(() => _bedrock.Draw(model))).Message.ShouldContain("01-02-0003");
    }

    [Fact]
    public async Task A_filtered_prompt_is_refused()
    {
        _bedrock.Refuse(400, "ValidationException", "This request has been blocked by our content filters.");
        (await Should.ThrowAsync<ModelRefusedException>(() => _bedrock.Draw(Nova))).Message.ShouldContain("01-02-0003");
    }

    [Theory]
    [InlineData("""{"finish_reasons":["Inference error"]}""")]
    [InlineData("""{"images":["no base64!"]}""")]
    [InlineData("no JSON")]
    public async Task An_answer_without_a_picture_is_transient(string answer)
    {
        _bedrock.AnswerJson(answer);
        await Should.ThrowAsync<ModelUnavailableException>(() => _bedrock.Draw(Stability));
    }

    [Fact]
    public async Task A_model_of_another_family_is_the_settings_fault()
    {
        (await Should.ThrowAsync<WorkException>(() => _bedrock.Draw(LoopbackBedrock.Model))).Kind.ShouldBe(FailureKind.Configuration);
        _bedrock.Seen.ShouldBeEmpty();
    }
}
