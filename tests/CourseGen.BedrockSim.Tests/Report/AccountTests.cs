using CourseGen.BedrockSim.Quota;

namespace CourseGen.BedrockSim.Report;

/// <summary>60,000 tokens a minute, burndown 5.</summary>
public sealed class AccountTests
{
    static readonly CallSize Call = new(Input: 1000, CacheRead: 0, CacheWrite: 0, MaxTokens: 9000, Output: 3800, FirstToken: 2, Rate: 100);

    [Fact]
    public void A_quota_that_is_asked_for_all_that_it_gives_is_used_up()
    {
        var keeper = Keeper();

        for (var at = 0; at < 3600; at += 20)
            keeper.Admit(Call, at);
        keeper.Report(3600).Utilisation.ShouldBeNull("a call costs 20,000, as much as comes in until the next one: it is never short");
        for (var more = 0; more < 6; more++)
            keeper.Admit(Call, 3600);

        keeper.Report(3600).Utilisation!.Value.ShouldBe(1, 0.01);
    }

    [Fact]
    public void A_quota_of_which_a_quarter_is_left_unused_is_used_by_three_quarters()
    {
        var keeper = Keeper();
        for (var call = 0; call < 6; call++)
            keeper.Admit(Call, 0);

        for (var at = 100.0; at < 7200; at += 20 / 0.75)
            keeper.Admit(Call, at);

        keeper.Report(7300).Utilisation!.Value.ShouldBe(0.75, 0.02);
    }

    [Fact]
    public void Refill_that_found_no_room_counts_from_the_first_call_on()
    {
        var keeper = Keeper();
        keeper.Admit(Call, 1000);

        keeper.Report(1080).Lost.ShouldBe(80_000 - 20_000, 1);
    }

    [Fact]
    public void Samples_lie_no_closer_than_the_interval_and_no_further_than_twice_while_a_call_runs()
    {
        var keeper = Keeper(interval: 3);
        keeper.Admit(Call, 0);

        var series = keeper.Report(40).Series;

        series.Zip(series.Skip(1), (one, next) => next.At - one.At).SkipLast(1).ShouldAllBe(gap => gap >= 3 && gap <= 6);
        series[^1].At.ShouldBe(40);
    }

    static QuotaKeeper Keeper(double interval = 3) => new("anthropic.claude", new SimulatedQuota { TokensPerMinute = 60_000 }, Settlement.Progressive, Refill.Bucket, interval);
}
