using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using CourseGen.Contracts;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.Bedrock;

/// <summary>How a request is signed and where it goes.</summary>
public sealed class BedrockRequestTests : IAsyncLifetime
{
    LoopbackBedrock _bedrock = null!;

    public async Task InitializeAsync()
    {
        _bedrock = await LoopbackBedrock.Start();
        _bedrock.AnswerStream(Frames.Whole("High ", "water"));
    }

    public Task DisposeAsync() => _bedrock.DisposeAsync().AsTask();

    [Fact]
    public async Task A_request_is_signed_as_AWS_checks_it()
    {
        await _bedrock.Ask();

        var seen = _bedrock.Seen.ShouldHaveSingleItem();
        seen.Headers["x-amz-security-token"].ShouldBe(LoopbackBedrock.Secret.Token);
        seen.Headers["host"].ShouldBe(_bedrock.Address.Authority);
        seen.Headers["authorization"].ShouldBe(SignatureOf(seen));
    }

    [Fact]
    public async Task An_ARN_goes_as_one_part_of_the_path()
    {
        const string Arn = "arn:aws:bedrock:us-west-2:123456789012:application-inference-profile/abc";
        await _bedrock.Provider.Text(Arn, 0).GetResponseAsync([new(ChatRole.User, "Write.")]);

        var seen = _bedrock.Seen.ShouldHaveSingleItem();
        seen.Target.ShouldBe("/model/arn%3Aaws%3Abedrock%3Aus-west-2%3A123456789012%3Aapplication-inference-profile%2Fabc/converse-stream");
        seen.Headers["authorization"].ShouldBe(SignatureOf(seen));
    }

    [Fact]
    public async Task A_gateways_path_is_kept_and_signed()
    {
        _bedrock.Options = new() { Endpoint = new Uri(_bedrock.Address, "gateway/bedrock/") };
        await _bedrock.Ask();

        var seen = _bedrock.Seen.ShouldHaveSingleItem();
        seen.Target.ShouldStartWith("/gateway/bedrock/model/us.anthropic");
        seen.Headers["authorization"].ShouldBe(SignatureOf(seen));
    }

    [Fact]
    public async Task A_bearer_token_takes_the_place_of_a_signature()
    {
        _bedrock.BearerToken = "key-of-the-test";
        await _bedrock.Ask();

        var seen = _bedrock.Seen.ShouldHaveSingleItem();
        seen.Headers["authorization"].ShouldBe("Bearer key-of-the-test");
        seen.Headers.Keys.ShouldNotContain("x-amz-security-token");
    }

    [Fact]
    public async Task A_proxy_is_asked_in_the_endpoints_place()
    {
        _bedrock.Options = new() { Endpoint = new Uri("http://bedrock.example/"), Proxy = _bedrock.Address };
        await _bedrock.Ask();
        _bedrock.Seen.ShouldHaveSingleItem().Target.ShouldStartWith("http://bedrock.example/model/");
    }

    [Theory]
    [InlineData("eu-central-1", "https://bedrock-runtime.eu-central-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", "https://bedrock-runtime.us-gov-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://bedrock-runtime.cn-north-1.amazonaws.com.cn/")]
    public void The_endpoint_is_the_regions(string region, string endpoint) =>
        BedrockPlace.Of(new BedrockOptions { Region = region }).ShouldBe(new BedrockPlace(region, new Uri(endpoint)));

    [Fact]
    public async Task An_endpoint_that_is_down_may_be_tried_again_and_is_named()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var down = (IPEndPoint)port.LocalEndpoint;
        port.Stop();
        _bedrock.Options = new() { Endpoint = new Uri($"http://{down}/") };

        var failure = await Should.ThrowAsync<ModelUnreachableException>(() => _bedrock.Ask());

