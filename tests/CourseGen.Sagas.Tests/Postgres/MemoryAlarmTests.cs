using CourseGen.Sagas.Orders;
using CourseGen.Servers;
using MassTransit;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace CourseGen.Sagas.Postgres;

/// <summary>The broker takes no message for a while, and does not say so.</summary>
public sealed class MemoryAlarmTests : IAsyncLifetime
{
    RabbitMqServer _rabbit = null!;
    Uri _broker = null!;
    OrderDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _rabbit = await RabbitMqServer.Start();
        _broker = await _rabbit.CreateVirtualHost();
        _database = await OrderDatabase.Create();
    }

    public async Task DisposeAsync()
    {
        await _rabbit.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_delivery_fails_in_its_time_and_goes_on_when_the_alarm_is_over()
    {
        var order = Guid.NewGuid();
        using var log = new LogLines(LogLevel.Warning);
        await using var bus = await OrderBus.Start(new QuickDelivery(_database.Connection, _broker, log));
        var id = await bus.Publish(new PickLine(order, 1, Trouble.Hold));
        await bus.Journal.Until(journal => journal.Held);
        await _rabbit.RaiseMemoryAlarm();
        bus.Journal.Release();

        await Eventually.Holds(() => log.Lines.Any(line => line.Contains("is in the outbox and could not be delivered", StringComparison.Ordinal)));
        (await Databases.Scalar(_database.Connection, "SELECT count(*) FROM outbox")).ShouldNotBe(0L);
        await _rabbit.ClearMemoryAlarm();

        await bus.Journal.Until(journal => journal.Received(id) == 1 && journal.Arrivals<LinePicked>().Count == PickLineSteps.Parts);
        bus.Journal.Steps.Count.ShouldBe(1);
        (await Databases.Scalar(_database.Connection, "SELECT count(*) FROM outbox")).ShouldBe(0L);
        bus.Journal.Arrivals<Fault<PickLine>>().ShouldBeEmpty();
        (await IsThere(nameof(Order))).ShouldBeTrue();
        (await IsThere($"{nameof(Order)}_error")).ShouldBeFalse();
    }

    async Task<bool> IsThere(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = _broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclarePassiveAsync(queue);
            return true;
        }
        catch (OperationInterruptedException)
        {
            return false;
        }
    }

    sealed class QuickDelivery(string connection, Uri broker, LogLines log) : RabbitMqSetup(connection, broker, log)
    {
        protected override void Configure(PostgresOutboxOptions options)
        {
            base.Configure(options);
            options.DeliveryTimeout = TimeSpan.FromSeconds(1);
        }
    }
}
