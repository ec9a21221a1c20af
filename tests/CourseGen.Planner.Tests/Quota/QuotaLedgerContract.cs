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

    static ReservationRequest Request(params string[] items) => new(CourseId, WorkKind.Lesson, Model, items, new Grant(3, 8000));
}
