using System.Diagnostics;
using System.Net;
using CourseGen.Contracts;
using CourseGen.Hosting.Testing;

namespace CourseGen.Hosting.Health;

/// <summary>A planner loses what it needs and gets it back; each test leaves it as it was.</summary>
public sealed class LossTests(LosingPlanner planner) : IClassFixture<LosingPlanner>, IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    public Task InitializeAsync() => Says("readyz", HttpStatusCode.OK, "\"ok\"");

    public async Task DisposeAsync()
    {
        await Says("readyz", HttpStatusCode.OK, "\"ok\"");
        await Says("livez", HttpStatusCode.OK, "\"ok\"");
    }

    [Fact]
    public async Task Without_its_broker_it_is_not_ready_but_alive_for_longer_than_an_endpoint_may_be_dead()
    {
        await planner.RabbitMq.Stop();
        await AndThen(planner.RabbitMq.StartAgain, async () =>
        {
            await Says("readyz", HttpStatusCode.ServiceUnavailable, "\"masstransit-bus\"");
            await StaysAlive();
        });
    }

    [Fact]
    public async Task Without_its_database_it_is_not_ready_but_alive()
    {
        await planner.Postgres.StopImmediately();
        await AndThen(planner.Postgres.StartAgain, async () =>
        {
            await Says("readyz", HttpStatusCode.ServiceUnavailable, "\"database\":\"Postgres cannot be used");
            await IsAlive();
        });
    }

    [Fact]
    public async Task Without_its_bucket_it_is_not_ready_but_alive()
    {
        using var store = planner.S3.Client();
        await store.DeleteBucketAsync(planner.Bucket);

        await AndThen(() => planner.S3.CreateBucket(planner.Bucket), async () =>
        {
            await Says("readyz", HttpStatusCode.ServiceUnavailable, $"The bucket '{planner.Bucket}' at {planner.S3.Endpoint} cannot be used: there is no such bucket.");
            await IsAlive();
        });
    }

    [Fact]
    public async Task An_endpoint_that_cannot_consume_makes_it_not_ready_at_once_and_in_the_end_not_alive()
    {
        await planner.Broker.Replace(QueueNames.Saga, Patience);

        await AndThen(() => planner.Broker.Delete("queues", QueueNames.Saga), async () =>
        {
            await Says("readyz", HttpStatusCode.ServiceUnavailable, QueueNames.Saga);
            await Says("livez", HttpStatusCode.ServiceUnavailable, $"Not consuming for more than 3 s: {QueueNames.Saga}.");
        });
    }

    /// <summary>What was taken away comes back whatever the test finds, or the next ones would fail for it.</summary>
    static async Task AndThen(Func<Task> giveBack, Func<Task> test)
    {
        try
        {
            await test();
        }
        finally
        {
            await giveBack();
        }
    }

    async Task IsAlive() => (await planner.Process.Status("livez")).ShouldBe(HttpStatusCode.OK, await planner.Process.Get("livez"));

    async Task StaysAlive()
    {
        var clock = Stopwatch.StartNew();
        await Wait.Until(async () =>
        {
            await IsAlive();
            return clock.Elapsed > LosingPlanner.EndpointPatience * 2;
        }, Patience, "time passes");
    }

    async Task Says(string path, HttpStatusCode status, string words)
    {
        var said = "";
        try
        {
            await Wait.Until(async () =>
            {
                said = await planner.Process.Get(path);
                return await planner.Process.Status(path) == status && said.Contains(words, StringComparison.Ordinal);
            }, Patience, $"{path} says {(int)status}, {words}");
        }
        catch (ShouldAssertException never)
        {
            throw new ShouldAssertException($"{never.Message} It says: {said}", never);
        }
    }
}
