using CourseGen.Servers;

namespace CourseGen.Bench.Quota;

/// <summary>RabbitMQ, Postgres and S3, started for one benchmark.</summary>
sealed record QuotaServers(RabbitMqServer Rabbit, PostgresServer Postgres, S3Server Store) : IAsyncDisposable
{
    public static async Task<QuotaServers> Start()
    {
        var rabbit = await RabbitMqServer.Start();
        var postgres = await PostgresServer.Start();
        return new QuotaServers(rabbit, postgres, await S3Server.Start());
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Postgres.DisposeAsync();
        await Rabbit.DisposeAsync();
    }
}
