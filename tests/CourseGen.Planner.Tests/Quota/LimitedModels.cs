using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Planner.Tests.Quota;

/// <summary>The models that a ledger is tested with.</summary>
public abstract partial class QuotaLedgerContract
{
    /// <summary>60,000 tokens a minute, 1,000 a second.</summary>
    static readonly ModelRef Limited = new("fake", "limited");
    static readonly ModelRef Counted = new("fake", "counted");
    static readonly ModelRef Painter = new("fake", "painter");
    /// <summary>86,400 tokens a day, one a second.</summary>
    static readonly ModelRef Daily = new("fake", "daily");

    static readonly ModelQuota Whole = new() { TokensPerMinute = 60_000, Burst = 30_000, RequestsPerMinute = 20, TokensPerDay = 500_000, PicturesPerMinute = 60 };
    static readonly ModelQuota Shared = new() { TokensPerMinute = 120_000, Burst = 60_000, RequestsPerMinute = 40, TokensPerDay = 1_000_000, PicturesPerMinute = 120, Share = 0.5 };

    internal ModelProfiles Profiles { get; } = new(
    [
        new ModelProfile("fake", "limited") { Burndown = 5, Quota = new ModelQuota { TokensPerMinute = 60_000 } },
        new ModelProfile("fake", "hundred") { Quota = new ModelQuota { TokensPerMinute = 100_000 } },
        new ModelProfile("fake", "text") { Quota = new ModelQuota { TokensPerMinute = 100_000_000 } },
        new ModelProfile("fake", "images") { Quota = new ModelQuota { TokensPerMinute = 100_000_000 } },
        new ModelProfile("fake", "counted") { Quota = new ModelQuota { RequestsPerMinute = 20 } },
        new ModelProfile("fake", "painter") { Quota = new ModelQuota { PicturesPerMinute = 60, PictureGap = TimeSpan.FromSeconds(10), PicturesPerCommand = 3 } },
        new ModelProfile("fake", "daily") { Quota = new ModelQuota { TokensPerDay = 86_400 } },
        new ModelProfile("fake", "whole") { Quota = Whole },
        new ModelProfile("fake", "shared") { Quota = Shared },
        new ModelProfile("fake", "none") { Quota = new ModelQuota { TokensPerMinute = 0 } },
    ]);
}
