using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CourseGen.Models;

namespace CourseGen.Bench.Quota;

/// <summary>Calls the simulator over HTTP, without a word of the product's own client.</summary>
sealed class RivalClient : IDisposable
{
    public const string TextModel = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    public const string PictureModel = "stability.stable-image-core-v1:1";

    readonly HttpClient _http;

    public RivalClient(Uri simulator)
    {
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1000 }) { BaseAddress = simulator, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SimulatorProcess.BearerToken);
    }

    /// <returns>The answer's text; null when the call was throttled or the service unavailable.</returns>
    /// <exception cref="HttpRequestException">Anything else.</exception>
    public async Task<string?> Converse(RivalCall call, CancellationToken token)
    {
        var prompt = BenchmarkCourse.BriefOf(call.Kind, call.Lesson).ToPrompt() + (call.Text is { } lesson ? "\n" + Brief.LessonBlock(lesson) : "");
        var messages = new[] { new { role = "user", content = new[] { new { text = prompt } } } };
        object body = call.MaxTokens is { } maxTokens ? new { messages, inferenceConfig = new { maxTokens } } : new { messages };
        using var answer = await Post(TextModel, "converse", body, token);
        return answer?.RootElement.GetProperty("output").GetProperty("message").GetProperty("content")[0].GetProperty("text").GetString();
    }

    /// <returns>False when it was throttled.</returns>
    /// <exception cref="HttpRequestException">It failed otherwise.</exception>
    public async Task<bool> Draw(string picture, CancellationToken token)
    {
        object body = new { prompt = $"Picture {picture}", aspect_ratio = "16:9", output_format = "png" };
        using var answer = await Post(PictureModel, "invoke", body, token);
        return answer is not null;
    }

    public void Dispose() => _http.Dispose();

    async Task<JsonDocument?> Post(string model, string operation, object body, CancellationToken token)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri($"model/{Uri.EscapeDataString(model)}/{operation}", UriKind.Relative), body, token);
        if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            return null;
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"{operation} of {model} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(token)}");
        return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(token), cancellationToken: token);
    }
}
