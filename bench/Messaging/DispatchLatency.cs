using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using CourseGen.Contracts;
using CourseGen.Servers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Bench.Messaging;

/// <summary>
/// From "all inputs of a work item are there" (its lesson's event is published) to "its command reaches the worker" (the slide planner),
/// through the planner as a process, its saga and outbox on Postgres. The workers are stand-ins that answer at once; one command is out
/// at a time, so that no time of waiting in a queue is in it.
/// </summary>
static class DispatchLatency
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    const int WarmUp = 8;

    /// <summary>Of one course, all in one deck batch, so that nothing but lessons is built while they are measured.</summary>
    const int Measured = 40;

    /// <returns>Milliseconds of each lesson.</returns>
    public static async Task<IReadOnlyList<double>> Measure(string root, RabbitMqServer rabbit, PostgresServer postgres, S3Server store, int lessons)
    {
        var planner = new ServicesOptions { Repository = root, Copies = new Dictionary<string, int> { ["planner"] = 1 } };
        await using var services = await RunningServices.Start(rabbit, postgres, store, planner);
        var times = new Arrivals();
        using var workers = await Visitor.Connect(services.Broker, add => add.AddSingleton(times).AddSingleton<Written>(), bus =>
        {
            bus.AddConsumer<LessonWorker>().Endpoint(endpoint => endpoint.Name = QueueNames.Lessons);
            bus.AddConsumer<SlideWorker>().Endpoint(endpoint => endpoint.Name = QueueNames.Slides);
            bus.AddConsumer<VisualsWorker>().Endpoint(endpoint => endpoint.Name = QueueNames.Visuals);
        });
        var measured = new List<double>();
        for (var course = 1; measured.Count < lessons; course++)
            measured.AddRange((await MeasureCourse(workers.Services.GetRequiredService<IBus>(), times, $"latency-{course}"))[WarmUp..]);
        await workers.StopAsync();
        return measured;
    }

    static async Task<List<double>> MeasureCourse(IBus bus, Arrivals times, string folder)
    {
        await bus.Publish(new StartCourse
        {
            ProjectFolder = folder,
            OutlineYaml = Outline(WarmUp + Measured),
            MaxConcurrency = 1,
            BatchSize = 1,
            DeckBatchSize = 50,
            ContentType = "theory",
        });
        var measured = new List<double>();
        while (measured.Count < WarmUp + Measured)
            measured.Add(await times.Next(Patience));
        return measured;
    }

    static string Outline(int lessons)
    {
        const int PerModule = 20;
        var yaml = new StringBuilder("course:\n  title: Latency\n  modules:\n");
        for (var lesson = 0; lesson < lessons; lesson++)
        {
            if (lesson % PerModule == 0)
                yaml.Append($"    - title: Module {lesson / PerModule + 1}\n      lessons:\n");
            yaml.Append($"        - {{title: Lesson {lesson + 1}, topics: [One]}}\n");
        }
        return yaml.ToString();
    }

    static ArtifactRef Made(string key) => new(key, new string('0', 64), 1);

    static WorkReceipt ReceiptOf(IWorkCommand command) => new(
        command.Order.Revision, command.Order.ReservationId, command.Units[0].Id, command.Units[0].Attempt, command.Units[0].Generation, "", [], Reused: false);

    /// <summary>When each lesson's event was published.</summary>
    sealed class Written : ConcurrentDictionary<string, long>;

    sealed class LessonWorker(Written written) : IConsumer<WriteLessons>
    {
        public Task Consume(ConsumeContext<WriteLessons> context)
        {
            var receipt = ReceiptOf(context.Message);
            written[receipt.Item] = Stopwatch.GetTimestamp();
            return context.Publish(new LessonWritten(context.Message.CourseId, receipt, Made($"lessons/{receipt.Item}.md"), 100, 0));
        }
    }

    sealed class SlideWorker(Written written, Arrivals times) : IConsumer<PlanSlides>
    {
        public Task Consume(ConsumeContext<PlanSlides> context)
        {
            var receipt = ReceiptOf(context.Message);
            times.Add(Stopwatch.GetElapsedTime(written[receipt.Item]).TotalMilliseconds);
            return context.Publish(new SlidesPlanned(context.Message.CourseId, receipt, Made($"slides/{receipt.Item}.json"), 5, Derived: false));
        }
    }

    sealed class VisualsWorker : IConsumer<PlanVisuals>
    {
        public Task Consume(ConsumeContext<PlanVisuals> context) =>
            context.Publish(new VisualsPlanned(context.Message.CourseId, ReceiptOf(context.Message), []));
    }
}
