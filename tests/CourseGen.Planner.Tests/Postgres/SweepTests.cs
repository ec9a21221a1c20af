using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Quota;
using Npgsql;

namespace CourseGen.Planner.Tests.Postgres;

/// <summary>Which courses the sweeper finds.</summary>
public sealed class SweepTests : IAsyncLifetime
{
    static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Stalled = TimeSpan.FromSeconds(60);
    static readonly Guid Id = Guid.NewGuid();
    PlannerTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await PlannerTestDatabase.Create();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task An_item_is_due_at_its_time_and_not_before()
    {
        await Put("Running", steppedAgo: 0, Item("01-01", WorkStatus.Ready, due: Now), Item("01-02", WorkStatus.Ready, due: Now.AddSeconds(10)));
        (await Due(Now.AddSeconds(-1))).ShouldBeEmpty();
        (await Due(Now.AddSeconds(5))).ShouldHaveSingleItem().ShouldBe(new DueCourse(Id, Now));
        (await Due(Now.AddSeconds(10))).ShouldHaveSingleItem().ShouldBe(new DueCourse(Id, Now.AddSeconds(10)));
    }

    [Fact]
    public async Task Nothing_of_a_paused_course_is_due_but_its_leases()
    {
        await Put("Paused", steppedAgo: 0, Item("01-01", WorkStatus.Ready, due: Now));
        (await Due(Now)).ShouldBeEmpty();
        await Reserve(Guid.NewGuid(), leaseEnds: Now);
        (await Due(Now)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_limit_of_hours_is_due()
    {
        await Put("Running", steppedAgo: 0, deadline: Now);
        (await Due(Now)).ShouldHaveSingleItem().At.ShouldBe(Now);
    }

    [Fact]
    public async Task Work_that_is_out_under_no_open_reservation_is_found_after_a_while()
    {
        var (open, closed) = (Guid.NewGuid(), Guid.NewGuid());
        await Reserve(open, leaseEnds: Now.AddHours(1));
        await Reserve(closed, leaseEnds: Now.AddHours(-1), isClosed: true);
        await Put("Running", steppedAgo: 61, Item("01-01", WorkStatus.Sent, reservation: open));
        (await Due(Now)).ShouldBeEmpty();
        await Add(Item("01-02", WorkStatus.Sent, reservation: closed));
        (await Due(Now)).ShouldHaveSingleItem();
        (await Due(Now.AddSeconds(-2))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ready_work_that_nobody_sends_is_found_after_a_while()
    {
        await Put("Running", steppedAgo: 61, Item("01-01", WorkStatus.Ready));
        (await Due(Now)).ShouldHaveSingleItem();
        (await Due(Now.AddSeconds(-2))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Running", true)]
    [InlineData("Paused", false)]
    [InlineData("Completed", false)]
    public async Task A_course_that_nothing_will_wake_is_found_after_a_while(string state, bool found)
    {
        await Put(state, steppedAgo: 61, Item("01-01", WorkStatus.Waiting), Item("01-02", WorkStatus.Done));
        (await Due(Now)).Count.ShouldBe(found ? 1 : 0);
    }

    [Fact]
    public void A_course_that_was_woken_is_left_alone_until_something_else_is_due_or_a_while_has_passed()
    {
        var wakeUps = new WakeUps(TimeSpan.FromSeconds(30));
        var due = new DueCourse(Id, Now);
        wakeUps.Of([due], Now).ShouldBe([due]);
        wakeUps.Woken(due, Now);
        wakeUps.Of([due], Now.AddSeconds(29)).ShouldBeEmpty();
        wakeUps.Of([due], Now.AddSeconds(30)).ShouldBe([due]);
        var later = due with { At = Now.AddSeconds(2) };
        wakeUps.Of([later], Now.AddSeconds(2)).ShouldBe([later]);
    }

    [Fact]
    public async Task One_of_three_planners_leads_and_another_one_follows_it_when_its_connection_is_lost()
    {
        var first = (await Lead()).ShouldNotBeNull();
        (await Lead()).ShouldBeNull();
        (await Lead()).ShouldBeNull();
        await _database.Execute($"SELECT pg_terminate_backend({first.Connection.ProcessID})");
        await using var second = await Eventually(Lead);
        (await Lead()).ShouldBeNull();
        await Should.ThrowAsync<NpgsqlException>(() => DueCourses.Find(first.Connection, Now, Stalled, CancellationToken.None));
        await first.DisposeAsync();
    }

    [Fact]
    public async Task A_leader_that_says_nothing_leads_no_more()
    {
        await using var silent = (await SweepLeadership.TryTake(_database.ConnectionString, TimeSpan.FromSeconds(3), CancellationToken.None)).ShouldNotBeNull();
        await using var second = await Eventually(Lead);
    }

    Task<SweepLeadership?> Lead() => SweepLeadership.TryTake(_database.ConnectionString, TimeSpan.FromMinutes(1), CancellationToken.None);

    static async Task<SweepLeadership> Eventually(Func<Task<SweepLeadership?>> take)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(180));
        SweepLeadership? taken;
        while ((taken = await take()) is null)
            await Task.Delay(TimeSpan.FromMilliseconds(20), deadline.Token);
        return taken;
    }

    async Task<IReadOnlyList<DueCourse>> Due(DateTimeOffset now)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        return await DueCourses.Find(connection, now, Stalled, CancellationToken.None);
    }

    Task Put(string state, int steppedAgo, params IEnumerable<WorkItem> items) => Put(state, steppedAgo, Now.AddHours(24), items);

    async Task Put(string state, int steppedAgo, DateTimeOffset deadline, params IEnumerable<WorkItem> items)
    {
        await _database.Step(db =>
        {
            db.Add(new Course { CorrelationId = Id, CurrentState = state, Deadline = deadline });
            return Task.FromResult(true);
        });
        await _database.Execute($"UPDATE courses SET stepped_at = '{Now.AddSeconds(-steppedAgo):O}'");
        await Add([.. items]);
    }

    Task Add(params IReadOnlyList<WorkItem> items) => _database.Step(db =>
    {
        db.AddRange(items);
        return Task.FromResult(true);
    });

    Task Reserve(Guid id, DateTimeOffset leaseEnds, bool isClosed = false) => _database.Step(db =>
    {
        db.Add(new Reservation
        {
            Id = id,
            CourseId = Id,
            Kind = WorkKind.Lesson,
            Model = null,
            Grant = new Grant(0, 0),
            Items = ["01-01"],
            StartBy = Now,
            LeaseEnds = leaseEnds,
            Closed = isClosed,
        });
        return Task.FromResult(true);
    });

    static WorkItem Item(string id, WorkStatus status, DateTimeOffset? due = null, Guid? reservation = null) => new()
    {
        CourseId = Id,
        Kind = WorkKind.Lesson,
        Id = id,
        Revision = 1,
        Basis = "basis",
        Status = status,
        DueAt = due,
        ReservationId = reservation,
    };
}
