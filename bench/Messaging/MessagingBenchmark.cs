using CourseGen.Servers;

namespace CourseGen.Bench.Messaging;

/// <summary>
/// What messaging costs: durable saga steps, the way from an event to the next command, and whole courses through the five services,
/// on RabbitMQ, Postgres and S3 servers of its own.
/// </summary>
sealed class MessagingBenchmark(string root)
{
    public async Task<IReadOnlyList<Bar>> Run(bool quick)
    {
        _ = root;
        var rabbit = await TestServers.RabbitMq();
        var postgres = await TestServers.Postgres();
        return [.. await Steps(rabbit, postgres, quick)];
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
}
