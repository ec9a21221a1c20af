using MassTransit;
using MassTransit.Middleware;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace CourseGen.Sagas;

/// <summary>A saga repository over a DbContext on Postgres, on MassTransit's public extension points.</summary>
sealed class PostgresSagaRepository<TContext, TSaga>(PostgresStep<TContext> step, ISagaConsumeContextFactory<TContext, TSaga> contexts) :
    ISagaRepositoryContextFactory<TSaga>, ILoadSagaRepositoryContextFactory<TSaga>, IQuerySagaRepositoryContextFactory<TSaga>
    where TContext : DbContext
    where TSaga : class, ISaga
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next) where T : class =>
        step.Run(() => next.Send(Open(context)), context.CancellationToken);

    public Task SendQuery<T>(ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next) where T : class =>
        step.Run(async () =>
        {
            var ids = await step.Db.Set<TSaga>().Where(query.FilterExpression).Select(saga => saga.CorrelationId).ToListAsync(context.CancellationToken);
            var locked = await SagaRows<TContext, TSaga>.Of(step.Db).Lock(step.Db, ids, context.CancellationToken);
            // While this step waited for the locks, another one may have changed a saga so that it matches no more.
            var matching = locked.Where(query.GetFilter()).ToList();
            await next.Send(new LoadedSagaRepositoryQueryContext<TSaga, T>(Open(context), matching));
        }, context.CancellationToken);

    public Task<T> Execute<T>(Func<LoadSagaRepositoryContext<TSaga>, Task<T>> method, CancellationToken cancellationToken = default)
        where T : class =>
        method(new PostgresSagaReader<TContext, TSaga>(step.Db, cancellationToken));

    public Task<T> Execute<T>(Func<QuerySagaRepositoryContext<TSaga>, Task<T>> method, CancellationToken cancellationToken = default)
        where T : class =>
        method(new PostgresSagaReader<TContext, TSaga>(step.Db, cancellationToken));

    public void Probe(ProbeContext context) => context.Add("persistence", "postgres");

    PostgresSagaContext<TContext, TSaga, T> Open<T>(ConsumeContext<T> context) where T : class => new(step.Db, context, contexts);
}

/// <summary>Reads committed sagas, without a lock.</summary>
sealed class PostgresSagaReader<TContext, TSaga>(TContext db, CancellationToken cancellationToken) :
    BasePipeContext(cancellationToken), LoadSagaRepositoryContext<TSaga>, QuerySagaRepositoryContext<TSaga>
    where TContext : DbContext
    where TSaga : class, ISaga
{
    public Task<TSaga> Load(Guid correlationId) =>
        db.Set<TSaga>().AsNoTracking().SingleOrDefaultAsync(saga => saga.CorrelationId == correlationId, CancellationToken)!;

    public async Task<SagaRepositoryQueryContext<TSaga>> Query(ISagaQuery<TSaga> query, CancellationToken cancellationToken = default)
    {
        var ids = await db.Set<TSaga>().Where(query.FilterExpression).Select(saga => saga.CorrelationId).ToListAsync(cancellationToken);
        return new DefaultSagaRepositoryQueryContext<TSaga>(this, ids);
    }
}
