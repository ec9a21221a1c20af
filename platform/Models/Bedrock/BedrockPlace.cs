using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using CourseGen.Contracts;

namespace CourseGen.Models.Bedrock;

/// <summary>Where calls go, by the settings and then by the AWS SDK's rules.</summary>
/// <param name="Endpoint">Without the operation's path.</param>
sealed record BedrockPlace(string Region, Uri Endpoint)
{
    /// <exception cref="WorkException">Nothing says which region, or it or the address is no such thing.</exception>
    public static BedrockPlace Of(BedrockOptions options)
    {
        try
        {
            var config = new BedrockConfig();
            var region = options.Region ?? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName
                ?? throw new WorkException(FailureKind.Configuration, "No AWS region is set for Bedrock.", $"Set {BedrockSettings.Region} or AWS_REGION.");
            return BedrockOptions.IsRegion(region)
                ? new(region, options.Endpoint ?? Configured(config) ?? Regional(config, region))
                : throw new WorkException(FailureKind.Configuration, $"The AWS region '{region}' for Bedrock is no region's name.", $"Correct AWS_REGION or the profile's region, or set {BedrockSettings.Region}.");
        }
        catch (Exception wrong) when (wrong is AmazonClientException or ArgumentException)
        {
            throw new WorkException(FailureKind.Configuration, $"The AWS SDK's settings cannot be used for Bedrock ({wrong.GetType().Name}).",
                $"Correct AWS_REGION, AWS_PROFILE and AWS_ENDPOINT_URL_BEDROCK_RUNTIME (or AWS_ENDPOINT_URL), or set {BedrockSettings.Region} and {BedrockSettings.Endpoint}.", wrong);
        }
    }

    /// <summary>The SDK's own way to name another endpoint.</summary>
    static Uri? Configured(BedrockConfig config)
    {
        if (config.ServiceURL is not { Length: > 0 } address)
            return null;
        return Uri.TryCreate(address, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
            ? endpoint
            : throw new WorkException(FailureKind.Configuration, "The AWS SDK's endpoint for Bedrock is no address: expected http://host:port/ or https://host/.",
                $"Correct AWS_ENDPOINT_URL_BEDROCK_RUNTIME (or AWS_ENDPOINT_URL), or set {BedrockSettings.Endpoint}.");
    }

    static Uri Regional(BedrockConfig config, string region) =>
        new($"https://bedrock-runtime{(config.UseFIPSEndpoint ? "-fips" : "")}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}/");
}

/// <summary>What the AWS SDK's credential chain, signer and endpoint rules want to know of a service.</summary>
sealed class BedrockConfig : ClientConfig
{
    public BedrockConfig() : base(new DefaultConfigurationProvider([new DefaultConfiguration { Name = DefaultConfigurationMode.Standard }]))
    {
        AuthenticationServiceName = "bedrock";
        ServiceId = "Bedrock Runtime";
    }

    public override string ServiceVersion => "2023-09-30";

    public override string UserAgent => "coursegen";

    public override string RegionEndpointServiceName => "bedrock-runtime";

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => throw new NotSupportedException();
}

/// <summary>What people change, as environment variables.</summary>
static class BedrockSettings
{
    public const string Region = "Models__Bedrock__Region";
    public const string Endpoint = "Models__Bedrock__Endpoint";
    public const string Proxy = "Models__Bedrock__Proxy";
    public const string BearerToken = "AWS_BEARER_TOKEN_BEDROCK";
}
