using System.ComponentModel.DataAnnotations;

namespace CourseGen.Models.Gemini;

/// <summary>Where Google's Gemini API is; configuration section <c>Models:Gemini</c>.</summary>
public sealed record GeminiOptions
{
    public const string Section = "Models:Gemini";

    /// <summary>The environment variable, or secret, that holds the key when <see cref="ApiKey"/> is not set.</summary>
    public const string KeyVariable = "GEMINI_API_KEY";

    /// <summary>In place of Google's own; <c>v1beta/models/…</c> is added.</summary>
    public Uri? Endpoint { get; init; }

    public string? ApiKey { get; init; }

    /// <summary>For one picture.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:15:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <returns>What is wrong, each naming its key; empty when nothing is.</returns>
    public IReadOnlyList<string> Problems() => ProviderHttp.Problem($"{Section}:{nameof(Endpoint)}", Endpoint) is { } problem ? [problem] : [];

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{nameof(GeminiOptions)} {{ {nameof(Endpoint)} = {Endpoint} }}";
}