        (failure.Kind, failure.Message).ShouldBe((FailureKind.Configuration, $"No connection to the models at http://{down}."));
        failure.Remedy.ShouldContain("Models__Bedrock__Endpoint");
    }

    [Fact]
    public async Task A_server_without_TLS_is_told_from_one_that_is_down()
    {
        _bedrock.Options = new() { Endpoint = new UriBuilder(_bedrock.Address) { Scheme = "https" }.Uri };
        var failure = await Should.ThrowAsync<WorkException>(() => _bedrock.Ask());
        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Message.ShouldStartWith($"TLS with Bedrock's endpoint https://127.0.0.1:{_bedrock.Address.Port} fails");
        failure.Remedy.ShouldContain("Models__Bedrock__Endpoint");
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_the_settings_fault()
    {
        await using var server = UntrustedServer.Start();
        _bedrock.Options = new() { Endpoint = server.Address };

        var failure = await Should.ThrowAsync<WorkException>(() => _bedrock.Ask());

        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Message.ShouldStartWith($"TLS with Bedrock's endpoint {server.Address.GetLeftPart(UriPartial.Authority)} fails: ");
        failure.Message.ShouldEndWith(".");
        failure.Remedy.ShouldContain("SSL_CERT_FILE");
    }

    [Theory]
    [InlineData("key of the test")]
    [InlineData("key\nof-the-test")]
    [InlineData("clé-of-the-test")]
    public async Task A_bearer_token_that_is_none_is_the_settings_fault_and_not_repeated(string key)
    {
        _bedrock.BearerToken = key;
        var failure = await Should.ThrowAsync<WorkException>(() => _bedrock.Ask());
        (failure.Kind, failure.Remedy).ShouldBe((FailureKind.Configuration, "Correct AWS_BEARER_TOKEN_BEDROCK."));
        failure.ToString().ShouldNotContain("of-the-test");
        _bedrock.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AKIDÉXAMPLE", "session-of-the-test")]
    [InlineData("AKIDEXAMPLE", "session of-the-test")]
    public async Task Credentials_that_are_none_are_the_settings_fault_and_not_repeated(string accessKey, string sessionToken)
    {
        using var provider = new BedrockProvider(new BedrockOptions { Endpoint = _bedrock.Address, Region = LoopbackBedrock.Region }, bearerToken: null,
            TimeProvider.System, new SessionAWSCredentials(accessKey, "secret", sessionToken));

        var failure = await Should.ThrowAsync<WorkException>(() => provider.Text(LoopbackBedrock.Model, 0).GetResponseAsync("Write."));

        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Remedy.ShouldContain("AWS_ACCESS_KEY_ID");
        failure.ToString().ShouldNotContain(sessionToken);
    }

    [Fact]
    public async Task A_host_that_nobody_knows_is_the_settings_fault()
    {
        _bedrock.Options = new() { Endpoint = new Uri("https://bedrock-runtime.mars-1.invalid/") };
        (await Should.ThrowAsync<WorkException>(() => _bedrock.Ask())).Kind.ShouldBe(FailureKind.Configuration);
    }

    [Theory]
    [InlineData("ftp://host/", "Models:Bedrock:Endpoint")]
    [InlineData("https://user:secret@host/", "Models:Bedrock:Endpoint")]
    public void A_wrong_endpoint_is_refused_at_start_without_repeating_it(string endpoint, string key)
    {
        var problem = new BedrockOptions { Endpoint = new Uri(endpoint) }.Problems().ShouldHaveSingleItem();
        problem.ShouldStartWith(key);
        problem.ShouldNotContain("secret");
    }

    [Fact]
    public void A_region_that_is_no_name_is_refused_at_start() =>
        new BedrockOptions { Region = "us-east-1.evil/" }.Problems().ShouldHaveSingleItem().ShouldStartWith("Models:Bedrock:Region");

    /// <summary>Signature Version 4 as AWS describes it, over what arrived.</summary>
    static string SignatureOf(SeenRequest seen)
    {
        var date = seen.Headers["x-amz-date"];
        var names = seen.Headers["authorization"].Split("SignedHeaders=")[1].Split(',')[0];
        var path = string.Join('/', seen.Target.Split('/').Select(Uri.EscapeDataString));
        var headers = string.Concat(names.Split(';').Select(name => $"{name}:{seen.Headers[name].Trim()}\n"));
        var canonical = $"POST\n{path}\n\n{headers}\n{names}\n{Hash(seen.Body)}";
        var scope = $"{date[..8]}/{LoopbackBedrock.Region}/bedrock/aws4_request";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{LoopbackBedrock.Secret.SecretKey}"), (secret, part) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(part)));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hash(canonical)}")));
        DateTimeOffset.ParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        names.Split(';').ShouldContain("x-amz-security-token");
        return $"AWS4-HMAC-SHA256 Credential={LoopbackBedrock.Secret.AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}";
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
