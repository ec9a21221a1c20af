using MassTransit;
using MassTransit.Context;
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
            var sagas = session.Partitions<TSaga>().SelectMany(partition => session.Where(partition, matches)).OrderBy(saga => saga.CorrelationId).ToList();
            return next.Send(new LoadedSagaRepositoryQueryContext<TSaga, T>(new MemorySagaContext<TSaga, T>(session, context, contexts), sagas));
        }, context.CancellationToken);

    public Task<T> Execute<T>(Func<LoadSagaRepositoryContext<TSaga>, Task<T>> method, CancellationToken cancellationToken = default) where T : class =>
        method(new MemorySagaReader<TSaga>(session, cancellationToken));

    public Task<T> Execute<T>(Func<QuerySagaRepositoryContext<TSaga>, Task<T>> method, CancellationToken cancellationToken = default) where T : class =>
        method(new MemorySagaReader<TSaga>(session, cancellationToken));

    public void Probe(ProbeContext context) => context.Add("persistence", "memory");
}

sealed class MemorySagaContext<TSaga, TMessage>(
    MemorySession session, ConsumeContext<TMessage> consumeContext, ISagaConsumeContextFactory<MemorySession, TSaga> contexts) :
    ConsumeContextScope<TMessage>(consumeContext, session), SagaRepositoryContext<TSaga, TMessage>
    where TSaga : class, ISaga, IRow<TSaga>
    where TMessage : class
{
    readonly ConsumeContext<TMessage> _context = consumeContext;

    public Task<SagaConsumeContext<TSaga, TMessage>> Add(TSaga instance) =>
        CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Add);

    public Task<SagaConsumeContext<TSaga, TMessage>> Insert(TSaga instance)
    {
        if (session.Find<TSaga>(instance.CorrelationId, instance.CorrelationId) is null)
            session.Add(instance);
        return Load(instance.CorrelationId);
    }

    public Task<SagaConsumeContext<TSaga, TMessage>> Load(Guid correlationId) =>
        session.Find<TSaga>(correlationId, correlationId) is { } saga
            ? CreateSagaConsumeContext(_context, saga, SagaConsumeContextMode.Load)
            : Task.FromResult<SagaConsumeContext<TSaga, TMessage>>(null!);

    public Task Save(SagaConsumeContext<TSaga> context)
    {
        session.Add(context.Saga);
        return Task.CompletedTask;
    }

    public Task Update(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Delete(SagaConsumeContext<TSaga> context)
    {
        session.Remove(context.Saga);
        return Task.CompletedTask;
    }

    public Task Discard(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Undo(SagaConsumeContext<TSaga> context)
    {
        session.Forget(context.Saga);
        return Task.CompletedTask;
    }

    public Task<SagaConsumeContext<TSaga, T>> CreateSagaConsumeContext<T>(ConsumeContext<T> consumeContext, TSaga instance, SagaConsumeContextMode mode)
        where T : class => contexts.CreateSagaConsumeContext(session, consumeContext, instance, mode);
}

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
