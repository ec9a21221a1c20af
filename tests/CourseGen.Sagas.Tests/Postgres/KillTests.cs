using System.Diagnostics;
using CourseGen.Sagas.Orders;
using CourseGen.Servers;

namespace CourseGen.Sagas.Postgres;

public sealed class KillTests
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(180);

    [Theory]
    [InlineData(1)]
    [InlineData(PickLineSteps.Parts)]
    public async Task What_a_killed_process_committed_and_did_not_deliver_is_delivered_by_the_next_and_its_step_does_not_run_again(int part)
    {
        await using var database = await OrderDatabase.Create();
        var (connection, broker, order) = (database.Connection, await (await TestServers.RabbitMq()).CreateVirtualHost(), Guid.NewGuid());
        await KillBeforeDelivery(connection, broker, order, part);
        (await Databases.Scalar(connection, "SELECT count(*) FROM outbox")).ShouldBe((long)PickLineSteps.Parts);

        await using var next = await OrderBus.Start(new RabbitMqSetup(connection, broker));
        await next.Journal.Until(journal => journal.Arrivals<LinePicked>().Count == PickLineSteps.Parts);
        await next.Settle();

        next.Journal.Steps.ShouldBeEmpty();
        next.Journal.Arrivals<LinePicked>().Select(picked => picked.Part).ShouldBe(Enumerable.Range(1, PickLineSteps.Parts), ignoreOrder: true);
        (await next.Load(order)).ShouldNotBeNull().Picked.ShouldBe(1);
        (await next.Picks(order)).ShouldBe(1);
        await Eventually.Holds(async () => await Databases.Scalar(connection, "SELECT count(*) FROM inbox WHERE delivered_at IS NOT NULL") is 1L);
        (await Databases.Scalar(connection, "SELECT count(*) FROM outbox")).ShouldBe(0L);
    }

    static async Task KillBeforeDelivery(string connection, Uri broker, Guid order, int part)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(KilledPlanner).Assembly.Location, .. KilledPlanner.Arguments(connection, broker, order, part)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var planner = Process.Start(start)!;
        try
        {
            using var deadline = new CancellationTokenSource(Deadline);
            string? line;
            do
                line = await planner.StandardOutput.ReadLineAsync(deadline.Token);
            while (line is not null && line != KilledPlanner.StandsStill);
            line.ShouldBe(KilledPlanner.StandsStill);
        }
        finally
        {
            planner.Kill();
            await planner.WaitForExitAsync();
        }
    }
}
