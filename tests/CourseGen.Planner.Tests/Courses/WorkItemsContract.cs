using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using CourseGen.Sagas;

namespace CourseGen.Planner.Tests.Courses;

/// <summary>What every store of work items keeps to.</summary>
public abstract class WorkItemsContract
{
    protected static readonly Guid CourseId = new("11111111-2222-5333-8444-555555555555");
    static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    static readonly CancellationToken Token = CancellationToken.None;

    /// <summary>Runs a step of the saga: committed when it returns, forgotten when it throws.</summary>
    protected abstract Task Step(Func<IWorkItems, Task> work);

    /// <summary>Asks outside a step.</summary>
    protected abstract Task<T> Ask<T>(Func<IWorkItems, Task<T>> question);

    /// <summary>Puts the saga's row.</summary>
    protected abstract Task Put(Course course);

    [Fact]
    public async Task An_item_is_found_by_its_kind_and_id_in_its_course_only()
    {
        await Add(Item(WorkKind.Lesson, "01-01"));
        (await Ask(items => items.Find(CourseId, WorkKind.Lesson, "01-01", Token))).ShouldNotBeNull();
        (await Ask(items => items.Find(CourseId, WorkKind.Slides, "01-01", Token))).ShouldBeNull();
        (await Ask(items => items.Find(CourseId, WorkKind.Lesson, "01-02", Token))).ShouldBeNull();
        (await Ask(items => items.Find(Guid.NewGuid(), WorkKind.Lesson, "01-01", Token))).ShouldBeNull();
    }

    [Fact]
    public async Task A_step_sees_what_it_added_changed_and_removed_itself()
    {
        await Add(Item(WorkKind.Lesson, "01-01"), Item(WorkKind.Lesson, "01-02"));
        await Step(async items =>
        {
            items.Add(Item(WorkKind.Lesson, "01-03") with { Status = WorkStatus.Ready });
            (await items.Find(CourseId, WorkKind.Lesson, "01-01", Token))!.Status = WorkStatus.Ready;
            items.Remove((await items.Find(CourseId, WorkKind.Lesson, "01-02", Token))!);
            var ready = new WorkQuery { Statuses = [WorkStatus.Ready] };
            (await items.Where(CourseId, ready, Token)).Select(item => item.Id).Order().ShouldBe(["01-01", "01-03"]);
            (await Counts(items)).ShouldBe([(WorkStatus.Ready, 2)]);
            (await items.Any(CourseId, new WorkQuery { Statuses = [WorkStatus.Waiting] }, Token)).ShouldBeFalse();
        });
        (await Ask(Counts)).ShouldBe([(WorkStatus.Ready, 2)]);
    }

    [Fact]
    public async Task A_step_that_throws_leaves_nothing_behind()
    {
        await Add(Item(WorkKind.Lesson, "01-01"));
        await Should.ThrowAsync<InvalidOperationException>(() => Step(async items =>
        {
            (await items.Find(CourseId, WorkKind.Lesson, "01-01", Token))!.Status = WorkStatus.Done;
            items.Add(Item(WorkKind.Lesson, "01-02"));
            throw new InvalidOperationException();
        }));
        (await Ask(items => items.Where(CourseId, new WorkQuery(), Token))).ShouldHaveSingleItem().Status.ShouldBe(WorkStatus.Waiting);
    }

    [Fact]
    public async Task An_item_that_is_removed_and_added_again_in_one_step_is_the_new_one()
    {
        await Add(Item(WorkKind.Lesson, "01-01") with { Status = WorkStatus.Done });
        await Step(async items =>
        {
            items.Remove((await items.Find(CourseId, WorkKind.Lesson, "01-01", Token))!);
            items.Add(Item(WorkKind.Lesson, "01-01"));
            (await items.Where(CourseId, new WorkQuery(), Token)).ShouldHaveSingleItem().Status.ShouldBe(WorkStatus.Waiting);
        });
        (await Ask(items => items.Find(CourseId, WorkKind.Lesson, "01-01", Token)))!.Status.ShouldBe(WorkStatus.Waiting);
    }

    [Fact]
    public async Task Every_field_is_kept()
    {
        var full = Item(WorkKind.Image, "01-02-0003") with
        {
            Status = WorkStatus.Gap,
            Module = 1,
            Lesson = "01-02",
            Batch = 2,
            DeckBatch = 3,
            Generation = 4,
            Force = true,
            Requirements = "wishes",
            Upstream = "sha",
            CallsModel = true,
            Attempts = 5,
            Returns = 6,
            CountedInput = 9_000_000_000,
            DueAt = Now,
            ReservationId = Guid.NewGuid(),
            Fingerprint = "print",
            Artifacts = new List<ArtifactRef> { new("key", "sha", 7) },
            Failure = new WorkFailure(FailureKind.BadContent, "reason", "remedy"),
            Reused = true,
            Tokens = 8,
            CostUsd = 9.5m,
            FinishedAt = Now,
        };
        await Add(full);
        (await Ask(items => items.Find(CourseId, WorkKind.Image, "01-02-0003", Token))).ShouldBeEquivalentTo(full);
    }

