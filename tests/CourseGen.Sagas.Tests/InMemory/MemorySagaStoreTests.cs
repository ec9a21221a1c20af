using CourseGen.Sagas.Orders;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Sagas.InMemory;

public sealed class MemorySagaStoreTests : SagaStoreContract
{
    protected override SagaStoreSetup Setup { get; } = new MemorySetup();

    [Fact]
    public async Task What_was_delivered_before_a_failed_delivery_is_not_delivered_again()
    {
        await Bus.Handle(new PickLine(Guid.NewGuid(), 1, Trouble.FailDelivery));
        await Bus.Settle();

        Bus.Journal.Deliveries<LinePicked>().ShouldBe(PickLineSteps.Parts);
    }

    sealed class MemorySetup : SagaStoreSetup
    {
        public override void AddStore(IBusRegistrationConfigurator bus)
        {
            bus.AddMemoryStore();
            bus.AddScoped<IPicks, MemoryPicks>();
        }

        public override void UseRepository(ISagaRegistrationConfigurator<Order> saga) => saga.MemoryRepository();

        public override void UseOutbox(IReceiveEndpointConfigurator endpoint, IRegistrationContext context) => endpoint.UseMemoryOutbox(context);
    }

    sealed class MemoryPicks(MemorySession session) : IPicks
    {
        public void Add(Pick pick) => session.Add(pick);

        public Task<int> Count(Guid order) => Task.FromResult(session.Count<Pick>(order, _ => true));
    }
}
