using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Estimates;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Tests.Courses;
using Microsoft.Extensions.Logging.Abstractions;

namespace CourseGen.Planner.Tests.Postgres;

public sealed class QuotaReportTests : IAsyncLifetime
{
    static readonly ModelProfiles Profiles = new([new ModelProfile("fake", ModelProfile.AnyModel) { Quota = new ModelQuota { TokensPerMinute = 1_000_000 } }]);
    PlannerTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await PlannerTestDatabase.Create();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Stages_show_what_their_calls_write_beside_what_they_may()
    {
        var learned = new LearnedCalls();
        learned.Learn(WorkKind.Lesson, Enumerable.Repeat(new CallUsage(FakeWorkers.Model, 3_000, 8_000, 0, 0, 0) { Took = TimeSpan.FromSeconds(128.8) }, 4), 2_000);
        await new LearningJob(new PlannerDatabase(_database.ConnectionString), learned, Options, TimeProvider.System, NullLogger<LearningJob>.Instance).Exchange(CancellationToken.None);
        (await Read(_database.ConnectionString)).Stages.ShouldBe([new StageUse(FakeWorkers.Model, WorkKind.Lesson, 4, 8_000, 8_000, 11_200, 128.8)]);
    }

    [Fact]
    public async Task A_database_that_is_away_is_one_line_without_its_password()
    {
        var away = await Should.ThrowAsync<DatabaseUnusableException>(() => Read("Host=127.0.0.1;Port=1;Database=x;Username=u;Password=hidden"));
        away.Message.ShouldContain("ConnectionStrings__Postgres");
        away.Message.ShouldNotContain("hidden");
    }

    [Fact]
    public async Task Text_that_names_no_database_is_one_line() =>
        (await Should.ThrowAsync<DatabaseUnusableException>(() => Read("nonsense"))).Message.ShouldContain("ConnectionStrings__Postgres");

    static PlannerOptions Options => new() { TextModel = FakeWorkers.Model, ImageModel = FakeWorkers.Model };

    static Task<QuotaReport> Read(string database) => QuotaReport.Read(database, Profiles, CancellationToken.None);
}
