using MassTransit;
using MassTransit.Middleware;
using MassTransit.Saga;

namespace CourseGen.Sagas;

/// <summary>A saga repository over the <see cref="MemoryStore"/>, on MassTransit's public extension points.</summary>
sealed class MemorySagaRepository<TSaga>(MemorySession session, ISagaConsumeContextFactory<MemorySession, TSaga> contexts) :
    ISagaRepositoryContextFactory<TSaga>, ILoadSagaRepositoryContextFactory<TSaga>, IQuerySagaRepositoryContextFactory<TSaga>
    where TSaga : class, ISaga, IRow<TSaga>
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next) where T : class =>
        session.Step(() => next.Send(new MemorySagaContext<TSaga, T>(session, context, contexts)), context.CancellationToken);

    public Task SendQuery<T>(ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next) where T : class =>
        session.Step(() =>
        {
            var matches = query.FilterExpression.Compile();
            var sagas = session.Partitions<TSaga>()
                .SelectMany(partition => session.Where(partition, matches)).OrderBy(saga => saga.CorrelationId).ToList();
            return next.Send(new LoadedSagaRepositoryQueryContext<TSaga, T>(new MemorySagaContext<TSaga, T>(session, context, contexts), sagas));
        }, context.CancellationToken);

    public Task<T> Execute<T>(Func<LoadSagaRepositoryContext<TSaga>, Task<T>> method, CancellationToken cancellationToken = default)
        where T : class =>
        method(new MemorySagaReader<TSaga>(session, cancellationToken));

    public Task<T> Execute<T>(Func<QuerySagaRepositoryContext<TSaga>, Task<T>> method, CancellationToken cancellationToken = default)
        where T : class =>
        method(new MemorySagaReader<TSaga>(session, cancellationToken));

    public void Probe(ProbeContext context) => context.Add("persistence", "memory");
}

/// <summary>Reads committed sagas, for the harness and for people who look.</summary>
sealed class MemorySagaReader<TSaga>(MemorySession session, CancellationToken cancellationToken) :
    BasePipeContext(cancellationToken), LoadSagaRepositoryContext<TSaga>, QuerySagaRepositoryContext<TSaga>
    where TSaga : class, ISaga, IRow<TSaga>
{
    public Task<TSaga> Load(Guid correlationId) => Task.FromResult(session.Find<TSaga>(correlationId, correlationId)!);

    public Task<SagaRepositoryQueryContext<TSaga>> Query(ISagaQuery<TSaga> query, CancellationToken cancellationToken = default)
    {
        var matches = query.FilterExpression.Compile();
        var ids = session.Partitions<TSaga>().SelectMany(partition => session.Where(partition, matches)).Select(saga => saga.CorrelationId).ToList();
        return Task.FromResult<SagaRepositoryQueryContext<TSaga>>(new DefaultSagaRepositoryQueryContext<TSaga>(this, ids));
    }
}
