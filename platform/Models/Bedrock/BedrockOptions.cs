using System.ComponentModel.DataAnnotations;

namespace CourseGen.Models.Bedrock;

/// <summary>By which operation text is asked for. All give the same answer.</summary>
public enum BedrockApi
{
    /// <summary>Any model; the answer comes in pieces, so that no proxy takes a long call for a dead one.</summary>
    ConverseStream,

    /// <summary>Any model; the answer comes at once.</summary>
    Converse,

    /// <summary>InvokeModel with Anthropic's own body: Claude only.</summary>
    Invoke,
}

/// <summary>
/// Where Amazon Bedrock is; configuration section <c>Models:Bedrock</c>. Credentials are no part of it: the AWS SDK finds them by its
/// own chain, unless <c>AWS_BEARER_TOKEN_BEDROCK</c> holds a Bedrock API key.
/// </summary>
public sealed record BedrockOptions
{
    public const string Section = "Models:Bedrock";

    /// <summary>For example <c>us-east-1</c>. None: the AWS SDK's own setting (<c>AWS_REGION</c>, the profile).</summary>
    public string? Region { get; init; }

    /// <summary>
    /// In place of AWS's own, <c>https://host:port/</c>: a VPC endpoint, a gateway, a simulator. None: <c>AWS_ENDPOINT_URL_BEDROCK_RUNTIME</c>,
    /// else the region's.
    /// </summary>
    public Uri? Endpoint { get; init; }

    /// <summary>For calls of models alone. None: <c>HTTPS_PROXY</c>, <c>HTTP_PROXY</c> and <c>NO_PROXY</c>, which the credential chain reads too.</summary>
    public Uri? Proxy { get; init; }

    public BedrockApi Api { get; init; } = BedrockApi.ConverseStream;

    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Without a byte of a streamed answer, after which it is given up.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:15:00")]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <returns>What is wrong, each naming its key; empty when nothing is.</returns>
    public IReadOnlyList<string> Problems() =>
    [
        .. AddressProblems(nameof(Endpoint), Endpoint, "http://host:port/ or https://host/, or none for AWS"),
        .. AddressProblems(nameof(Proxy), Proxy, "http://host:port/, or none for HTTPS_PROXY"),
        .. Region is null || IsRegion(Region)
            ? (IEnumerable<string>)[]
            : [$"{Section}:Region is '{Region}': expected a region's name such as us-east-1."],
    ];

    internal static bool IsRegion(string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    static IEnumerable<string> AddressProblems(string key, Uri? address, string expected)
    {
        if (address is null)
            yield break;
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.Query.Length > 0 || address.Fragment.Length > 0)
            yield return $"{Section}:{key} is no such address: expected {expected}.";
        else if (address.UserInfo.Length > 0)
            yield return $"{Section}:{key} has a user name: keep credentials out of it{(key == nameof(Proxy) ? ", in HTTPS_PROXY" : "")}.";
    }
}
