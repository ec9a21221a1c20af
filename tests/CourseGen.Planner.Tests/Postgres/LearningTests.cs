using System.Diagnostics;
using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Estimates;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Tests.Courses;
using Microsoft.Extensions.Logging;

namespace CourseGen.Planner.Tests.Postgres;

public sealed class LearningTests : IAsyncLifetime
{
    static readonly ModelRef Model = new("bedrock", "us.anthropic.claude-sonnet-4-5-20250929-v1:0");
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly Warnings _warnings = new();
    PlannerTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await PlannerTestDatabase.Create();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Planners_learn_from_each_other_and_one_that_starts_knows_it_all()
    {
        var (one, other, later) = (new LearnedCalls(), new LearnedCalls(), new LearnedCalls());
        Learn(one, 3, 8_000);
        Learn(other, 1, 4_000);
        await Exchange(one);
        await Exchange(other);
        await Exchange(one);
        await Exchange(later);
        foreach (var planner in (LearnedCalls[])[one, other, later])
        {
            var known = planner.Of(Model, WorkKind.Lesson);
            (known.Output.Weight, known.Output.Mean, known.Seconds.Mean).ShouldBe((4, 7_000, 130));
            known.OutputDistribution.Percentile(0.99).ShouldBe(8_000);
        }
    }

    [Fact]
    public async Task Two_that_tell_at_once_lose_nothing()
    {
        var planners = Enumerable.Range(0, 8).Select(_ => new LearnedCalls()).ToList();
        foreach (var planner in planners)
            foreach (var kind in (WorkKind[])[WorkKind.Lesson, WorkKind.Visuals, WorkKind.Slides])
                Learn(planner, 10, 5_000, kind);
        await Task.WhenAll(planners.Select(Exchange));
        var after = new LearnedCalls();
        await Exchange(after);
        foreach (var kind in (WorkKind[])[WorkKind.Lesson, WorkKind.Visuals, WorkKind.Slides])
            after.Of(Model, kind).Output.Weight.ShouldBe(80);
    }

    [Fact]
    public async Task What_was_learned_and_cannot_be_read_stops_no_planner()
    {
        await _database.Execute($$"""INSERT INTO learned_calls (model, kind, statistics) VALUES ('{{Columns.KeyOf(Model)}}', 'Lesson', '{"output": 7}')""");
        var planner = new LearnedCalls();
        using var job = JobOf(planner);
        await job.StartAsync(CancellationToken.None);
        await Until(() => Task.FromResult(_warnings.Count > 1), "the job has warned and tried again");
        job.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await _database.Execute("DELETE FROM learned_calls");
        Learn(planner, 1, 4_000);
        await Until(async () => await Weight() == 1, "what was learned since is kept");
        await job.StopAsync(CancellationToken.None);
    }

    static async Task Until(Func<Task<bool>> holds, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            clock.Elapsed.ShouldBeLessThan(Patience, what);
            await Task.Yield();
        }
    }

    async Task<double> Weight()
    {
        var fresh = new LearnedCalls();
        await Exchange(fresh);
        return fresh.Of(Model, WorkKind.Lesson).Output.Weight;
    }

    static void Learn(LearnedCalls planner, int calls, long output, WorkKind kind = WorkKind.Lesson)
    {
        for (var call = 0; call < calls; call++)
            planner.Learn(kind, [new CallUsage(Model, 3_000, output, 0, 0, 0) { Took = TimeSpan.FromSeconds(130) }], size: 2_000);
    }

    Task Exchange(LearnedCalls planner) => JobOf(planner).Exchange(CancellationToken.None);

    LearningJob JobOf(LearnedCalls planner) => new(
        new PlannerDatabase(_database.ConnectionString), planner,
        new PlannerOptions { TextModel = FakeWorkers.Model, ImageModel = FakeWorkers.Model, LearningInterval = TimeSpan.FromMilliseconds(20) },
        TimeProvider.System, _warnings);

    sealed class Warnings : ILogger<LearningJob>
    {
        int _count;

        public int Count => Volatile.Read(ref _count);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Interlocked.Increment(ref _count);
    }
}
