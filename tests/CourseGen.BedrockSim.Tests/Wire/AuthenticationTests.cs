using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Testing;

namespace CourseGen.BedrockSim.Wire;

/// <summary>Signatures as AWS's own client makes them.</summary>
public sealed class AuthenticationTests(FastSimulator fast) : IClassFixture<FastSimulator>
{
    [Theory]
    [InlineData("AWS_SECRET_ACCESS_KEY", "another", "InvalidSignatureException")]
    [InlineData("AWS_ACCESS_KEY_ID", "another", "UnrecognizedClientException")]
    [InlineData("AWS_SESSION_TOKEN", "another", "UnrecognizedClientException")]
    [InlineData("AWS_REGION", "eu-west-1", "InvalidSignatureException")]
    [InlineData("AWS_BEARER_TOKEN_BEDROCK", "another", "AccessDeniedException")]
    public async Task What_is_not_expected_is_refused(string variable, string value, string type)
    {
        var told = await NodeClient.Call(fast.Simulator, "Converse", Hello(), (variable, value));

        (told["error"]!["name"]!.ToString(), told["error"]!["status"]!.GetValue<int>()).ShouldBe((type, 403));
    }

    [Fact]
    public async Task The_bearer_token_needs_no_keys()
    {
        var told = await NodeClient.Call(fast.Simulator, "Converse", Hello(),
            ("AWS_BEARER_TOKEN_BEDROCK", fast.Simulator.Options.BearerToken), ("AWS_ACCESS_KEY_ID", ""), ("AWS_SECRET_ACCESS_KEY", ""));

        told["error"].ShouldBeNull();
    }

    [Fact]
    public async Task Temporary_credentials_carry_their_token()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast with { SessionToken = "temporary/+=" });

        (await NodeClient.Call(simulator, "Converse", Hello()))["error"].ShouldBeNull();
        (await NodeClient.Call(simulator, "Converse", Hello(), ("AWS_SESSION_TOKEN", "")))["error"]!["name"]!.ToString().ShouldBe("UnrecognizedClientException");
    }

    [Fact]
    public async Task Without_an_authorization_nothing_is_answered()
    {
        using var http = new HttpClient { BaseAddress = fast.Simulator.Endpoint };

        using var answer = await http.PostAsync($"model/{Caller.Model}/converse", new StringContent(Caller.Converse("Hello").ToJsonString()));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.GetValues("x-amzn-ErrorType").Single().ShouldBe("MissingAuthenticationTokenException");
    }

    [Fact]
    public async Task A_signature_of_long_ago_is_refused()
    {
        using var http = new HttpClient { BaseAddress = fast.Simulator.Endpoint };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"model/{Caller.Model}/converse") { Content = new StringContent("{}") };
        request.Headers.Add("x-amz-date", "20200101T000000Z");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", "Credential=bedrock-sim/20200101/us-east-1/bedrock/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");

        using var answer = await http.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldContain("Signature expired");
    }

    static JsonObject Hello()
    {
        var body = Caller.Converse("Hello");
        body["modelId"] = Caller.Model;
        return body;
    }
}
