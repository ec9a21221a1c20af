using CourseGen.Planner.Quota;
using CourseGen.Sagas;

namespace CourseGen.Planner.Tests.Quota;

public sealed class MemoryLedgerTests : QuotaLedgerContract, IDisposable
{
    readonly MemoryStore _store = new();

    public void Dispose() => _store.Dispose();

    protected override async Task<T> Step<T>(Func<IQuotaLedger, Task<T>> work)
    {
        var session = new MemorySession(_store);
        var result = default(T);
        await session.Step(async () => result = await work(new MemoryLedger(session, new LeaseOptions(), Profiles, Options, Time)), CancellationToken.None);
        return result!;
    }
}
