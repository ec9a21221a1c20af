using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>What a model costs, and how much a call of each stage may write. Prices are list prices in US dollars.</summary>
public sealed record ModelProfile(string Provider, string Model)
{
    const decimal Million = 1_000_000;

    /// <summary>Output tokens of one call, by stage: a lesson of 2,500 words, a lab of 1,800, or a lesson's slides, with room to spare.</summary>
    static readonly Dictionary<WorkKind, int> DefaultMaxTokens = new()
    {
        [WorkKind.Lesson] = 8000,
        [WorkKind.Visuals] = 4000,
        [WorkKind.Slides] = 8000,
        [WorkKind.LabPlan] = 8000,
        [WorkKind.Lab] = 12000,
    };

    /// <summary>Deterministic text and pictures; free.</summary>
    public static readonly ModelProfile Simulated = new("simulated", AnyModel);

    /// <summary>Answers from files; free.</summary>
    public static readonly ModelProfile Recorded = new(RecordedChatClient.Provider, AnyModel);

    /// <summary>
    /// For estimates. 3 and 15 dollars per million tokens (Anthropic's list of models and prices, November 2026); cache writes cost
    /// 1.25 and reads 0.1 of an input token (Amazon Bedrock's page on prompt caching). Regional inference profiles cost a tenth more.
    /// </summary>
    public static readonly ModelProfile ClaudeSonnet45 = new("bedrock", "claude-sonnet-4-5")
    {
        InputPrice = 3m,
        OutputPrice = 15m,
        CacheWritePrice = 3.75m,
        CacheReadPrice = 0.3m,
    };

    /// <summary>In place of a model's name: the profile is for every model of its provider.</summary>
    public const string AnyModel = "*";

    /// <summary>Per million tokens.</summary>
    public decimal InputPrice { get; init; }

    /// <summary>Per million tokens.</summary>
    public decimal OutputPrice { get; init; }

    /// <summary>Per million tokens read from a prompt cache.</summary>
    public decimal CacheReadPrice { get; init; }

    /// <summary>Per million tokens written to a prompt cache.</summary>
    public decimal CacheWritePrice { get; init; }

    /// <summary>Per picture.</summary>
    public decimal PicturePrice { get; init; }

    public double Burndown { get; init; } = 1;

    public ModelQuota Quota { get; init; } = new();

    /// <summary>Where a stage's differs from the default.</summary>
    public IReadOnlyDictionary<WorkKind, int> MaxTokens { get; init; } = new Dictionary<WorkKind, int>();

    public static IReadOnlyList<ModelProfile> Shipped { get; } = [Simulated, Recorded, ClaudeSonnet45];

    /// <summary>For a start that names only a provider: its first shipped model; a provider of one nameless model calls it <c>provider-1</c>.</summary>
    public static ModelRef DefaultOf(string provider) =>
        new(provider, Shipped.FirstOrDefault(profile => profile.Provider == provider && profile.Model != AnyModel)?.Model ?? $"{provider}-1");

    public bool IsOf(ModelRef model) => model.Provider == Provider && (Model == AnyModel || model.Model == Model);

    /// <summary>Output tokens that a call of the stage is granted; 0 for a stage that writes no text.</summary>
    public int MaxTokensOf(WorkKind kind) => MaxTokens.TryGetValue(kind, out var tokens) ? tokens : DefaultMaxTokens.GetValueOrDefault(kind);

    /// <summary>In US dollars.</summary>
    public decimal CostOf(CallUsage usage) =>
        (usage.InputTokens * InputPrice + usage.OutputTokens * OutputPrice
            + usage.CacheReadTokens * CacheReadPrice + usage.CacheWriteTokens * CacheWritePrice) / Million
        + usage.Pictures * PicturePrice;
}
