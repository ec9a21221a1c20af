using System.ComponentModel.DataAnnotations;

namespace CourseGen.Models.OpenAI;

/// <summary>Where OpenAI's API is, or another's that speaks as it does; configuration section <c>Models:OpenAI</c>.</summary>
public sealed record OpenAIOptions
{
    public const string Section = "Models:OpenAI";

    /// <summary>The environment variable, or secret, that holds the key when <see cref="ApiKey"/> is not set.</summary>
    public const string KeyVariable = "OPENAI_API_KEY";

    /// <summary>In place of OpenAI's own, with its version: <c>http://host:port/v1</c>. One's own endpoint may want no key.</summary>
    public Uri? Endpoint { get; init; }

    public string? ApiKey { get; init; }

    /// <summary>For one answer or picture.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:15:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(12);

    /// <returns>What is wrong, each naming its key; empty when nothing is.</returns>
    public IReadOnlyList<string> Problems() => ProviderHttp.Problem($"{Section}:{nameof(Endpoint)}", Endpoint) is { } problem ? [problem] : [];

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{nameof(OpenAIOptions)} {{ {nameof(Endpoint)} = {Endpoint} }}";
}
