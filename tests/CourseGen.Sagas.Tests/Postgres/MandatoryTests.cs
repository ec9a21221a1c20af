using CourseGen.Sagas.Orders;
using CourseGen.Servers;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace CourseGen.Sagas.Postgres;

public sealed class MandatoryTests
{
    [Fact]
    public async Task A_mandatory_message_without_a_queue_stays_in_the_outbox_and_is_delivered_once_there_is_one()
    {
        await using var database = await OrderDatabase.Create();
        var (connection, broker, order) = (database.Connection, await (await TestServers.RabbitMq()).CreateVirtualHost(), Guid.NewGuid());
        using var log = new LogLines(LogLevel.Warning);
        await using var planner = await OrderBus.Start(new NoReceiver(connection, broker, log));
        var id = await planner.Publish(new PickLine(order, 1));
        await Eventually.Holds(() => log.Lines.Any(line => line.Contains("is in the outbox and could not be delivered", StringComparison.Ordinal)));
        (await Databases.Scalar(connection, "SELECT count(*) FROM outbox")).ShouldBe((long)PickLineSteps.Parts);

        await using var worker = await OrderBus.Start(new RabbitMqSetup(connection, broker));
        await worker.Journal.Until(journal => journal.Arrivals<LinePicked>().Count == PickLineSteps.Parts);
        await planner.Journal.Until(journal => journal.Received(id) == 1);

        planner.Journal.Steps.Count.ShouldBe(1);
        worker.Journal.Steps.ShouldBeEmpty();
        worker.Journal.Arrivals<Fault<PickLine>>().ShouldBeEmpty();
        (await Databases.Scalar(connection, "SELECT count(*) FROM outbox")).ShouldBe(0L);
    }

    /// <summary>Publishes as mandatory, and nobody receives.</summary>
    sealed class NoReceiver(string connection, Uri broker, LogLines log) : RabbitMqSetup(connection, broker, log)
    {
        public override void AddConsumers(IBusRegistrationConfigurator bus)
        {
        }

        protected override void Configure(IRabbitMqBusFactoryConfigurator transport) =>
            transport.ConfigurePublish(publish => publish.UseExecute(message =>
                message.Mandatory = $"{message.DestinationAddress}".Contains(nameof(LinePicked), StringComparison.Ordinal)));
    }
}
