using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>The profiles that need no configuration, and each provider's model for a start that names none.</summary>
static class ShippedProfiles
{
    const string StableImageCore = "stability.stable-image-core-v1:1";
    const string Gpt41 = "gpt-4.1";
    const string Gpt6Luna = "gpt-6-luna";
    const string GptImage = "gpt-image-2.6-flare";
    const string FlashImage31 = "gemini-3.1-flash-image";

    /// <summary>
    /// OpenAI, of November 2026: ends of life and replacements by its page on deprecations, prices by its list. Those of GPT-4.1 are the
    /// standard ones, as GitHub's table of models and prices (docs, <c>data/tables/copilot</c>) and others that read OpenAI's list in 2026 give
    /// them, looked up on 2026-11-22; a batch costs half. GPT-6 thinks before it writes and counts that as output, for which the stages'
    /// limits leave little room; its limits and the prices of pictures were not found.
    /// </summary>
    static readonly ModelProfile[] OpenAI =
    [
        new("openai", Gpt41)
        {
            Context = 1_047_576,
            OutputLimit = 32_768,
            InputPrice = 2,
            OutputPrice = 8,
            CacheReadPrice = 0.5m,
            EndOfLife = new(2027, 1, 14),
            Replacement = Gpt6Luna,
        },
        new("openai", Gpt6Luna) { InputPrice = 0.1m, OutputPrice = 0.5m, CacheReadPrice = 0.01m, CacheWritePrice = 0.125m },
        new("openai", GptImage),
        new("openai", "gpt-image-1") { EndOfLife = new(2026, 10, 23), Replacement = GptImage },
        new("openai", "gpt-image-1.5") { EndOfLife = new(2026, 12, 1), Replacement = GptImage },
    ];

    /// <summary>
    /// Pictures. Ends of life: Nova Canvas and Titan by AWS's page on model lifecycle, gemini-2.5-flash-image by Google's page on
    /// deprecations, each with the replacement that we advise. Prices of Gemini: one picture of 1,024 pixels; of Stability: sources differ.
    /// </summary>
    static readonly ModelProfile[] Pictures =
    [
        new("bedrock", StableImageCore),
        new("bedrock", "stability.stable-image-ultra-v1:1"),
        new("bedrock", "stability.sd3-5-large-v1:0"),
        new("bedrock", "amazon.nova-canvas-v1:0") { EndOfLife = new(2026, 9, 30), Replacement = StableImageCore },
        new("bedrock", "amazon.titan-image-generator-v2:0") { EndOfLife = new(2026, 6, 30), Replacement = StableImageCore },
        new("gemini", FlashImage31) { PicturePrice = 0.067m },
        new("gemini", "gemini-2.5-flash-image") { PicturePrice = 0.039m, EndOfLife = new(2026, 10, 2), Replacement = FlashImage31 },
    ];

    static readonly Dictionary<string, string> TextDefaults = new() { ["bedrock"] = $"global.{ClaudeProfiles.Sonnet45.Model}", ["openai"] = Gpt41 };

    static readonly Dictionary<string, string> PictureDefaults = new() { ["bedrock"] = StableImageCore, ["openai"] = GptImage, ["gemini"] = FlashImage31 };

    public static IReadOnlyList<ModelProfile> All { get; } = [ModelProfile.Simulated, ModelProfile.Recorded, .. ClaudeProfiles.All, .. OpenAI, .. Pictures];

    public static ModelRef? DefaultOf(string provider, WorkKind kind) =>
        (kind == WorkKind.Image ? PictureDefaults : TextDefaults).TryGetValue(provider, out var model) ? new(provider, model) : null;
}
