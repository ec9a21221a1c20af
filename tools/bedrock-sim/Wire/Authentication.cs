using Microsoft.AspNetCore.Http;

namespace CourseGen.BedrockSim.Wire;

/// <summary>Who may call: the configured keys by SigV4, or the configured bearer token, refused in Bedrock's own words.</summary>
sealed class Authentication(SimulatorOptions options, TimeProvider time)
{
    const string Service = "bedrock";
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    static readonly BedrockError UnknownKey = BedrockErrors.All["UnrecognizedClientException"];

    /// <exception cref="BedrockException">Status 403.</exception>
    public void Check(HttpRequest request, string rawTarget, byte[] body)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (Refusal(request, authorization, rawTarget, body) is { } error)
            throw new BedrockException(error);
    }

    BedrockError? Refusal(HttpRequest request, string authorization, string rawTarget, byte[] body)
    {
        if (authorization.Length == 0)
            return Denied("MissingAuthenticationTokenException", "Missing Authentication Token");
        if (authorization.StartsWith("Bearer ", StringComparison.Ordinal))
            return authorization["Bearer ".Length..] == options.BearerToken
                ? null
                : Denied("AccessDeniedException", "Authentication failed: Please make sure your API Key is valid.");
        if (SigV4.Read(authorization) is not { } signature)
            return Denied("IncompleteSignatureException", "The Authorization header is not of the form of Signature Version 4.");
        return RefusalOf(signature, request, rawTarget, body);
    }

    BedrockError? RefusalOf(SigV4 signature, HttpRequest request, string rawTarget, byte[] body)
    {
        if (signature.AccessKey != options.AccessKey || request.Headers["x-amz-security-token"].ToString() != (options.SessionToken ?? ""))
            return UnknownKey;
        if (signature.Region != options.Region)
            return Invalid($"Credential should be scoped to a valid region, not '{signature.Region}'.");
        if (signature.Service != Service)
            return Invalid($"Credential should be scoped to correct service: '{Service}'.");
        if (SigV4.SignedAt(request) is not { } at || (time.GetUtcNow() - at).Duration() > Tolerance)
            return Invalid("Signature expired: the request's date is more than 5 minutes away from the server's.");
        return signature.IsMadeWith(options.SecretKey, request, rawTarget, body)
            ? null
            : Invalid("The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.");
    }

    static BedrockError Invalid(string message) => Denied("InvalidSignatureException", message);

    static BedrockError Denied(string type, string message) => new(403, type, message);
}
