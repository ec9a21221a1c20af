using CourseGen.Sagas.Orders;
using CourseGen.Servers;

namespace CourseGen.Sagas.Postgres;

/// <summary>The contract, on the in-memory transport.</summary>
public class PostgresSagaStoreTests : SagaStoreContract
{
    OrderDatabase _database = null!;
    PostgresSetup _setup = null!;

    protected override SagaStoreSetup Setup => _setup;

    public override async Task InitializeAsync()
    {
        _database = await OrderDatabase.Create();
        _setup = await CreateSetup(_database.Connection);
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_was_delivered_before_a_failed_delivery_is_not_delivered_again()
    {
        await Bus.Handle(new PickLine(Guid.NewGuid(), 1, Trouble.FailDelivery));
        await Bus.Settle();

        Bus.Journal.Deliveries<LinePicked>().ShouldBe(PickLineSteps.Parts);
    }

    [Fact]
    public async Task When_all_is_delivered_no_outbox_row_is_left_and_every_inbox_row_says_so()
    {
        await Bus.Handle(new PickLine(Guid.NewGuid(), 1));
        await Bus.Handle(new CloseOrder(Guid.NewGuid()));
        await Bus.Settle();

        (await Databases.Scalar(_setup.Connection, "SELECT count(*) FROM outbox")).ShouldBe(0L);
        (await Databases.Scalar(_setup.Connection, "SELECT count(*) FROM inbox WHERE delivered_at IS NULL")).ShouldBe(0L);
        (await Databases.Scalar(_setup.Connection, "SELECT count(*) FROM inbox WHERE delivered_at IS NOT NULL")).ShouldBe(2L);
    }

    private protected virtual Task<PostgresSetup> CreateSetup(string connection) => Task.FromResult(new PostgresSetup(connection));
}

/// <summary>The contract, on RabbitMQ.</summary>
public sealed class PostgresSagaStoreOnRabbitMqTests : PostgresSagaStoreTests
{
    private protected override async Task<PostgresSetup> CreateSetup(string connection) =>
        new RabbitMqSetup(connection, await (await TestServers.RabbitMq()).CreateVirtualHost());
}
