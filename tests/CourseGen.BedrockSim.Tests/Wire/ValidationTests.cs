using System.Net;
using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Testing;

namespace CourseGen.BedrockSim.Wire;

public sealed class ValidationTests(FastSimulator fast) : IClassFixture<FastSimulator>
{
    [Theory]
    [InlineData("converse", """{"messages":[]}""", "A conversation must start with a user message.")]
    [InlineData("converse", """{"messages":[{"role":"assistant","content":[{"text":"Hi"}]}]}""", "A conversation must start with a user message.")]
    [InlineData("converse", """{"messages":[{"role":"user","content":[{"text":" "}]}]}""", "The text field in the ContentBlock object at messages.0.content.0 is blank.")]
    [InlineData("converse", """{"messages":[{"role":"user","content":"Hi"}]}""", "Malformed input request")]
    [InlineData("converse", """{"messages":[{"role":"user","content":[{"text":"Hi"}]}],"inferenceConfig":{"maxTokens":64001}}""", "exceeds the model limit of 64000")]
    [InlineData("converse", """{"messages":[{"role":"user","content":[{"text":"Hi"}]}],"inferenceConfig":{"maxTokens":0}}""", "expected 1 or more")]
    [InlineData("invoke", """{"max_tokens":1,"messages":[{"role":"user","content":"Hi"}]}""", "anthropic_version: expected")]
    [InlineData("invoke", """{"anthropic_version":"bedrock-2023-05-31","messages":[{"role":"user","content":"Hi"}]}""", "max_tokens: Field required")]
    [InlineData("invoke", """{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,"messages":[]}""", "first message must use the \\\"user\\\" role")]
    [InlineData("count-tokens", """{"input":{}}""", "Malformed input request")]
    public async Task A_body_that_Bedrock_refuses_is_refused(string operation, string body, string words)
    {
        using var caller = new Caller(fast.Simulator);

        using var answer = await caller.Send(operation, JsonNode.Parse(body)!.AsObject());

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.GetValues("x-amzn-ErrorType").Single().ShouldStartWith("ValidationException:");
        (await answer.Content.ReadAsStringAsync()).ShouldContain(words);
    }

    [Fact]
    public async Task An_input_beyond_the_context_is_too_long()
    {
        using var caller = new Caller(fast.Simulator);

        using var answer = await caller.Send("converse", Caller.Converse(new string('x', 800_004)));

        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"message":"Input is too long for requested model."}""");
    }

    [Fact]
    public async Task A_model_may_be_without_CountTokens()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast with { CountTokens = false });
        using var caller = new Caller(simulator);

        using var answer = await caller.Send("count-tokens", new() { ["input"] = new JsonObject { ["converse"] = Caller.Converse("Hello") } });

        (await answer.Content.ReadAsStringAsync()).ShouldContain("doesn't support counting tokens");
    }
}
