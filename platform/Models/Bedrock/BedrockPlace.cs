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
    /// <exception cref="WorkException">Nothing says which region.</exception>
    public static BedrockPlace Of(BedrockOptions options)
    {
        var config = new BedrockConfig();
        var region = options.Region ?? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName
            ?? throw new WorkException(FailureKind.Configuration, "No AWS region is set for Bedrock.", $"Set {BedrockSettings.Region} or AWS_REGION.");
        return new(region, options.Endpoint ?? Configured(config) ?? Regional(config, region));
    }

    /// <summary>The SDK's own way to name another endpoint.</summary>
    static Uri? Configured(BedrockConfig config) => config.ServiceURL is { Length: > 0 } address ? new Uri(address) : null;

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
