using System.Net.Http.Headers;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using CourseGen.Contracts;

namespace CourseGen.Models.Bedrock;

/// <summary>Puts the bearer token or the signature (SigV4) of the AWS SDK on a request.</summary>
/// <param name="bearerToken">A Bedrock API key; it goes before credentials, as in the SDK.</param>
/// <param name="credentials">In place of those that the SDK finds.</param>
sealed class BedrockAuthorization(string? bearerToken, AWSCredentials? credentials, TimeProvider time)
{
    readonly AWS4Signer _signer = new();
    readonly BedrockConfig _config = new();
    AWSCredentials? _found;

    /// <summary>For people: which setting they would change.</summary>
    public bool UsesBearerToken => bearerToken is not null;

    /// <param name="place">As signed for.</param>
    /// <param name="body">Of the request.</param>
    /// <exception cref="WorkException">There are no credentials, or they are none.</exception>
    public async Task Authorize(HttpRequestMessage request, BedrockPlace place, string model, string operation, byte[] body)
    {
        if (bearerToken is null)
            Sign(request, place, model, operation, body, await Credentials());
        else if (FitsHeader(bearerToken))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearerToken);
        else
            throw new WorkException(FailureKind.Configuration, "The API key for Bedrock has characters that no key has.", $"Correct {BedrockSettings.BearerToken}.");
    }

    /// <summary>They were refused: the next call asks the chain anew, which may find them renewed.</summary>
    public void Forget() => _found = null;

    void Sign(HttpRequestMessage request, BedrockPlace place, string model, string operation, byte[] body, ImmutableCredentials secret)
    {
        using var signed = new DefaultRequest(new SignedRequest(), _config.RegionEndpointServiceName)
        {
            HttpMethod = request.Method.Method,
            Endpoint = new Uri(place.Endpoint.GetLeftPart(UriPartial.Authority)),
            ResourcePath = $"{place.Endpoint.AbsolutePath.TrimEnd('/')}/model/{{modelId}}/{operation}",
            Content = body,
            OverrideSigningServiceName = _config.AuthenticationServiceName,
            AuthenticationRegion = place.Region,
        };
        signed.AddPathResource("{modelId}", model);
        signed.Headers["content-type"] = request.Content!.Headers.ContentType!.ToString();
        if (secret.UseToken)
            signed.Headers["x-amz-security-token"] = secret.Token;
        var result = _signer.SignRequest(signed, _config, metrics: null, secret.AccessKey, secret.SecretKey, time.GetUtcNow().UtcDateTime);
        foreach (var (name, value) in signed.Headers.Where(header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)))
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("Authorization", result.ForAuthorizationHeader);
    }

    async Task<ImmutableCredentials> Credentials()
    {
        try
        {
            var found = credentials ?? (_found ??= await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(_config));
            var secret = await found.GetCredentialsAsync() ?? throw new AmazonClientException("anonymous");
            return FitsHeader(secret.AccessKey) && FitsHeader(secret.Token ?? "")
                ? secret
                : throw new WorkException(FailureKind.Configuration, "The AWS credentials for Bedrock have characters that no credentials have.",
                    "Correct AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN, or the profile.");
        }
        catch (Exception missing) when (missing is AmazonServiceException or AmazonClientException or HttpRequestException or ArgumentException or IOException or InvalidOperationException)
        {
            Forget();
            throw new WorkException(FailureKind.Configuration, $"The AWS SDK finds no credentials for Bedrock ({missing.GetType().Name}).",
                $"Set {BedrockSettings.BearerToken}, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN), or AWS_PROFILE, or give the pod's service account a role.", missing);
        }
    }

    static bool FitsHeader(string secret) => secret.All(letter => letter is > ' ' and <= '~');

    sealed class SignedRequest : AmazonWebServiceRequest;
}
