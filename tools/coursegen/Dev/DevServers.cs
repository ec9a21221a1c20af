using CourseGen.Hosting;
using CourseGen.Servers;

namespace CourseGen.Cli.Dev;

/// <summary>Starts what does not run, and remembers what was started.</summary>
sealed class DevServers(DevFolder folder)
{
    public const string Database = "coursegen";
    public const string Bucket = "coursegen-artifacts";

    readonly ServerFolder _servers = ServerFolder.LastingAt(folder.Path);
    readonly DevState _before = DevState.Read(folder.Path);

    /// <summary>All three at once; what started is remembered, also when another one fails.</summary>
    /// <exception cref="ServerUnavailableException">One cannot be installed or started here.</exception>
    public async Task<DevAddresses> Start(CancellationToken token)
    {
        var rabbit = Keep("RabbitMQ", _before.RabbitMq, StartRabbitMq, token);
        var postgres = Keep("Postgres", _before.Postgres, StartPostgres, token);
        var s3 = Keep("S3", _before.S3, StartS3, token);
        await Task.WhenAll(rabbit, postgres, s3).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        new DevState(Started(rabbit), Started(postgres), Started(s3)).Write(folder.Path);
        return await Prepare(await rabbit, await postgres, await s3, token);
    }

    static DevServer? Started(Task<DevServer> start) => start.IsCompletedSuccessfully ? start.Result : null;

    static async Task<DevServer> Keep(string name, DevServer? before, Func<CancellationToken, Task<DevServer>> start, CancellationToken token)
    {
        if (before is { Runs: true })
        {
            await Console.Error.WriteLineAsync($"{name} runs already.");
            return before;
        }
        if (before is not null)
            await before.End(token);
        await Console.Error.WriteLineAsync($"{name} starts …");
        return await start(token);
    }

    async Task<DevServer> StartRabbitMq(CancellationToken token)
    {
        var server = await RabbitMqServer.Start(_servers, token);
        return new DevServer([server.Uri.AbsoluteUri, server.Management.AbsoluteUri], server.Uri.Port, server.Processes);
    }

    async Task<DevServer> StartPostgres(CancellationToken token)
    {
        var server = await PostgresServer.Start(_servers, token);
        return new DevServer([server.ConnectionString], server.Port, server.Processes);
    }

    async Task<DevServer> StartS3(CancellationToken token)
    {
        var server = await S3Server.Start(_servers, token);
        return new DevServer([server.Endpoint.AbsoluteUri, server.AccessKey, server.SecretKey], server.Endpoint.Port, server.Processes);
    }

    /// <summary>Makes the database and the bucket, and takes over the broker's definitions; what is there already is left as it is.</summary>
    async Task<DevAddresses> Prepare(DevServer rabbit, DevServer postgres, DevServer s3, CancellationToken token)
    {
        await using var broker = RabbitMqServer.At(new Uri(rabbit.Addresses[0]), new Uri(rabbit.Addresses[1]));
        await broker.ImportDefinitions(BrokerDefinitions.Text, token);
        await using var database = PostgresServer.At(postgres.Addresses[0]);
        await using var store = S3Server.At(new Uri(s3.Addresses[0]), s3.Addresses[1], s3.Addresses[2]);
        await store.CreateBucket(Bucket, token);
        return new DevAddresses(rabbit.Addresses[0], rabbit.Addresses[1], postgres.Addresses[0], await database.CreateDatabase(Database, token),
            s3.Addresses[0], s3.Addresses[1], s3.Addresses[2], Bucket);
    }
}
