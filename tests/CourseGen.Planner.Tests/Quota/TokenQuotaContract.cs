using CourseGen.Contracts;
using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Tests.Quota;

/// <summary>What every quota ledger keeps to where a model is limited.</summary>
public abstract partial class QuotaLedgerContract
{
    static readonly Guid OtherCourse = new("22222222-2222-5333-8444-555555555555");

    internal QuotaOptions Options { get; set; } = new();

    [Fact]
    public async Task A_request_is_cut_to_the_items_that_fit()
    {
        var granted = await Take(Short(100));
        granted!.Items.Count.ShouldBeInRange(2, 59);
        granted.Items.ShouldBe(Items(100).Take(granted.Items.Count));
        (await Take(Short(1, OtherCourse))).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_granted_is_never_more_than_the_bucket_holds()
    {
        var granted = await Take(Short(100));
        (granted!.Items.Count * 1000).ShouldBeLessThanOrEqualTo(60_000);
        (await Level()).ShouldBe(60_000 - (granted.Items.Count * 1000), tolerance: 1);
    }

    [Fact]
    public async Task The_bucket_refills_evenly()
    {
        var granted = await Take(Short(100));
        await SettleAll(granted!, output: 800);
        var before = await Level();
        Time.Advance(TimeSpan.FromSeconds(5));
        ((await Level()) - before).ShouldBe(5000, tolerance: 1);
        Time.Advance(TimeSpan.FromHours(1));
        (await Level()).ShouldBe(60_000, tolerance: 1);
    }

    [Fact]
    public async Task A_call_is_settled_on_input_cache_writes_and_burndown_times_output()
    {
        var granted = await Take(Short(1));
        await Step(ledger => ledger.Settle(CourseId, granted!.Id, "1", [new CallUsage(Limited, 200, 1000, 50_000, 300, 0)], Token));
        (await Level()).ShouldBe(60_000 - 200 - 300 - 5000, tolerance: 1);
        (await States())[0].Used.ShouldBe(5500, tolerance: 1);
    }

    [Fact]
    public async Task Usage_that_nobody_knows_is_charged_as_if_the_grant_were_fully_used()
    {
        var granted = await Take(Short(1));
        await Step(ledger => ledger.Settle(CourseId, granted!.Id, "1", calls: null, Token));
        (await Level()).ShouldBe(60_000 - 200 - (5 * 800), tolerance: 1);
    }

    [Fact]
    public async Task Usage_told_after_its_lease_is_charged_as_a_debt()
    {
        var granted = await Take(Short(1));
        Time.Advance(TimeSpan.FromSeconds(660));
        (await Level()).ShouldBe(60_000, tolerance: 1);
        await Expired();
        (await Level()).ShouldBe(60_000, tolerance: 1);
        await Step(ledger => ledger.Settle(CourseId, granted!.Id, "1", [new CallUsage(Limited, 0, 20_000, 0, 0, 0)], Token));
        (await Level()).ShouldBe(-40_000, tolerance: 1);
        (await Take(Short(1))).ShouldBeNull();
    }

    [Fact]
    public async Task What_waits_for_a_debt_is_woken_once_that_is_paid_off()
    {
        var granted = await Take(Short(1));
        await Step(ledger => ledger.Settle(CourseId, granted!.Id, "1", [new CallUsage(Limited, 0, 20_000, 0, 0, 0)], Token));
        (await Level()).ShouldBe(-40_000, tolerance: 1);
        (await Take(Long())).ShouldBeNull();
        ((await NextFit())!.At - Time.GetUtcNow()).TotalSeconds.ShouldBeInRange(49, 55); // 40,000, and 9,000 that it takes
    }

    [Theory]
    [InlineData("limited", 70_000, "70,200")]
    [InlineData("none", 800, "holds 0")]
    public async Task A_call_that_can_never_fit_is_told_with_the_numbers(string model, int maxTokens, string numbers)
    {
        var request = Short(1) with { Model = new ModelRef("fake", model), Call = Call(200, 600, maxTokens, 6) };
        var failure = await Step(ledger => Task.FromResult(ledger.CanEverFit(request, out var told) ? null : told));
        failure!.Kind.ShouldBe(FailureKind.Configuration);
        failure.Reason.ShouldContain(numbers);
        (await Step(ledger => Task.FromResult(ledger.CanEverFit(Short(1), out _)))).ShouldBeTrue();
    }

    [Fact]
    public async Task With_the_quota_held_by_prefetch_everything_is_granted()
    {
        Options = new QuotaOptions { Mode = QuotaMode.Prefetch };
        (await Take(Short(1000)))!.Items.Count.ShouldBe(1000);
        (await States()).ShouldBeEmpty();
    }

    /// <summary>Each takes 200 + 800, and charges 200 + 5 × 600 after 6 s.</summary>
    static ReservationRequest Short(int items, Guid? course = null) =>
        new(course ?? CourseId, WorkKind.Lesson, Limited, Items(items), new Grant(1, 800), Call(200, 600, 800, 6));

    static CallEstimate Call(long input, long output, int maxTokens, double seconds) =>
        new(input, 0, 0, output, maxTokens, TimeSpan.FromSeconds(seconds), 0) { OutputHigh = output + (output / 4) };

    static string[] Items(int count) => [.. Enumerable.Range(1, count).Select(item => $"{item}")];

    async Task<Reservation?> Take(ReservationRequest request) => (await Take([request]))[0];

    Task<IReadOnlyList<Reservation?>> Take(params ReservationRequest[] requests) => Step(ledger => ledger.Reserve(requests, int.MaxValue, Token));

    Task<bool> SettleAll(Reservation reservation, long output) => Step(async ledger =>
    {
        foreach (var item in reservation.Items)
            await ledger.Settle(reservation.CourseId, reservation.Id, item, [new CallUsage(reservation.Model!, 200, output, 0, 0, 0)], Token);
        return true;
    });

    Task<IReadOnlyList<QuotaState>> States() => Step(ledger => ledger.States(Token));

    async Task<double> Level() => (await States()).Single(state => state.Model == Limited).Level;

    Task<QuotaFit?> NextFit() => Step(ledger => ledger.NextFit(Token));
}
