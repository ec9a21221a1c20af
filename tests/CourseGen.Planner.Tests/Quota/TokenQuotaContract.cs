using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Tests.Quota;

/// <summary>What every quota ledger keeps to where a model is limited.</summary>
public abstract partial class QuotaLedgerContract
{
    static readonly Guid OtherCourse = new("22222222-2222-5333-8444-555555555555");
    /// <summary>60,000 tokens a minute, 1,000 a second.</summary>
    static readonly ModelRef Limited = new("fake", "limited");
    static readonly ModelRef Counted = new("fake", "counted");
    static readonly ModelRef Painter = new("fake", "painter");
    static readonly ModelRef None = new("fake", "none");

    internal ModelProfiles Profiles { get; } = new(
    [
        new ModelProfile("fake", "limited") { Burndown = 5, Quota = new ModelQuota { TokensPerMinute = 60_000 } },
        new ModelProfile("fake", "hundred") { Quota = new ModelQuota { TokensPerMinute = 100_000 } },
        new ModelProfile("fake", "text") { Quota = new ModelQuota { TokensPerMinute = 100_000_000 } },
        new ModelProfile("fake", "images") { Quota = new ModelQuota { TokensPerMinute = 100_000_000 } },
        new ModelProfile("fake", "counted") { Quota = new ModelQuota { RequestsPerMinute = 20 } },
        new ModelProfile("fake", "painter") { Quota = new ModelQuota { PicturesPerMinute = 60, PictureGap = TimeSpan.FromSeconds(10), PicturesPerCommand = 3 } },
        new ModelProfile("fake", "none") { Quota = new ModelQuota { TokensPerMinute = 0 } },
    ]);

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

    [Fact]
    public async Task A_lease_that_has_ended_leaves_its_room_before_its_course_takes_it_back()
    {
        var granted = await Take(Short(100));
        Time.Advance(TimeSpan.FromSeconds(660));
        (await Take(Short(100)))!.Items.Count.ShouldBe(granted!.Items.Count);
    }

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
    public async Task With_the_quota_held_by_prefetch_everything_is_granted()
    {
        Options = new QuotaOptions { Mode = QuotaMode.Prefetch };
        (await Take(Short(1000)))!.Items.Count.ShouldBe(1000);
        (await States()).ShouldBeEmpty();
    }

    /// <summary>100 s; takes 1,000 + 8,000, charges 1,000 + 5 × 8,000.</summary>
    static ReservationRequest Long() => Short(1) with { Call = Call(1000, 8000, 8000, 100) };

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
