using System.ComponentModel.DataAnnotations;
using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>
/// One profile of the configuration (<c>Models__Profiles__0__…</c>): what it sets is laid over the shipped profile of the model, or over
/// none. What it leaves out stays as it is.
/// </summary>
public sealed record ProfileSettings
{
    const string Most = "1000000000000";

    public required string Provider { get; init; }

    /// <summary>As <see cref="ModelProfile.Model"/>: without a geography it is for all of them.</summary>
    public required string Model { get; init; }

    [Range(1, int.MaxValue)]
    public int? Context { get; init; }

    [Range(1, int.MaxValue)]
    public int? OutputLimit { get; init; }

    [Range(0.1, 100)]
    public double? Burndown { get; init; }

    [Range(0, 1_000_000)]
    public int? CacheMinimum { get; init; }

    public DateOnly? EndOfLife { get; init; }
    public string? Replacement { get; init; }

    [Range(1, 100_000)]
    public double? TokensPerSecond { get; init; }

    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan? FirstToken { get; init; }

    [Range(0, 1_000_000)]
    public decimal? InputPrice { get; init; }

    [Range(0, 1_000_000)]
    public decimal? OutputPrice { get; init; }

    [Range(0, 1_000_000)]
    public decimal? CacheReadPrice { get; init; }

    [Range(0, 1_000_000)]
    public decimal? CacheWritePrice { get; init; }

    [Range(0, 1_000_000)]
    public decimal? PicturePrice { get; init; }

    [Range(0, 10)]
    public decimal? RegionalPremium { get; init; }

    public StageTokens MaxTokens { get; init; } = new();

    public QuotaSettings Quota { get; init; } = new();

    internal ModelProfile Over(ModelProfile shipped) => new(Provider, Model)
    {
        Context = Context ?? shipped.Context,
        OutputLimit = OutputLimit ?? shipped.OutputLimit,
        Burndown = Burndown ?? shipped.Burndown,
        CacheMinimum = CacheMinimum ?? shipped.CacheMinimum,
        EndOfLife = EndOfLife ?? shipped.EndOfLife,
        Replacement = Replacement ?? shipped.Replacement,
        TokensPerSecond = TokensPerSecond ?? shipped.TokensPerSecond,
        FirstToken = FirstToken ?? shipped.FirstToken,
        InputPrice = InputPrice ?? shipped.InputPrice,
        OutputPrice = OutputPrice ?? shipped.OutputPrice,
        CacheReadPrice = CacheReadPrice ?? shipped.CacheReadPrice,
        CacheWritePrice = CacheWritePrice ?? shipped.CacheWritePrice,
        PicturePrice = PicturePrice ?? shipped.PicturePrice,
        RegionalPremium = RegionalPremium ?? shipped.RegionalPremium,
        MaxTokens = MaxTokens.Over(shipped.MaxTokens),
        Quota = Quota.Over(shipped.Quota),
    };

    /// <summary>Output tokens of one call of a stage.</summary>
    public sealed record StageTokens
    {
        [Range(100, 1_000_000)]
        public int? Lesson { get; init; }

        [Range(100, 1_000_000)]
        public int? Visuals { get; init; }

        [Range(100, 1_000_000)]
        public int? Slides { get; init; }

        [Range(100, 1_000_000)]
        public int? LabPlan { get; init; }

        [Range(100, 1_000_000)]
        public int? Lab { get; init; }

        internal IReadOnlyList<(WorkKind Kind, int Tokens)> Set =>
        [
            .. new (WorkKind Kind, int? Tokens)[]
            {
                (WorkKind.Lesson, Lesson), (WorkKind.Visuals, Visuals), (WorkKind.Slides, Slides), (WorkKind.LabPlan, LabPlan), (WorkKind.Lab, Lab),
            }.Where(stage => stage.Tokens is not null).Select(stage => (stage.Kind, stage.Tokens!.Value)),
        ];

        internal IReadOnlyDictionary<WorkKind, int> Over(IReadOnlyDictionary<WorkKind, int> shipped)
        {
            var tokens = shipped.ToDictionary();
            foreach (var (kind, set) in Set)
                tokens[kind] = set;
            return tokens;
        }
    }

    /// <summary>As <see cref="ModelQuota"/>.</summary>
    public sealed record QuotaSettings
    {
        [Range(typeof(long), "1", Most)]
        public long? TokensPerMinute { get; init; }

        [Range(typeof(long), "1", Most)]
        public long? Burst { get; init; }

        [Range(1, int.MaxValue)]
        public int? RequestsPerMinute { get; init; }

        [Range(typeof(long), "1", Most)]
        public long? TokensPerDay { get; init; }

        [Range(0.01, 1)]
        public double? Share { get; init; }

        [Range(1, 1_000_000)]
        public int? PicturesPerMinute { get; init; }

        [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
        public TimeSpan? PictureGap { get; init; }

        [Range(1, 50)]
        public int? PicturesPerCommand { get; init; }

        internal ModelQuota Over(ModelQuota shipped) => new()
        {
            TokensPerMinute = TokensPerMinute ?? shipped.TokensPerMinute,
            Burst = Burst ?? shipped.Burst,
            RequestsPerMinute = RequestsPerMinute ?? shipped.RequestsPerMinute,
            TokensPerDay = TokensPerDay ?? shipped.TokensPerDay,
            Share = Share ?? shipped.Share,
            PicturesPerMinute = PicturesPerMinute ?? shipped.PicturesPerMinute,
            PictureGap = PictureGap ?? shipped.PictureGap,
            PicturesPerCommand = PicturesPerCommand ?? shipped.PicturesPerCommand,
        };
    }
}
