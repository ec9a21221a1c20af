using CourseGen.Contracts;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Quota;
using CourseGen.Planner.Tests.Quota;
using Npgsql;

namespace CourseGen.Planner.Tests.Postgres;

public sealed class PostgresLedgerTests : QuotaLedgerContract, IAsyncLifetime
{
    static readonly ModelRef Text = new("fake", "text");
    static readonly ModelRef Images = new("fake", "images");
    static readonly ModelRef Hundred = new("fake", "hundred");
    PlannerTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await PlannerTestDatabase.Create();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    protected override Task<T> Step<T>(Func<IQuotaLedger, Task<T>> work) => _database.Step(db => work(LedgerOf(db)), Time);

    [Fact]
    public async Task Of_many_steps_at_once_as_many_reserve_as_there_is_room_for()
    {
        var granted = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => ReserveSix(Hundred)));
        granted.Sum().ShouldBe(100);
        (await _database.Read<long>("SELECT count(*) FROM reservations WHERE NOT closed")).ShouldBe([100L]);
    }

    [Fact]
    public async Task Steps_that_want_the_same_models_in_another_order_do_not_wait_for_each_other_for_ever()
    {
        var granted = await Task.WhenAll(Enumerable.Range(0, 40).Select(index => index % 2 == 0 ? ReserveSix(Text, Images) : ReserveSix(Images, Text)));
        granted.ShouldAllBe(count => count == 6);
        (await _database.Read<string>("SELECT model FROM quotas ORDER BY model")).ShouldBe(["fake/images", "fake/text"]);
    }

    [Fact]
    public async Task Steps_that_settle_and_reserve_at_once_never_wait_for_each_other_in_a_ring()
    {
        var rounds = await Task.WhenAll(Enumerable.Range(0, 20).Select(async index =>
        {
            var (first, second) = index % 2 == 0 ? (Text, Images) : (Images, Text);
            var course = Guid.NewGuid();
            Reservation? open = null;
            for (var round = 0; round < 5; round++)
                open = await Step(async ledger =>
                {
                    if (open is not null)
                        await ledger.Settle(course, open.Id, "01-01", [new CallUsage(first, 1, 1, 0, 0, 0)], CancellationToken.None);
                    return (await ledger.Reserve([Request(WorkKind.Lesson, first) with { CourseId = course }, Request(WorkKind.Slides, second)], int.MaxValue, CancellationToken.None))[0];
                });
            return open;
        }));
        rounds.ShouldAllBe(open => open != null);
        (await _database.Read<long>("SELECT count(*) FROM reservations WHERE closed")).ShouldBe([80L]);
    }

    [Fact]
    public async Task What_was_told_is_taken_in_once()
    {
        var open = await Step(ledger => ledger.Reserve([Request(WorkKind.Lesson, Hundred)], 1, CancellationToken.None));
        await Step(ledger => ledger.Settle(open[0]!.CourseId, open[0]!.Id, "01-01", [new CallUsage(Hundred, 1, 0, 0, 0, 0)], CancellationToken.None));
        (await _database.Read<double>("SELECT tokens FROM quota_entries")).ShouldBe([-999]);
        for (var again = 0; again < 2; again++)
            await ReserveSix(Hundred);
        (await _database.Read<long>("SELECT count(*) FROM quota_entries")).ShouldBe([0L]);
        (await _database.Read<double>("SELECT spent FROM quotas")).ShouldBe([12_001]);
    }

    [Fact]
    public async Task A_step_that_waited_for_a_quota_sees_what_was_granted_and_told_meanwhile()
    {
        var early = await Step(ledger => ledger.Reserve([Request(WorkKind.Lesson, Hundred)], 1, CancellationToken.None));
        Task<int>? waiting = null;
        await _database.Step(async db =>
        {
            await LedgerOf(db).Reserve([Request(WorkKind.Lesson, Hundred) with { Items = [.. Enumerable.Range(0, 97).Select(item => $"{item}")] }], 1, CancellationToken.None);
            waiting = ReserveSix(Hundred);
            while ((await _database.Read<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"))[0] == 0)
                waiting.IsCompleted.ShouldBeFalse();
            await Step(ledger => ledger.Settle(early[0]!.CourseId, early[0]!.Id, "01-01", [new CallUsage(Hundred, 0, 0, 0, 0, 0)], CancellationToken.None));
            return true;
        }, Time);
        (await waiting!).ShouldBe(3); // of 100: 97 are held, and 1 came back
    }

    [Fact]
    public async Task A_step_whose_commit_fails_keeps_nothing_of_what_waited_for_it()
    {
        await _database.Execute("ALTER TABLE reservations ADD CHECK (kind <> 'Lesson')");
        await Should.ThrowAsync<PostgresException>(() => Step(ledger => ledger.Reserve([Request(WorkKind.Lesson, Hundred)], 1, CancellationToken.None)));
        (await _database.Read<long>("SELECT count(*) FROM reservations")).ShouldBe([0L]);
        (await _database.Read<double>("SELECT coalesce(sum(spent), 0) FROM quotas")).ShouldBe([0]);
    }

    [Fact]
    public async Task A_kind_that_does_not_fit_holds_up_no_other()
    {
        foreach (var _ in Enumerable.Range(0, 16))
            await ReserveSix(Hundred);
        var granted = await Step(ledger => ledger.Reserve(
            [
                Request(WorkKind.Lesson, Hundred) with { Items = ["1", "2", "3", "4", "5"] }, Request(WorkKind.Lesson, Images),
                Request(WorkKind.Image, Images), Request(WorkKind.Book, null),
            ], int.MaxValue, CancellationToken.None));
        granted.Select(reservation => reservation?.Items.Count).ShouldBe([4, null, 1, 1]);
    }

    [Fact]
    public async Task Without_a_clock_of_the_tests_own_the_database_tells_the_time()
    {
        var before = (await _database.Read<DateTime>("SELECT clock_timestamp()"))[0];
        var reservation = await _database.Step(async db =>
            (await new PostgresLedger(db, new LeaseOptions(), Profiles, Options, new DatabaseClock(TimeProvider.System)).Reserve([Request(WorkKind.Lesson, Text)], 1, CancellationToken.None))[0]!);
        reservation.StartBy.UtcDateTime.ShouldBeInRange(before.AddMinutes(10), (await _database.Read<DateTime>("SELECT clock_timestamp()"))[0].AddMinutes(10));
    }

    async Task<int> ReserveSix(params ModelRef[] models)
    {
        var requests = Enumerable.Range(0, 6).Select(index => Request(WorkKind.Lesson, models[index % models.Length])).ToList();
        var granted = await Step(ledger => ledger.Reserve(requests, int.MaxValue, CancellationToken.None));
        return granted.Count(reservation => reservation is not null);
    }

    static ReservationRequest Request(WorkKind kind, ModelRef? model) => new(Guid.NewGuid(), kind, model, ["01-01"], new Grant(1, 900), new CallEstimate(100, 0, 0, 1, 900, TimeSpan.FromSeconds(1), 0));

    PostgresLedger LedgerOf(PlannerDbContext db) => new(db, new LeaseOptions(), Profiles, Options, new DatabaseClock(Time));
}
