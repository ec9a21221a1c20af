using CourseGen.Contracts;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.Bedrock;

/// <summary>Every documented error, and what becomes of it.</summary>
public sealed class BedrockRefusalTests : IAsyncLifetime
{
    LoopbackBedrock _bedrock = null!;

    public async Task InitializeAsync() => _bedrock = await LoopbackBedrock.Start();

    public Task DisposeAsync() => _bedrock.DisposeAsync().AsTask();

    [Theory]
    [InlineData(429, "ThrottlingException", "Too many tokens, please wait before trying again.")]
    [InlineData(429, "ThrottlingException", "Too many requests, please wait before trying again.")]
    [InlineData(429, "ModelNotReadyException", "Model is not ready.")]
    [InlineData(503, "ServiceUnavailableException", "Too many connections, please wait before trying again.")]
    [InlineData(503, "", "<html>")]
    [InlineData(429, "", "")]
    public async Task Refused_before_admission_is_throttled(int status, string type, string message)
    {
        _bedrock.Refuse(status, type, message);
        (await Should.ThrowAsync<ModelThrottledException>(() => _bedrock.Ask())).Model.ShouldBe(new("bedrock", LoopbackBedrock.Model));
        _bedrock.Seen.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(408, "ModelTimeoutException")]
    [InlineData(424, "ModelErrorException")]
    [InlineData(500, "InternalServerException")]
    [InlineData(502, "")]
    public async Task What_broke_off_is_unavailable(int status, string type)
    {
        _bedrock.Refuse(status, type, "The request failed.");
        (await Should.ThrowAsync<ModelUnavailableException>(() => _bedrock.Ask())).Kind.ShouldBe(FailureKind.Transient);
        _bedrock.Seen.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(403, "AccessDeniedException", "User: arn:aws:iam::123456789012:user/ana is not authorized to perform: bedrock:InvokeModel", "bedrock:InvokeModel")]
    [InlineData(403, "AccessDeniedException", "You don't have access to the model with the specified model ID.", "access to the model")]
    [InlineData(403, "ExpiredTokenException", "The security token included in the request is expired", "AWS_SESSION_TOKEN")]
    [InlineData(403, "UnrecognizedClientException", "The security token included in the request is invalid.", "AWS_ACCESS_KEY_ID")]
    [InlineData(403, "InvalidSignatureException", "Credential should be scoped to a valid region. ", "Models__Bedrock__Region")]
    [InlineData(403, "InvalidSignatureException", "The request signature we calculated does not match the signature you provided.", "AWS_SECRET_ACCESS_KEY")]
    [InlineData(403, "InvalidSignatureException", "Signature expired: 20261122T070000Z is now earlier than 20261122T080000Z", "clock")]
    [InlineData(400, "ValidationException", "The provided model identifier is invalid.", "--text-model")]
    [InlineData(400, "ValidationException", "Invocation of model ID x with on-demand throughput isn't supported.", "inference profile")]
    [InlineData(400, "ValidationException", "The maximum tokens you requested exceeds the model limit of 4096.", "MaxTokens")]
    [InlineData(400, "ValidationException", "Operation not allowed", "AWS's support")]
    [InlineData(404, "ResourceNotFoundException", "This model version has reached the end of its life.", "--text-model")]
    [InlineData(400, "ServiceQuotaExceededException", "The request exceeds the quota.", "Service Quotas")]
    [InlineData(429, "ThrottlingException", "Too many tokens per day, please wait before trying again.", "Service Quotas")]
    [InlineData(404, "", "<html>not found</html>", "Models__Bedrock__Endpoint")]
    [InlineData(407, "", "", "proxy")]
    [InlineData(301, "", "", "Models__Bedrock__Endpoint")]
    public async Task What_a_person_must_change_is_named(int status, string type, string message, string setting)
    {
        _bedrock.Refuse(status, type, message);

        var failure = await Should.ThrowAsync<WorkException>(() => _bedrock.Ask());

        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Remedy.ShouldContain(setting);
        failure.Message.ShouldNotContain('\n');
        _bedrock.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task With_a_bearer_token_the_remedy_is_another_token()
    {
        _bedrock.BearerToken = "expired-key-of-the-test";
        _bedrock.Refuse(403, "AccessDeniedException", "Authentication failed: Please make sure your API Key is valid.");
        (await Should.ThrowAsync<WorkException>(() => _bedrock.Ask())).Remedy.ShouldContain("AWS_BEARER_TOKEN_BEDROCK");
    }

    [Theory]
    [InlineData("Input is too long for requested model.")]
    [InlineData("prompt is too long: 210000 tokens > 200000 maximum")]
    [InlineData("input length and `max_tokens` exceed context limit: 195000 + 8000 > 200000")]
    [InlineData("Malformed input request: #/messages: expected type: JSONArray")]
    public async Task What_the_content_is_to_blame_for_makes_a_gap(string message)
    {
        _bedrock.Refuse(400, "ValidationException", message);
        (await Should.ThrowAsync<WorkException>(() => _bedrock.Ask())).Kind.ShouldBe(FailureKind.BadContent);
    }

    [Fact]
    public async Task A_blocked_prompt_is_refused()
    {
        _bedrock.Refuse(400, "ValidationException", "This request has been blocked by our content filters.");
        await Should.ThrowAsync<ModelRefusedException>(() => _bedrock.Ask());
    }

    [Theory]
    [InlineData(400, "ValidationException")]
    [InlineData(403, "AccessDeniedException")]
    [InlineData(403, "InvalidSignatureException")]
    [InlineData(418, "NewException")]
    public async Task What_the_server_quotes_of_prompt_and_secrets_is_not_repeated(int status, string type)
    {
        _bedrock.Refuse(status, type, $"wrong: 'The heron of the secret novel' {LoopbackBedrock.Secret.Token}");

        var failure = await Should.ThrowAsync<WorkException>(() => _bedrock.Ask(new ChatMessage(ChatRole.User, "Write of The heron of the secret novel.")));

        failure.ToString().ShouldNotContain("heron");
        failure.ToString().ShouldNotContain(LoopbackBedrock.Secret.Token);
        failure.Remedy.ShouldNotContain("heron");
    }
}
