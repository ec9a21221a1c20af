using CourseGen.Servers;

namespace CourseGen.Bench.Messaging;

/// <summary>
/// What messaging costs: durable saga steps, the way from an event to the next command, and whole courses through the five services,
/// on RabbitMQ, Postgres and S3 servers started for it.
/// </summary>
sealed class MessagingBenchmark(string root)
{
    /// <summary>Bare round trips that the way from an event to its command may take.</summary>
    const double RoundTrips = 6;

    public async Task<IReadOnlyList<Bar>> Run(bool quick)
    {
        await using var rabbit = await RabbitMqServer.Start();
        await using var postgres = await PostgresServer.Start();
        await using var store = await S3Server.Start();
        return
        [
            .. await Steps(rabbit, postgres, quick),
            .. await Latency(rabbit, postgres, store, quick ? 40 : 160),
            .. await Courses(rabbit, postgres, store, quick ? 10 : 200),
        ];
    }

    static async Task<IReadOnlyList<Bar>> Steps(RabbitMqServer rabbit, PostgresServer postgres, bool quick)
    {
        var (sagas, chains, steps) = quick ? (10, 4, 25) : (20, 8, 50);
        var durable = await SagaSteps.OnPostgres(rabbit, postgres, sagas, chains, steps);
        var memory = await SagaSteps.InMemory(rabbit, sagas, chains, steps);
        return
        [
            new Bar("durable saga steps", durable, "steps/s", 200, "requirement, 2 cores", AtLeast: true),
            new Bar("MassTransit, in-memory saga and outbox", memory, "steps/s", null, "same broker, same run"),
            new Bar("in-memory ÷ durable", memory / durable, "×", null, "same broker, same run"),
        ];
    }

    async Task<IReadOnlyList<Bar>> Latency(RabbitMqServer rabbit, PostgresServer postgres, S3Server store, int lessons)
    {
        var bare = await RoundTrip.Measure(rabbit, lessons);
        var dispatch = await DispatchLatency.Measure(root, rabbit, postgres, store, lessons);
        return
        [
            new Bar("bare round trip, p50", bare.P50(), "ms", null, "same broker, same run"),
            new Bar("bare round trip, p95", bare.P95(), "ms", null, "same broker, same run"),
            new Bar("event to next command, p50", dispatch.P50(), "ms", null, "same broker, same run"),
            new Bar("event to next command, p95", dispatch.P95(), "ms", 50, "requirement"),
            new Bar("event to next command ÷ round trip, p95", dispatch.P95() / bare.P95(), "×", RoundTrips, "bare round trip, same run"),
        ];
    }

    async Task<IReadOnlyList<Bar>> Courses(RabbitMqServer rabbit, PostgresServer postgres, S3Server store, int courses)
    {
        var throughput = await CourseThroughput.Measure(root, rabbit, postgres, store, courses);
        return
        [
            new Bar($"courses of 12 lessons ({courses})", throughput.PerMinute, "courses/min", null, "zero latency"),
            .. throughput.Megabytes.Select(service => new Bar($"{service.Key}, memory at the end", service.Value.Late, "MB", null, "resident")),
            .. throughput.Megabytes.Select(service => new Bar(
                $"{service.Key}, growth", (service.Value.Late / service.Value.Early - 1) * 100, "%", 10, "after a fifth of the courses, same run")),
        ];
    }
}
