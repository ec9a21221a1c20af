using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;

namespace CourseGen.Sagas;

/// <summary>One message's access to its saga, within the session's step.</summary>
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

    public Task<SagaConsumeContext<TSaga, T>> CreateSagaConsumeContext<T>(
        ConsumeContext<T> consumeContext, TSaga instance, SagaConsumeContextMode mode)
        where T : class => contexts.CreateSagaConsumeContext(session, consumeContext, instance, mode);
}
