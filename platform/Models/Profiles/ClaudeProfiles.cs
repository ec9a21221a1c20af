using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>
/// Claude on Bedrock, of November 2026. Context, output limit and prices: Anthropic's page of each model (platform.claude.com/docs,
/// models) and AWS's model cards. Cache writes cost 1.25 and reads 0.1 of an input token; regional inference profiles cost a tenth more
/// than global ones. Burndown: AWS's page on quotas for Claude 4 (5), and its later table as three public projects quote it (September 2026)
/// for 4.8 (15), Sonnet 5 and Opus 5 (10). Shortest cached prefix: AWS's page on prompt caching up to Opus 4.6 and Haiku 4.5; later
/// ones at second hand. Speed: published measurements of Sonnet 4.5 and 4.6; for the others the default. Of the 5.5 models the burndown
/// was not found, so none is shipped.
/// </summary>
static class ClaudeProfiles
{
    const string Sonnet45Id = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    /// <summary>Claude 4.7 and later write the same text with about 30 % more tokens (Anthropic's page of Haiku 5.5): the limits of the stages grow alike.</summary>
    static readonly Dictionary<WorkKind, int> LaterTokenizer = new()
    {
        [WorkKind.Lesson] = 14_600,
        [WorkKind.Visuals] = 2_900,
        [WorkKind.Slides] = 14_600,
        [WorkKind.LabPlan] = 10_400,
        [WorkKind.Lab] = 15_600,
    };

    public static readonly ModelProfile Sonnet45 = Claude(Sonnet45Id, 3, 15, context: 200_000, output: 64_000, cached: 1_024) with
    {
        TokensPerSecond = 63,
        FirstToken = TimeSpan.FromSeconds(1.8),
    };

    public static IReadOnlyList<ModelProfile> All { get; } =
    [
        Sonnet45,
        Claude("anthropic.claude-sonnet-4-6", 3, 15, context: 1_000_000, output: 128_000, cached: 2_048) with
        {
            TokensPerSecond = 48.8,
            FirstToken = TimeSpan.FromSeconds(1.24),
        },
        Claude("anthropic.claude-sonnet-5", 2, 10, context: 1_000_000, output: 128_000, cached: 1_024) with { Burndown = 10, MaxTokens = LaterTokenizer },
        Claude("anthropic.claude-haiku-4-5-20251001-v1:0", 1, 5, context: 200_000, output: 64_000, cached: 4_096),
        Claude("anthropic.claude-opus-4-5-20251101-v1:0", 5, 25, context: 200_000, output: 64_000, cached: 4_096),
        Claude("anthropic.claude-opus-4-6-v1", 5, 25, context: 1_000_000, output: 128_000, cached: 4_096),
        Claude("anthropic.claude-opus-4-7", 5, 25, context: 1_000_000, output: 128_000, cached: 2_048) with { MaxTokens = LaterTokenizer },
        Claude("anthropic.claude-opus-4-8", 5, 25, context: 1_000_000, output: 128_000, cached: 1_024) with { Burndown = 15, MaxTokens = LaterTokenizer },
        Claude("anthropic.claude-opus-5", 5, 25, context: 1_000_000, output: 128_000, cached: 512) with { Burndown = 10, MaxTokens = LaterTokenizer },
        // The end on Bedrock as its users report it; which model to take instead is our advice.
        Claude("anthropic.claude-3-7-sonnet-20250219-v1:0", 3, 15, context: 200_000, output: 64_000, cached: 1_024) with
        {
            EndOfLife = new(2026, 4, 28),
            Replacement = Sonnet45Id,
        },
    ];

    static ModelProfile Claude(string id, decimal inputPrice, decimal outputPrice, int context, int output, int cached) => new("bedrock", id)
    {
        Context = context,
        OutputLimit = output,
        CacheMinimum = cached,
        Burndown = 5,
        InputPrice = inputPrice,
        OutputPrice = outputPrice,
        CacheWritePrice = inputPrice * 1.25m,
        CacheReadPrice = inputPrice * 0.1m,
        RegionalPremium = 0.1m,
    };
}
