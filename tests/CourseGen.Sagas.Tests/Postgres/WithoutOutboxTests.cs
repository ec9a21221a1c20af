using CourseGen.Sagas.Orders;
using MassTransit;

namespace CourseGen.Sagas.Postgres;

public sealed class WithoutOutboxTests
{
    [Fact]
    public async Task A_saga_without_the_outbox_has_a_transaction_of_its_own()
    {
        var order = Guid.NewGuid();
        await using var database = await OrderDatabase.Create();
        await using var bus = await OrderBus.Start(new NoOutbox(database.Connection));
        var ids = await Task.WhenAll(Enumerable.Range(1, 50).Select(line => bus.Publish(new PickLine(order, line, line == 7 ? Trouble.ThrowOnce : Trouble.None))));
        await bus.Journal.Until(journal => ids.All(id => journal.Received(id) == 1));

        (await bus.Load(order)).ShouldNotBeNull().Picked.ShouldBe(50);
        (await bus.Picks(order)).ShouldBe(50);
    }

    sealed class NoOutbox(string connection) : PostgresSetup(connection)
    {
        public override void UseOutbox(IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
        {
        }
    }
}
