using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Tests.Courses;

namespace CourseGen.Planner.Tests.Postgres;

public sealed class PostgresWorkItemsTests : WorkItemsContract, IAsyncLifetime
{
    PlannerTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await PlannerTestDatabase.Create();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    protected override Task Step(Func<IWorkItems, Task> work) => _database.Step(async db =>
    {
        await work(new PostgresWorkItems(db));
        return true;
    });

    protected override async Task<T> Ask<T>(Func<IWorkItems, Task<T>> question)
    {
        await using var db = _database.Open();
        return await question(new PostgresWorkItems(db));
    }

    protected override Task Put(Course course) => _database.Step(db =>
    {
        db.Add(course);
        return Task.FromResult(true);
    });

    [Fact]
    public async Task A_step_loads_only_what_it_asks_for()
    {
        await AddLessons(200);
        await _database.Step(async db =>
        {
            var items = new PostgresWorkItems(db);
            (await items.Count(CourseId, new WorkQuery { Statuses = WorkQuery.Unfinished }, CancellationToken.None)).Values.Sum().ShouldBe(200);
            (await items.Any(CourseId, new WorkQuery { Module = 3 }, CancellationToken.None)).ShouldBeTrue();
            (await items.Where(CourseId, new WorkQuery { Lesson = "03-07" }, CancellationToken.None)).ShouldHaveSingleItem();
            db.ChangeTracker.Entries<WorkItem>().ShouldHaveSingleItem();
            return true;
        });
    }

    [Fact]
    public async Task Counts_know_what_the_step_has_changed()
    {
        await AddLessons(5);
        await Step(async items =>
        {
            var waiting = new WorkQuery { Statuses = [WorkStatus.Waiting] };
            foreach (var id in (string[])["01-01", "01-02"])
                (await items.Find(CourseId, WorkKind.Lesson, id, CancellationToken.None))!.Status = WorkStatus.Done;
            (await items.Count(CourseId, waiting, CancellationToken.None)).Values.Sum().ShouldBe(3);
            (await items.Count(CourseId, new WorkQuery { Statuses = [WorkStatus.Done] }, CancellationToken.None)).Values.Sum().ShouldBe(2);
            foreach (var item in await items.Where(CourseId, waiting, CancellationToken.None))
                item.Status = WorkStatus.Done;
            (await items.Any(CourseId, waiting, CancellationToken.None)).ShouldBeFalse();
            (await items.Count(CourseId, waiting, CancellationToken.None)).Values.Sum().ShouldBe(0);
        });
        (await Ask(items => items.Count(CourseId, new WorkQuery { Statuses = [WorkStatus.Done] }, CancellationToken.None))).Values.Sum().ShouldBe(5);
    }

    [Fact]
    public async Task Outside_a_step_nothing_can_be_changed()
    {
        await using var db = _database.Open();
        Should.Throw<InvalidOperationException>(() => new PostgresWorkItems(db).Add(Lesson(1))).Message.ShouldContain("outside a step");
    }

    Task AddLessons(int count) => Step(items =>
    {
        for (var number = 1; number <= count; number++)
            items.Add(Lesson(number));
        return Task.CompletedTask;
    });

    static WorkItem Lesson(int number)
    {
        var (module, id) = (((number - 1) / 20) + 1, $"{((number - 1) / 20) + 1:00}-{((number - 1) % 20) + 1:00}");
        return new WorkItem { CourseId = CourseId, Kind = WorkKind.Lesson, Id = id, Lesson = id, Module = module, Revision = 1, Basis = "basis" };
    }
}
