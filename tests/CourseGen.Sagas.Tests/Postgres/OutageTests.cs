using CourseGen.Sagas.Orders;
using CourseGen.Servers;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace CourseGen.Sagas.Postgres;

public sealed class OutageTests : IAsyncLifetime
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(180);
    readonly Guid _order = Guid.NewGuid();
    readonly LogLines _log = new(LogLevel.Warning);
    PostgresServer _postgres = null!;
    RabbitMqSetup _setup = null!;
    OrderBus _bus = null!;

    public async Task InitializeAsync()
    {
        _postgres = await PostgresServer.Start();
        _setup = new RabbitMqSetup(await _postgres.CreateOrders(), await (await TestServers.RabbitMq()).CreateVirtualHost(), _log);
        _bus = await OrderBus.Start(_setup);
    }

    public async Task DisposeAsync()
    {
        await _bus.DisposeAsync();
        await _postgres.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task While_Postgres_is_away_messages_wait_and_afterwards_none_is_lost()
    {
        var ids = await PublishWhileItStops();
        await _postgres.StartAgain();
        await _bus.Journal.Until(journal => ids.All(id => journal.Received(id) >= 1));
        await _bus.Settle();

        var order = (await _bus.Load(_order)).ShouldNotBeNull();
        order.Lines.ShouldBe(Enumerable.Range(1, 100));
        order.Picked.ShouldBe(100);
        (await _bus.Picks(_order)).ShouldBe(100);
        _bus.Journal.Arrivals<LinePicked>().Count.ShouldBe(100 * PickLineSteps.Parts);
        _bus.Journal.Arrivals<Fault<PickLine>>().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_endpoint_that_stops_while_Postgres_is_away_gives_its_messages_back_at_once()
    {
        var ids = await PublishWhileItStops();
        await _bus.Stop().WaitAsync(Deadline);
        _bus.Journal.Arrivals<Fault<PickLine>>().ShouldBeEmpty();

        await _postgres.StartAgain();
        await using var next = await OrderBus.Start(_setup);
        await next.Journal.Until(journal => ids.All(id => journal.Received(id) + _bus.Journal.Received(id) >= 1));
        await Eventually.Holds(async () => (await next.Load(_order))?.Picked == 100);
        (await next.Load(_order)).ShouldNotBeNull().Lines.ShouldBe(Enumerable.Range(1, 100));
        next.Journal.Arrivals<Fault<PickLine>>().ShouldBeEmpty();
    }

    /// <summary>Stops it when some are consumed, and returns when the endpoint holds the others.</summary>
    async Task<IReadOnlyList<Guid>> PublishWhileItStops()
    {
        var flowing = Publish(1, 50);
        await _bus.Journal.Until(journal => journal.Steps.Count >= 5);
        await _postgres.StopImmediately();
        var ids = (await flowing).Concat(await Publish(51, 50)).ToList();
        await Eventually.Holds(() => _log.Lines.Any(line => line.Contains("does not answer", StringComparison.Ordinal)));
        return ids;
    }

    Task<Guid[]> Publish(int first, int count) =>
        Task.WhenAll(Enumerable.Range(first, count).Select(line => _bus.Publish(new PickLine(_order, line))));
}
