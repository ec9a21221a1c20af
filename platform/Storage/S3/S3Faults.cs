using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;

namespace CourseGen.Storage;

/// <summary>What S3, the SDK or the network says, as a sentence with endpoint and bucket and a remedy; never with a key or a signature.</summary>
/// <param name="place">The endpoint, for people.</param>
sealed class S3Faults(string place)
{
    const string Credentials =
        "Give the AWS SDK valid credentials: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or a role of the service account or machine.";

    const string Later = "Look whether the endpoint runs and can be reached from here; it is worth trying again.";

    public static S3Faults At(StoreOptions options) =>
        new(options.Endpoint?.GetLeftPart(UriPartial.Path) ?? (options.Region is { } region ? $"AWS S3 in {region}" : "AWS S3"));

    public static bool IsFault(Exception failure) =>
        failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or SocketException or TimeoutException;

    public StoreUnusableException Unusable(string bucket, string what, string remedy, Exception? inner = null, bool passing = false) =>
        new($"The bucket '{bucket}' at {place} cannot be used: {what}.", remedy, inner) { Passing = passing };

    public StoreUnusableException Explain(Exception failure, string bucket)
    {
        var (what, remedy, passing) = failure switch
        {
            AmazonServiceException { StatusCode: >= HttpStatusCode.Continue } answer => OfAnswer(answer),
            _ when Within<SocketException>(failure) is { } socket => ($"no connection ({socket.SocketErrorCode})", Later, true),
            _ when Within<AuthenticationException>(failure) is not null =>
                ("the endpoint's certificate is not trusted", "Add its authority to the system's trusted certificates.", false),
            HttpRequestException or IOException or TimeoutException => (failure.Message.TrimEnd('.'), Later, true),
            _ when Within<HttpRequestException>(failure) is { } http => (http.Message.TrimEnd('.'), Later, true),
            _ => ("there are no credentials", Credentials, false),
        };
        return Unusable(bucket, what, remedy, failure, passing);
    }

    static (string What, string Remedy, bool Passing) OfAnswer(AmazonServiceException answer) => answer.ErrorCode switch
    {
        "NoSuchBucket" => ("there is no such bucket", $"Create it, or name another in {StoreOptions.Section}:Buckets.", false),
        "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "InvalidToken" or "ExpiredToken" =>
            ($"the credentials are refused ({answer.ErrorCode})", Credentials, false),
        "RequestTimeTooSkewed" => ("this machine's clock is wrong", "Set the clock; it may differ by a few minutes at most.", false),
        "AuthorizationHeaderMalformed" or "PermanentRedirect" or "IllegalLocationConstraintException" =>
            ("it is in another region", $"Set {StoreOptions.Section}:Region to the bucket's region.", false),
        "QuotaExceeded" or "EntityTooLarge" => ($"it takes no more ({answer.ErrorCode})", "Raise the bucket's quota, or free space in it.", false),
        "BadDigest" or "XAmzContentSHA256Mismatch" =>
            ("bytes are damaged on the way to it", "Look at the network and at proxies between here and the endpoint.", true),
        _ => OfStatus(answer),
    };

    static (string What, string Remedy, bool Passing) OfStatus(AmazonServiceException answer) => answer.StatusCode switch
    {
        HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized =>
            ("permission denied", "Give the credentials the actions that docs/store.md lists, for this bucket.", false),
        HttpStatusCode.Moved or HttpStatusCode.TemporaryRedirect =>
            ("it is in another region", $"Set {StoreOptions.Section}:Region to the bucket's region.", false),
        >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout =>
            ($"it answers {(int)answer.StatusCode} {answer.ErrorCode}".TrimEnd(), Later, answer.StatusCode != HttpStatusCode.NotImplemented),
        _ => ($"it answers {(int)answer.StatusCode} {answer.ErrorCode}".TrimEnd(), "Look at the bucket's settings and policy (docs/store.md).", false),
    };

    static T? Within<T>(Exception? failure) where T : Exception
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is T found)
                return found;
        }
        return null;
    }
}
