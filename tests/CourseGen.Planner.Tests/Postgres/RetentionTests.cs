using CourseGen.Planner.Courses;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Tests.Courses;
using Microsoft.Extensions.Logging.Abstractions;

namespace CourseGen.Planner.Tests.Postgres;

public sealed class RetentionTests
{
    [Fact]
    public async Task What_is_older_than_90_days_goes_and_what_is_open_stays()
    {
        await using var database = await PlannerTestDatabase.Create();
        var time = new ManualTime();
        await database.Execute($"""
            INSERT INTO history (course_id, revision, at, event) SELECT gen_random_uuid(), 1, at, 'Old' FROM
                (SELECT '{time.GetUtcNow():O}'::timestamptz - days * interval '1 day' AS at FROM generate_series(89, 1291) AS days) AS ages;
            INSERT INTO reservations (id, course_id, kind, granted, items, settled, start_by, lease_ends, closed)
            SELECT gen_random_uuid(), gen_random_uuid(), 'Lesson', '[]', '[]', '[]', at, at, closed
            FROM (SELECT '{time.GetUtcNow():O}'::timestamptz - days * interval '1 day' AS at FROM generate_series(89, 91) AS days) AS ages, (VALUES (true), (false)) AS kept (closed)
            """);
        var options = new PlannerOptions { TextModel = FakeWorkers.Model, ImageModel = FakeWorkers.Model };
        await new RetentionJob(new PlannerDatabase(database.ConnectionString), options, time, NullLogger<RetentionJob>.Instance).Run(CancellationToken.None);
        (await database.Read<long>("SELECT count(*) FROM history")).ShouldBe([2L]);
        (await database.Read<string>("SELECT closed || ' ' || count(*) FROM reservations GROUP BY closed ORDER BY closed")).ShouldBe(["false 3", "true 2"]);
    }
}
