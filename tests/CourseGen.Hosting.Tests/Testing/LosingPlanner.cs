using CourseGen.Servers;

namespace CourseGen.Hosting.Testing;

/// <summary>A planner whose broker, database and bucket a test may take away.</summary>
public sealed class LosingPlanner : RunningPlanner
{
    /// <summary>How long an endpoint may be dead; the default would be a minute.</summary>
    public static readonly TimeSpan EndpointPatience = TimeSpan.FromSeconds(3);

    internal RabbitMqServer RabbitMq { get; private set; } = null!;

    internal PostgresServer Postgres { get; private set; } = null!;

    internal S3Server S3 { get; private set; } = null!;

    internal string Bucket { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        RabbitMq = await RabbitMqServer.Start();
        Postgres = await PostgresServer.Start();
        S3 = await TestServers.S3();
        Bucket = await S3.CreateBucket();
        await Start(RabbitMq, Postgres, new Dictionary<string, string?>
        {
            ["RabbitMq:EndpointPatience"] = $"{EndpointPatience.TotalSeconds}s",
            ["Store:Kind"] = "S3",
            ["Store:Folder"] = null,
            ["Store:Buckets:0"] = Bucket,
            ["Store:Endpoint"] = S3.Endpoint.ToString(),
            ["Store:PathStyle"] = "true",
            ["AWS_ACCESS_KEY_ID"] = S3.AccessKey,
            ["AWS_SECRET_ACCESS_KEY"] = S3.SecretKey,
        });
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (Postgres is not null)
            await Postgres.DisposeAsync();
        if (RabbitMq is not null)
            await RabbitMq.DisposeAsync();
        using var store = S3.Client();
        await store.DeleteBucketAsync(Bucket);
    }
}