    [Fact]
    public async Task A_question_asks_by_every_field_together()
    {
        var reservation = Guid.NewGuid();
        await Add(
            Item(WorkKind.Lesson, "01-01") with { Module = 1, Lesson = "01-01", DeckBatch = 1, Status = WorkStatus.Sent, ReservationId = reservation },
            Item(WorkKind.Lesson, "02-01") with { Module = 2, Lesson = "02-01", DeckBatch = 1, Status = WorkStatus.Ready, DueAt = Now },
            Item(WorkKind.Slides, "02-01") with { Module = 2, Lesson = "02-01", DeckBatch = 2, Status = WorkStatus.Ready, DueAt = Now.AddSeconds(5) },
            Item(WorkKind.Inputs, "book"));
        (await Ids(new WorkQuery { Kinds = [WorkKind.Lesson] })).ShouldBe(["Lesson 01-01", "Lesson 02-01"]);
        (await Ids(new WorkQuery { Module = 2, Kinds = [WorkKind.Slides] })).ShouldBe(["Slides 02-01"]);
        (await Ids(new WorkQuery { Lesson = "02-01" })).ShouldBe(["Lesson 02-01", "Slides 02-01"]);
        (await Ids(new WorkQuery { Kinds = [WorkKind.Lesson], Ids = ["01-01", "02-01", "09-09"] })).ShouldBe(["Lesson 01-01", "Lesson 02-01"]);
        (await Ids(new WorkQuery { LessonOrNone = "02-01" })).ShouldBe(["Inputs book", "Lesson 02-01", "Slides 02-01"]);
        (await Ids(new WorkQuery { DeckBatch = 1, Statuses = [WorkStatus.Ready] })).ShouldBe(["Lesson 02-01"]);
        (await Ids(new WorkQuery { ReservationId = reservation })).ShouldBe(["Lesson 01-01"]);
        (await Ids(new WorkQuery { DueBy = Now })).ShouldBe(["Lesson 02-01"]);
    }

    [Fact]
    public async Task The_next_due_is_a_running_courses_item_or_limit_of_hours_whichever_is_first()
    {
        (await Ask(items => items.NextDue(Token))).ShouldBeNull();
        await Put(CourseThatEnds(Now.AddHours(24), "Running"));
        (await Ask(items => items.NextDue(Token))).ShouldBe((CourseId, Now.AddHours(24)));
        await Add(
            Item(WorkKind.Lesson, "01-01") with { Status = WorkStatus.Ready, DueAt = Now.AddSeconds(30) },
            Item(WorkKind.Lesson, "01-02") with { Status = WorkStatus.Ready, DueAt = Now.AddSeconds(5) },
            Item(WorkKind.Lesson, "01-03") with { Status = WorkStatus.Ready });
        (await Ask(items => items.NextDue(Token))).ShouldBe((CourseId, Now.AddSeconds(5)));
    }

    [Fact]
    public async Task Nothing_is_due_of_a_course_that_stands_still()
    {
        await Put(CourseThatEnds(Now.AddHours(24), "Paused"));
        await Add(Item(WorkKind.Lesson, "01-01") with { Status = WorkStatus.Ready, DueAt = Now });
        (await Ask(items => items.NextDue(Token))).ShouldBeNull();
    }

    async Task<IEnumerable<string>> Ids(WorkQuery query) =>
        (await Ask(items => items.Where(CourseId, query, Token))).Select(item => $"{item.Kind} {item.Id}").Order(StringComparer.Ordinal);

    static async Task<(WorkStatus, int)[]> Counts(IWorkItems items) =>
        [.. (await items.Count(CourseId, new WorkQuery(), Token)).Where(count => count.Value != 0).Select(count => (count.Key, count.Value))];

    Task Add(params IEnumerable<WorkItem> added) => Step(items =>
    {
        foreach (var item in added)
            items.Add(item);
        return Task.CompletedTask;
    });

    static Course CourseThatEnds(DateTimeOffset deadline, string state) => new() { CorrelationId = CourseId, CurrentState = state, Deadline = deadline };

    static WorkItem Item(WorkKind kind, string id) => new() { CourseId = CourseId, Kind = kind, Id = id, Revision = 1, Basis = "basis" };
}

public sealed class MemoryWorkItemsTests : WorkItemsContract, IDisposable
{
    readonly MemoryStore _store = new();

    public void Dispose() => _store.Dispose();

    protected override Task Step(Func<IWorkItems, Task> work)
    {
        var session = new MemorySession(_store);
        return session.Step(() => work(new MemoryWorkItems(session)), CancellationToken.None);
    }

    protected override Task<T> Ask<T>(Func<IWorkItems, Task<T>> question) => question(new MemoryWorkItems(new MemorySession(_store)));

    protected override Task Put(Course course)
    {
        var session = new MemorySession(_store);
        return session.Step(() =>
        {
            session.Add(course);
            return Task.CompletedTask;
        }, CancellationToken.None);
    }
}
