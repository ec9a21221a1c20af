using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>
/// What a model costs and allows, and how much a call of each stage may write. Prices are list prices in US dollars, of a global
/// inference profile where there is one; 0 where no source was found, so that the cost is not counted.
/// </summary>
/// <param name="Model">
/// The id as it goes on the wire, without its geography: the profile is for every geography of the model. With one, or as an ARN, it is for
/// that alone.
/// </param>
public sealed record ModelProfile(string Provider, string Model)
{
    /// <summary>In place of a model's name: the profile is for every model of its provider.</summary>
    public const string AnyModel = "*";

    const decimal Million = 1_000_000;

    /// <summary>
    /// Output tokens of one call, by stage. Lessons and slides of 8,000 tokens and visuals of 1,500 on average, each with a deviation of
    /// 15 %: 11,200 is 2.67 deviations above (0.4 % are cut off and continued), 2,200 is 3.1 above (0.1 %), and input with these limits is
    /// 1.18 times input with output (prompts of 3,000, 9,000 and 9,000). A lab of 1,800 words with its commands and outputs, and a plan of
    /// ten labs, have room to spare.
    /// </summary>
    static readonly Dictionary<WorkKind, int> DefaultMaxTokens = new()
    {
        [WorkKind.Lesson] = 11_200,
        [WorkKind.Visuals] = 2_200,
        [WorkKind.Slides] = 11_200,
        [WorkKind.LabPlan] = 8_000,
        [WorkKind.Lab] = 12_000,
    };

    /// <summary>Deterministic text and pictures; free.</summary>
    public static readonly ModelProfile Simulated = new("simulated", AnyModel);

    /// <summary>Answers from files; free.</summary>
    public static readonly ModelProfile Recorded = new(RecordedChatClient.Provider, AnyModel);

    /// <summary>Tokens of input and output together; 0 when unknown.</summary>
    public int Context { get; init; }

    /// <summary>Tokens that one answer may have; 0 when unknown.</summary>
    public int OutputLimit { get; init; }

    /// <summary>Tokens of the quota that one token of output uses when a call is settled.</summary>
    public double Burndown { get; init; } = 1;

    /// <summary>Tokens of the shortest prefix that can be cached; 0: the model caches nothing when asked.</summary>
    public int CacheMinimum { get; init; }

    /// <summary>From this day on (UTC) the provider refuses the model; null while none is announced.</summary>
    public DateOnly? EndOfLife { get; init; }

    /// <summary>The model to take instead, when this one ends.</summary>
    public string? Replacement { get; init; }

    public ModelQuota Quota { get; init; } = new();

    /// <summary>Output of one call, in tokens a second.</summary>
    public double TokensPerSecond { get; init; } = 60;

    /// <summary>From a call's start to its first token.</summary>
    public TimeSpan FirstToken { get; init; } = TimeSpan.FromSeconds(1.8);

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

    /// <summary>What tokens cost more, as a share of their price, wherever the id is not that of a global inference profile.</summary>
    public decimal RegionalPremium { get; init; }

    /// <summary>Where a stage's differs from the default.</summary>
    public IReadOnlyDictionary<WorkKind, int> MaxTokens { get; init; } = new Dictionary<WorkKind, int>();

    public static IReadOnlyList<ModelProfile> Shipped => ShippedProfiles.All;

    /// <summary>For a start that names only a provider: its model for the kind; a provider of one nameless model calls it <c>provider-1</c>.</summary>
    public static ModelRef DefaultOf(string provider, WorkKind kind = WorkKind.Lesson) =>
        ShippedProfiles.DefaultOf(provider, kind) ?? new ModelRef(provider, $"{provider}-1");

    public bool IsOf(ModelRef model) => Closeness(model) > 0;

    /// <summary>Output tokens that a call of the stage is granted; 0 for a stage that writes no text.</summary>
    public int MaxTokensOf(WorkKind kind)
    {
        var tokens = MaxTokens.TryGetValue(kind, out var set) ? set : DefaultMaxTokens.GetValueOrDefault(kind);
        return OutputLimit > 0 ? Math.Min(tokens, OutputLimit) : tokens;
    }

    public TimeSpan DurationOf(long outputTokens) => FirstToken + TimeSpan.FromSeconds(outputTokens / TokensPerSecond);

    public bool HasEnded(DateTimeOffset now) => EndOfLife is { } end && DateOnly.FromDateTime(now.UtcDateTime) >= end;

    /// <summary>In US dollars.</summary>
    public decimal CostOf(CallUsage usage) =>
        (usage.InputTokens * InputPrice + usage.OutputTokens * OutputPrice
            + usage.CacheReadTokens * CacheReadPrice + usage.CacheWriteTokens * CacheWritePrice) / Million
            * (ModelId.IsGlobal(usage.Model.Model) ? 1 : 1 + RegionalPremium)
        + usage.Pictures * PicturePrice;

    /// <returns>0 when it is another's profile; else the more, the more exactly it names the model.</returns>
    internal int Closeness(ModelRef model) =>
        model.Provider != Provider ? 0
        : model.Model == Model ? 3
        : ModelId.WithoutGeography(model.Model) == Model ? 2
        : Model == AnyModel ? 1
        : 0;
}
