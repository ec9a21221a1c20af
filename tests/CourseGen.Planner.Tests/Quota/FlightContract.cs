using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Tests.Quota;

/// <summary>What every quota ledger keeps to while calls are under way: what they write is reckoned with, and what they are refused is believed.</summary>
public abstract partial class QuotaLedgerContract
{
    [Fact]
    public async Task Of_a_call_that_started_the_output_is_reckoned_with_as_it_comes()
    {
        var granted = await Take(Long());
        await Step(ledger => ledger.Start(CourseId, granted!.Id, Token));
        var before = await Level();
        Time.Advance(TimeSpan.FromSeconds(50));
        ((await Level()) - before).ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task No_call_starts_whose_end_the_bucket_could_not_bear()
    {
        var granted = await Take(Long(), Long(), Long(), Long());
        granted.Count(one => one is not null).ShouldBe(1); // each loses 32,000 more when it ends, of 60,000 at most
    }

    [Fact]
    public async Task A_refusal_shrinks_the_quota_until_a_clean_minute_has_passed()
    {
        await Take(Short(1));
        await Step(async ledger =>
        {
            await ledger.Throttled(Limited, Token);
            return true;
        });
        (await Take(Short(1))).ShouldBeNull();
        (await States())[0].TokensPerMinute!.Value.ShouldBe(42_000, tolerance: 1);
        Time.Advance(TimeSpan.FromSeconds(61));
        (await Take(Short(1))).ShouldNotBeNull();
        (await States())[0].TokensPerMinute!.Value.ShouldBe(60_000, tolerance: 1);
    }

    /// <summary>100 s; takes 1,000 + 8,000, charges 1,000 + 5 × 8,000.</summary>
    static ReservationRequest Long() => Short(1) with { Call = Call(1000, 8000, 8000, 100) };
}
