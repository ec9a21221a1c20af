using Amazon.Runtime;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.Bedrock;

/// <summary>Amazon Bedrock as a provider of text and pictures. Nothing is looked up before the first call.</summary>
public sealed class BedrockProvider : IDisposable
{
    public const string Name = "bedrock";

    /// <summary>Environment variable, or secret, of a Bedrock API key.</summary>
    public const string BearerToken = BedrockSettings.BearerToken;

    readonly BedrockOptions _options;
    readonly BedrockConnection _connection;

    /// <param name="bearerToken">A Bedrock API key, in place of AWS credentials.</param>
    public BedrockProvider(BedrockOptions options, string? bearerToken, TimeProvider time) : this(options, bearerToken, time, credentials: null)
    {
    }

    internal BedrockProvider(BedrockOptions options, string? bearerToken, TimeProvider time, AWSCredentials? credentials)
    {
        _options = options;
        _connection = new BedrockConnection(options, string.IsNullOrWhiteSpace(bearerToken) ? null : bearerToken.Trim(), time, credentials);
    }

    /// <param name="cacheMinimum">Tokens from which the model caches a prefix; 0 for never.</param>
    public IChatClient Text(string model, int cacheMinimum) => new BedrockChatClient(_connection, _options.Api, model, cacheMinimum);

    public IPictureModel Pictures(string model) => new BedrockPictureModel(_connection, model);

    public void Dispose() => _connection.Dispose();
}
