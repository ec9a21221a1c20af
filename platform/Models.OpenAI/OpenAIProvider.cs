using System.ClientModel;
using System.ClientModel.Primitives;
using CourseGen.Contracts;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Images;

namespace CourseGen.Models.OpenAI;

/// <summary>OpenAI as a provider of text and pictures, by its official client, which neither tries again nor logs. The key is looked at with the first call.</summary>
/// <param name="key">In place of <see cref="OpenAIOptions.ApiKey"/> when that is not set.</param>
public sealed class OpenAIProvider(OpenAIOptions options, string? key) : IDisposable
{
    public const string Name = "openai";
    const string KeySetting = "Models__OpenAI__ApiKey or " + OpenAIOptions.KeyVariable;
    const string EndpointSetting = "Models__OpenAI__Endpoint";
    /// <summary>The client wants one even where the endpoint wants none.</summary>
    const string NoKey = "none";
    static readonly Uri OpenAI = new("https://api.openai.com/v1");

    readonly HttpClient _http = ProviderHttp.Client();

    Uri Endpoint => options.Endpoint ?? OpenAI;

    public IChatClient Text(string model) => new OpenAIChatClient(() => new ChatClient(model, Credential(), ClientOptions()), model, Failures(model));

    public IPictureModel Pictures(string model) => new OpenAIPictureModel(() => new ImageClient(model, Credential(), ClientOptions()), model, Failures(model));

    public void Dispose() => _http.Dispose();

    OpenAIFailures Failures(string model) => new(new ProviderRefusal(new ModelRef(Name, model), Endpoint, KeySetting, EndpointSetting));

    /// <exception cref="WorkException">There is no key.</exception>
    ApiKeyCredential Credential()
    {
        var set = options.ApiKey ?? key;
        return new(string.IsNullOrWhiteSpace(set) && options.Endpoint is not null ? NoKey : ApiKey.Checked(set, Name, KeySetting));
    }

    OpenAIClientOptions ClientOptions() => new()
    {
        Endpoint = Endpoint,
        NetworkTimeout = options.Timeout,
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        Transport = new HttpClientPipelineTransport(_http),
        ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
    };
}
