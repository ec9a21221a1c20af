using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Quota;
using CourseGen.Planner.Tests.Courses;
using CourseGen.Servers;

namespace CourseGen.Planner.Tests.Postgres;

/// <summary>Several planners, one course, one moment.</summary>
public sealed class ContentionTests
{
    const int Lessons = 200;
    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);
    static readonly Guid Under = Guid.NewGuid();

    [Fact]
    public async Task Of_200_completions_at_once_at_3_planners_none_is_lost_and_none_faults()
    {
        await using var database = await PlannerTestDatabase.Create();
        using var folder = new TestFolder();
        var server = await TestServers.RabbitMq();
        var broker = await server.CreateVirtualHost();
        try
        {
            await PutCourse(database);
            await using var first = await PlannerProcess.Start(broker, database, folder);
            await using var second = await PlannerProcess.Start(broker, database, folder);
            await using var third = await PlannerProcess.Start(broker, database, folder);
            await Task.WhenAll(Ids.Select(id => first.Bus.Publish(Written(id))));
            await Until(
                async () => (await database.Read<long>("SELECT count(*) FROM inbox WHERE delivered_at IS NOT NULL")).Single() >= Lessons,
                async () => $"calls {(await database.Read<int>("SELECT calls FROM courses")).Single()}, inbox {(await database.Read<long>("SELECT count(*) FROM inbox")).Single()}; "
                    + string.Join(Environment.NewLine, first.Faults.Concat(second.Faults).Concat(third.Faults).Take(3)));

            (await database.Read<int>("SELECT calls FROM courses")).ShouldBe([Lessons]);
            (await database.Read<long>("SELECT count(*) FROM work_items WHERE kind = 'Lesson' AND status = 'Done'")).ShouldBe([Lessons]);
            (await database.Read<long>("SELECT count(*) FROM work_items WHERE kind = 'Visuals' AND status = 'Sent'")).ShouldBe([Lessons]);
            (await database.Read<long>("SELECT count(*) FROM history WHERE event = 'LessonWritten'")).ShouldBe([Lessons]);
            (await database.Read<bool>($"SELECT closed FROM reservations WHERE id = '{Under}'")).ShouldBe([true]);
            (await database.Read<long>("SELECT count(*) FROM outbox")).ShouldBe([0L]);
            first.Faults.Concat(second.Faults).Concat(third.Faults).ShouldBeEmpty();
            (await ErrorQueues(server, broker)).ShouldBeEmpty();
        }
        finally
        {
            await server.DeleteVirtualHost(broker);
        }
    }

    static IEnumerable<string> Ids => Enumerable.Range(0, Lessons).Select(index => $"{(index / 20) + 1:00}-{(index % 20) + 1:00}");

    static Task PutCourse(PlannerTestDatabase database) => database.Step(db =>
    {
        db.Add(new Course { CorrelationId = CourseBed.Id, Location = CourseBed.Location, CurrentState = "Running", Revision = 1, Deadline = TimeProvider.System.GetUtcNow().AddDays(1) });
        foreach (var id in Ids)
        {
            db.Add(Item(WorkKind.Lesson, id, WorkStatus.Sent));
            db.Add(Item(WorkKind.Visuals, id, WorkStatus.Waiting));
        }
        var now = TimeProvider.System.GetUtcNow();
        db.Add(new Reservation
        {
            Id = Under,
            CourseId = CourseBed.Id,
            Kind = WorkKind.Lesson,
            Model = null,
            Grant = new Grant(3, 8000),
            Items = [.. Ids],
            StartBy = now.AddMinutes(10),
            LeaseEnds = now.AddMinutes(26),
        });
        return Task.FromResult(true);
    });

    static WorkItem Item(WorkKind kind, string id, WorkStatus status) => new()
    {
        CourseId = CourseBed.Id,
        Kind = kind,
        Id = id,
        Lesson = id,
        Module = WorkItem.ModuleOf(id),
        Revision = 1,
        Basis = "basis",
        Status = status,
        ReservationId = status == WorkStatus.Sent ? Under : null,
        CallsModel = true,
    };

    static LessonWritten Written(string id) => new(
        CourseBed.Id, new WorkReceipt(1, Under, id, 1, 0, "print", [new CallUsage(FakeWorkers.Model, 10, 10, 0, 0, 0)], Reused: false),
        new ArtifactRef($"lessons/{id}.md", "sha", 1), 1200, 2);

    /// <returns>Queues for messages that faulted; MassTransit makes one only when it is needed.</returns>
    static async Task<IReadOnlyList<string>> ErrorQueues(RabbitMqServer server, Uri broker)
    {
        using var http = new HttpClient(new PatientManagement());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(broker.UserInfo))));
        var json = await http.GetStringAsync(new Uri(server.Management, $"api/queues/{broker.AbsolutePath.TrimStart('/')}"));
        using var queues = JsonDocument.Parse(json);
        return [.. queues.RootElement.EnumerateArray().Select(queue => queue.GetProperty("name").GetString()!).Where(name => name.EndsWith("_error", StringComparison.Ordinal))];
    }

    static async Task Until(Func<Task<bool>> holds, Func<Task<string>> state)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!await holds())
        {
            if (deadline.IsCancellationRequested)
                throw new TimeoutException(await state());
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}
