using CourseGen.Contracts;
using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Tests.Quota;

/// <summary>What every quota ledger keeps to beside the tokens of a minute: requests, pictures, tokens of a day; and that a share of a quota is less of all of it.</summary>
public abstract partial class QuotaLedgerContract
{
    [Fact]
    public async Task Requests_a_minute_are_never_exceeded_in_any_minute()
    {
        var calls = 0;
        for (var second = 0; second < 60; second++)
        {
            calls += (await Take(Short(20) with { Model = Counted }))?.Items.Count ?? 0;
            Time.Advance(TimeSpan.FromSeconds(1));
        }
        calls.ShouldBeInRange(18, 20);
    }

    [Fact]
    public async Task Pictures_are_cut_to_a_command_and_the_next_command_waits_for_its_gaps()
    {
        var pictures = Short(5) with { Model = Painter, Kind = WorkKind.Image, Call = new CallEstimate(0, 0, 0, 0, 0, TimeSpan.FromSeconds(4), 1) };
        (await Take(pictures))!.Items.Count.ShouldBe(3);
        Time.Advance(TimeSpan.FromSeconds(29));
        (await Take(pictures)).ShouldBeNull();
        (await NextFit()).ShouldBe(new QuotaFit(CourseId, Time.GetUtcNow().AddSeconds(1), Time.GetUtcNow()));
        Time.Advance(TimeSpan.FromSeconds(1));
        (await Take(pictures)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_a_days_tokens_no_more_is_granted_than_are_left_and_they_come_back_evenly()
    {
        var granted = await Take(Short(100) with { Model = Daily });
        granted!.Items.Count.ShouldBe(86);
        (await LeftToday()).ShouldBe(400, tolerance: 1);
        (await Take(Short(1) with { Model = Daily })).ShouldBeNull();
        (await NextFit()).ShouldBe(new QuotaFit(CourseId, Time.GetUtcNow().AddSeconds(600), Time.GetUtcNow()));

        Time.Advance(TimeSpan.FromSeconds(599));
        (await Take(Short(1) with { Model = Daily })).ShouldBeNull();
        Time.Advance(TimeSpan.FromSeconds(1));
        (await Take(Short(1) with { Model = Daily })).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_a_days_tokens_what_a_call_did_not_use_is_left()
    {
        var granted = await Take(Short(10) with { Model = Daily });
        (await LeftToday()).ShouldBe(76_400, tolerance: 1);
        await SettleAll(granted!, output: 300);
        (await LeftToday()).ShouldBe(86_400 - (10 * 500), tolerance: 1);
    }

    [Fact]
    public async Task A_call_that_needs_more_than_a_days_tokens_is_told_with_the_numbers()
    {
        var request = Short(1) with { Model = Daily, Call = Call(200, 600, 90_000, 6) };
        var failure = await Step(ledger => Task.FromResult(ledger.CanEverFit(request, out var told) ? null : told));
        failure!.Reason.ShouldContain("holds 86,400");
        failure.Remedy.ShouldContain("TokensPerDay");
    }

    [Fact]
    public async Task Half_of_a_quota_is_half_of_everything()
    {
        (await Granted("shared", Short(100))).ShouldBe(await Granted("whole", Short(100)));
        var pictures = Short(100) with { Kind = WorkKind.Image, Call = new CallEstimate(0, 0, 0, 0, 0, TimeSpan.FromSeconds(4), 1) };
        (await Granted("shared", pictures)).ShouldBe(await Granted("whole", pictures));
        var shared = (await States()).Single(state => state.Model.Model == "shared");
        (shared.TokensPerMinute, shared.Burst).ShouldBe((60_000, 30_000));
    }

    /// <summary>How many of the items at each of twenty times, three seconds apart; and what is left then.</summary>
    async Task<string> Granted(string model, ReservationRequest request)
    {
        var counts = new List<int>();
        for (var time = 0; time < 20; time++)
        {
            counts.Add((await Take(request with { Model = new ModelRef("fake", model) }))?.Items.Count ?? 0);
            Time.Advance(TimeSpan.FromSeconds(3));
        }
        counts.Sum().ShouldBeInRange(1, (20 * request.Items.Count) - 1);
        var state = (await States()).Single(state => state.Model.Model == model);
        return FormattableString.Invariant($"{string.Join(' ', counts)}: {state.Level:0} tokens, {state.LeftToday:0} today, {state.Requests:0.00} requests");
    }

    async Task<double> LeftToday() => (await States()).Single(state => state.Model == Daily).LeftToday!.Value;
}
