using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Quota;
using Microsoft.Extensions.Logging;

namespace CourseGen.Planner.Tests.Quota;

public sealed class PrefetchPlanTests
{
    static readonly ModelProfile Sonnet = new("bedrock", "sonnet") { Burndown = 5, TokensPerSecond = 63, FirstToken = TimeSpan.FromSeconds(1.8) };

    [Theory]
    [InlineData(2, 4, 1, 4, true)]
    [InlineData(2, 4, 1, 5, false)]
    [InlineData(13, 1, 1, 1, false)]
    public void Pods_that_cannot_use_the_quota_are_told_so(int writers, int writersCalls, int slides, int slidesCalls, bool told)
    {
        // C* of a lesson at 200,000 is 10: 12.5 calls at once are needed.
        var warning = Plan(200_000, writers, slides, new() { ContentGen = writersCalls, Ppt = slidesCalls }).Warning();

        (warning is not null).ShouldBe(told);
        if (told)
            warning.ShouldNotBeNull().ShouldStartWith("contentgen and ppt together make at most 12 calls at once; 13 are needed to use all of sonnet's quota of 200000 tokens a minute.");
    }

    [Fact]
    public void Half_a_quota_needs_half_the_calls() =>
        new PrefetchPlan(Limited(400_000, share: 0.5), Options(2, 1, new() { ContentGen = 4, Ppt = 5 }), 1).Warning().ShouldBeNull();

    [Fact]
    public void Without_a_quota_or_a_number_of_pods_there_is_nothing_to_say()
    {
        new PrefetchPlan(Sonnet, Options(1, 1), 1).Warning().ShouldBeNull();
        new PrefetchPlan(Limited(5_000_000), new QuotaOptions { Pods = new() { ContentGen = 1 } }, 1).Warning().ShouldBeNull();
    }

    /// <summary>C* of a lesson with visuals and slides at 200,000 is 8.7: 6 calls at once, split 59,500 to 49,000 into 3 and 2.</summary>
    [Theory]
    [InlineData(3, 1, 1, 2)]
    [InlineData(1, 3, 2, 1)]
    [InlineData(1, 1, 1, 1)]
    public void Without_the_ledger_eight_tenths_of_the_ideal_are_split_by_demand(int writers, int writersCalls, int slides, int slidesCalls) =>
        Plan(200_000, writers, slides, new() { ContentGen = writersCalls, Ppt = slidesCalls }).Problems().ShouldBeEmpty();

    [Fact]
    public void More_calls_than_that_are_refused_with_the_number_that_fits() =>
        Plan(200_000, 1, 1, new() { ContentGen = 4, Ppt = 3 }).Problems().ShouldBe(
        [
            "Quota:ConcurrentCalls:ContentGen is 4, and sonnet's quota of 200000 tokens a minute is good for 3 calls of contentgen at once without the ledger: "
                + "expected at most 3 in each of 1 pods (Models__ConcurrentCalls of contentgen).",
            "Quota:ConcurrentCalls:Ppt is 3, and sonnet's quota of 200000 tokens a minute is good for 2 calls of ppt at once without the ledger: "
                + "expected at most 2 in each of 1 pods (Models__ConcurrentCalls of ppt).",
        ]);

    [Fact]
    public void Less_than_one_call_a_pod_is_refused_with_the_pods_that_fit() =>
        Plan(200_000, 4, 1).Problems().ShouldHaveSingleItem()
            .ShouldEndWith("is good for 3 calls of contentgen at once without the ledger: expected at most 3 pods.");

    [Fact]
    public void A_quota_too_small_for_a_call_of_each_service_wants_the_ledger() =>
        Plan(50_000, 1, 1).Problems().ShouldAllBe(problem => problem.EndsWith("expected Ledger, or a larger quota."));

    [Fact]
    public void Prefetch_wants_a_quota_and_the_pods()
    {
        new PrefetchPlan(Sonnet, Options(1, 1), 1).Problems().ShouldHaveSingleItem().ShouldContain("Quota:TokensPerMinute of sonnet");
        new PrefetchPlan(Limited(1_000_000), new QuotaOptions(), 1).Problems().Select(problem => problem.Split(':')[2].Split(' ')[0]).ShouldBe(["ContentGen", "Ppt"]);
    }

    [Fact]
    public async Task The_planner_does_not_start_when_prefetch_cannot_hold_the_quota()
    {
        var check = Check(Options(1, 1) with { Mode = QuotaMode.Prefetch }, new Lines(), calls: 8);

        (await Should.ThrowAsync<SettingsException>(() => check.StartAsync(default))).Message.ShouldContain("Quota:ConcurrentCalls:ContentGen is 8");
    }

    [Fact]
    public async Task With_the_ledger_it_starts_and_warns()
    {
        var lines = new Lines();

        await Check(Options(1, 1), lines, calls: 2).StartAsync(default);

        lines.ShouldHaveSingleItem().ShouldStartWith("Warning contentgen and ppt together make at most 4 calls at once");
    }

    [Fact]
    public async Task With_pods_enough_it_says_nothing()
    {
        var lines = new Lines();

        await Check(Options(1, 1), lines, calls: 8).StartAsync(default);

        lines.ShouldBeEmpty();
    }

    static PrefetchCheck Check(QuotaOptions options, Lines lines, int calls) => new(
        new ModelProfiles([Limited(200_000)]), new PlannerOptions { TextModel = new("bedrock", "sonnet"), ImageModel = new("bedrock", "pictures") }, options,
        new PaidOnceOptions { ConcurrentCalls = calls }, lines);

    static PrefetchPlan Plan(long tokensPerMinute, int writers, int slides, ServiceCounts? calls = null) =>
        new(Limited(tokensPerMinute), Options(writers, slides, calls), concurrentCalls: 1);

    static ModelProfile Limited(long tokensPerMinute, double share = 1) => Sonnet with { Quota = new() { TokensPerMinute = tokensPerMinute, Share = share } };

    static QuotaOptions Options(int writers, int slides, ServiceCounts? calls = null) =>
        new() { Pods = new() { ContentGen = writers, Ppt = slides }, ConcurrentCalls = calls ?? new() };

    sealed class Lines : List<string>, ILogger<PrefetchCheck>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add($"{logLevel} {formatter(state, exception)}");
    }
}
