using CourseGen.Contracts;
using CourseGen.Planner.Quota;
using CourseGen.Planner.Tests.Courses;

namespace CourseGen.Planner.Tests.Quota;

/// <summary>What every quota ledger keeps to, where everything fits.</summary>
public abstract partial class QuotaLedgerContract
{
    static readonly Guid CourseId = new("11111111-2222-5333-8444-555555555555");
    static readonly ModelRef Model = new("fake", "fake-1");
    static readonly CancellationToken Token = CancellationToken.None;

    internal ManualTime Time { get; } = new();

    /// <summary>Runs a step of the saga: committed when it returns, forgotten when it throws.</summary>
    protected abstract Task<T> Step<T>(Func<IQuotaLedger, Task<T>> work);

    [Fact]
    public async Task A_reservation_is_in_flight_until_each_of_its_items_is_settled()
    {
        var reservation = await Reserve("01-01", "01-02");
        (await InFlight()).ShouldBe(1);
        (await Settle(reservation, "01-01")).ShouldBeTrue();
        (await InFlight()).ShouldBe(1);
        (await Settle(reservation, "01-02")).ShouldBeTrue();
        (await InFlight()).ShouldBe(0);
    }

    [Fact]
    public async Task A_reservation_says_until_when_its_command_must_be_started()
    {
        var reservation = await Reserve("01-01");
        reservation.StartBy.ShouldBe(Time.GetUtcNow().AddMinutes(10));
        reservation.Grant.ShouldBe(new Grant(3, 8000));
        reservation.Items.ShouldBe(["01-01"]);
    }

    [Fact]
    public async Task An_item_is_settled_once()
    {
        var reservation = await Reserve("01-01", "01-02");
        (await Settle(reservation, "01-01")).ShouldBeTrue();
        (await Settle(reservation, "01-01")).ShouldBeFalse();
        (await Settle(reservation, "01-02")).ShouldBeTrue();
        (await Settle(reservation, "01-02")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_not_reserved_is_not_settled()
    {
        var reservation = await Reserve("01-01");
        (await Settle(reservation, "01-02")).ShouldBeFalse();
        (await Step(ledger => ledger.Settle(CourseId, Guid.NewGuid(), "01-01", [], Token))).ShouldBeFalse();
        (await InFlight()).ShouldBe(1);
    }

    [Fact]
    public async Task What_nobody_can_tell_is_settled_too()
    {
        var reservation = await Reserve("01-01");
        (await Step(ledger => ledger.Settle(CourseId, reservation.Id, "01-01", calls: null, Token))).ShouldBeTrue();
        (await InFlight()).ShouldBe(0);
    }

    [Theory]
    [InlineData(false, 660)]
    [InlineData(true, 1560)]
    public async Task A_lease_ends_60_seconds_after_start_by_when_it_was_not_started_and_960_when_it_was(bool started, int seconds)
    {
        var reservation = await Reserve("01-01");
        if (started)
            await Step(ledger => ledger.Start(CourseId, reservation.Id, Token));
        (await NextExpiry()).ShouldBe((CourseId, Time.GetUtcNow().AddSeconds(seconds)));
        Time.Advance(TimeSpan.FromSeconds(seconds - 1));
        (await Expired()).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromSeconds(1));
        var expired = (await Expired()).ShouldHaveSingleItem();
        expired.Id.ShouldBe(reservation.Id);
        (expired.StartedAt is not null).ShouldBe(started);
    }

    [Fact]
    public async Task A_lease_that_has_ended_is_given_out_once_and_is_in_flight_no_more()
    {
        await Reserve("01-01");
        Time.Advance(TimeSpan.FromSeconds(660));
        (await Expired()).Count.ShouldBe(1);
        (await Expired()).ShouldBeEmpty();
        (await InFlight()).ShouldBe(0);
        (await NextExpiry()).ShouldBeNull();
    }

    [Fact]
    public async Task Usage_told_after_the_lease_is_settled_once()
    {
        var reservation = await Reserve("01-01");
        Time.Advance(TimeSpan.FromSeconds(660));
        await Expired();
        (await Settle(reservation, "01-01")).ShouldBeTrue();
        (await Settle(reservation, "01-01")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_start_told_twice_or_too_late_moves_no_lease()
    {
        var reservation = await Reserve("01-01");
        await Step(ledger => ledger.Start(CourseId, reservation.Id, Token));
        var end = await NextExpiry();
        Time.Advance(TimeSpan.FromSeconds(5));
        await Step(ledger => ledger.Start(CourseId, reservation.Id, Token));
        (await NextExpiry()).ShouldBe(end);
        Time.Advance(TimeSpan.FromSeconds(1555));
        await Expired();
        await Step(ledger => ledger.Start(CourseId, reservation.Id, Token));
        (await NextExpiry()).ShouldBeNull();
    }

    [Fact]
    public async Task The_next_expiry_is_the_earliest_of_what_is_open()
    {
        (await NextExpiry()).ShouldBeNull();
        var first = await Reserve("01-01");
        var start = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromSeconds(10));
        await Reserve("01-02");
        (await NextExpiry()).ShouldBe((CourseId, start.AddSeconds(660)));
        await Settle(first, "01-01");
        (await NextExpiry()).ShouldBe((CourseId, start.AddSeconds(670)));
    }

    [Fact]
    public async Task A_step_that_throws_reserves_nothing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Step<int>(async ledger =>
        {
            await ledger.Reserve([Request("01-01")], int.MaxValue, Token);
            throw new InvalidOperationException();
        }));
        (await InFlight()).ShouldBe(0);
    }

    [Fact]
    public async Task No_more_is_reserved_than_the_limit()
    {
        var reservations = await Step(ledger => ledger.Reserve([Request("01-01"), Request("01-02"), Request("01-03")], 2, Token));
        reservations.Select(reservation => reservation?.Items[0]).ShouldBe(["01-01", "01-02", null]);
        (await InFlight()).ShouldBe(2);
    }

    async Task<Reservation> Reserve(params string[] items) => (await Step(ledger => ledger.Reserve([Request(items)], int.MaxValue, Token)))[0].ShouldNotBeNull();

    Task<bool> Settle(Reservation reservation, string item) =>
        Step(ledger => ledger.Settle(CourseId, reservation.Id, item, [new CallUsage(Model, 10, 10, 0, 0, 0)], Token));

    async Task<int> InFlight() => (await Step(ledger => ledger.Open(CourseId, Token))).Count;

    Task<IReadOnlyList<Reservation>> Expired() => Step(ledger => ledger.TakeExpired(CourseId, Token));

    Task<(Guid Course, DateTimeOffset At)?> NextExpiry() => Step(ledger => ledger.NextExpiry(Token));

    static ReservationRequest Request(params string[] items) => new(CourseId, WorkKind.Lesson, Model, items, new Grant(3, 8000));
}
