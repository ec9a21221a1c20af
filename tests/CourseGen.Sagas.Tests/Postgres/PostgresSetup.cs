using CourseGen.Sagas.Orders;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Sagas.Postgres;

class PostgresSetup(string connection) : SagaStoreSetup
{
    public string Connection => connection;

    public override void AddStore(IBusRegistrationConfigurator bus)
    {
        bus.AddDbContext<OrderDb>(options => options.UseNpgsql(connection));
        bus.AddScoped<IPicks, PostgresPicks>();
        bus.AddPostgresOutbox<OrderDb>(Configure);
    }

    public override void UseRepository(ISagaRegistrationConfigurator<Order> saga) => saga.PostgresRepository<OrderDb, Order>();

    public override void UseOutbox(IReceiveEndpointConfigurator endpoint, IRegistrationContext context) =>
        endpoint.UsePostgresOutbox<OrderDb>(context);

    protected virtual void Configure(PostgresOutboxOptions options)
    {
        options.HoldInterval = TimeSpan.FromMilliseconds(50);
    }
}
