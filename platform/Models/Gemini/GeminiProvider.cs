using CourseGen.Contracts;

namespace CourseGen.Models.Gemini;

/// <summary>Gemini as a provider of pictures. The key is looked at with the first call.</summary>
/// <param name="key">In place of <see cref="GeminiOptions.ApiKey"/> when that is not set.</param>
public sealed class GeminiProvider(GeminiOptions options, string? key, TimeProvider time) : IDisposable
{
    public const string Name = "gemini";
    internal const string KeySetting = "Models__Gemini__ApiKey or " + GeminiOptions.KeyVariable;
    internal const string EndpointSetting = "Models__Gemini__Endpoint";
    static readonly Uri Google = new("https://generativelanguage.googleapis.com/");

    readonly HttpClient _http = ProviderHttp.Client();

    public IPictureModel Pictures(string model)
    {
        var endpoint = options.Endpoint ?? Google;
        var refusal = new ProviderRefusal(new ModelRef(Name, model), endpoint, KeySetting, EndpointSetting);
        return new GeminiPictureModel(_http, new(endpoint, options.ApiKey ?? key, options.Timeout, time), model, refusal);
    }

    public void Dispose() => _http.Dispose();
}
