using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Tests.Quota;

/// <summary>What every quota ledger keeps to in time: until when a command must be started and be done.</summary>
public abstract partial class QuotaLedgerContract
{
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
    public async Task A_lease_that_has_ended_leaves_its_room_before_its_course_takes_it_back()
    {
        var granted = await Take(Short(100));
        Time.Advance(TimeSpan.FromSeconds(660));
        (await Take(Short(100)))!.Items.Count.ShouldBe(granted!.Items.Count);
    }

    Task<IReadOnlyList<Reservation>> Expired() => Step(ledger => ledger.TakeExpired(CourseId, Token));

    Task<(Guid Course, DateTimeOffset At)?> NextExpiry() => Step(ledger => ledger.NextExpiry(Token));
}
