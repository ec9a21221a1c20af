using CourseGen.Contracts;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Quota;
using CourseGen.Planner.Tests.Quota;

namespace CourseGen.Planner.Tests.Postgres;

public sealed class PostgresLedgerTests : QuotaLedgerContract, IAsyncLifetime
{
    static readonly ModelRef Text = new("fake", "text");
    static readonly ModelRef Images = new("fake", "images");
    PlannerTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await PlannerTestDatabase.Create();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    protected override Task<T> Step<T>(Func<IQuotaLedger, Task<T>> work) => _database.Step(db => work(LedgerOf(db)), Time);

    [Fact]
    public async Task Of_many_steps_at_once_as_many_reserve_as_there_is_room_for()
    {
        await _database.Execute("INSERT INTO quotas (model, max_in_flight) VALUES ('fake/text', 100)");
        var granted = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => ReserveSix(Text)));
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
    public async Task A_lease_that_has_ended_leaves_its_room_before_its_course_takes_it_back()
    {
        await _database.Execute("INSERT INTO quotas (model, max_in_flight) VALUES ('fake/text', 6)");
        (await ReserveSix(Text)).ShouldBe(6);
        (await ReserveSix(Text)).ShouldBe(0);
        Time.Advance(TimeSpan.FromSeconds(660));
        (await ReserveSix(Text)).ShouldBe(6);
    }

    [Fact]
    public async Task A_kind_that_does_not_fit_holds_up_no_other()
    {
        await _database.Execute("INSERT INTO quotas (model, max_in_flight) VALUES ('fake/text', 1)");
        var granted = await Step(ledger => ledger.Reserve(
            [Request(WorkKind.Lesson, Text), Request(WorkKind.Lesson, Text), Request(WorkKind.Image, Images), Request(WorkKind.Book, null)], int.MaxValue, CancellationToken.None));
        granted.Select(reservation => reservation?.Kind).ShouldBe([WorkKind.Lesson, null, WorkKind.Image, WorkKind.Book]);
    }

    [Fact]
    public async Task Without_a_clock_of_the_tests_own_the_database_tells_the_time()
    {
        var before = (await _database.Read<DateTime>("SELECT clock_timestamp()"))[0];
        var reservation = await _database.Step(async db =>
            (await new PostgresLedger(db, new LeaseOptions(), new DatabaseClock(TimeProvider.System)).Reserve([Request(WorkKind.Lesson, Text)], 1, CancellationToken.None))[0]!);
        reservation.StartBy.UtcDateTime.ShouldBeInRange(before.AddMinutes(10), (await _database.Read<DateTime>("SELECT clock_timestamp()"))[0].AddMinutes(10));
    }

    async Task<int> ReserveSix(params ModelRef[] models)
    {
        var requests = Enumerable.Range(0, 6).Select(index => Request(WorkKind.Lesson, models[index % models.Length])).ToList();
        var granted = await Step(ledger => ledger.Reserve(requests, int.MaxValue, CancellationToken.None));
        return granted.Count(reservation => reservation is not null);
    }

    static ReservationRequest Request(WorkKind kind, ModelRef? model) => new(Guid.NewGuid(), kind, model, ["01-01"], new Grant(3, 8000));

    PostgresLedger LedgerOf(PlannerDbContext db) => new(db, new LeaseOptions(), new DatabaseClock(Time));
}
