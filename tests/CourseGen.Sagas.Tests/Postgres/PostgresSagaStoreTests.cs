using CourseGen.Sagas.Orders;

namespace CourseGen.Sagas.Postgres;

public sealed class PostgresSagaStoreTests : SagaStoreContract
{
    PostgresSetup _setup = null!;

    protected override SagaStoreSetup Setup => _setup;

    public override async Task InitializeAsync()
    {
        _setup = new PostgresSetup(await OrderDatabase.Create());
        await base.InitializeAsync();
    }
}
