using CourseGen.Sagas;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace CourseGen.Bench.Messaging;

/// <summary>Begins an order of work: so many chains side by side, each of so many steps.</summary>
public sealed record BeginChains(Guid Id, int Chains, int Steps);

/// <summary>A command of the saga; the worker answers it at once.</summary>
public sealed record DoStep(Guid Id, int Chain, int Step);

/// <summary>The worker's event: the saga's next step.</summary>
public sealed record StepDone(Guid Id, int Chain, int Step);

/// <summary>A saga whose step is as small as can be: what is measured is the saga's persistence, the inbox and the outbox.</summary>
public sealed class Chains : SagaStateMachineInstance
{
    public Guid CorrelationId { get; set; }
    public string CurrentState { get; set; } = "";
    public int Steps { get; set; }
    public int Done { get; set; }
}

public sealed class ChainsStateMachine : MassTransitStateMachine<Chains>
{
    public ChainsStateMachine()
    {
        InstanceState(chains => chains.CurrentState);
        Event(() => Begun, e => e.CorrelateById(context => context.Message.Id));
        Event(() => Stepped, e => e.CorrelateById(context => context.Message.Id));
        Initially(When(Begun)
            .Then(context => context.Saga.Steps = context.Message.Steps)
            .ThenAsync(context => Task.WhenAll(Enumerable.Range(0, context.Message.Chains)
                .Select(chain => context.Publish(new DoStep(context.Saga.CorrelationId, chain, 1)))))
            .TransitionTo(Active));
        During(Active, When(Stepped)
            .Then(context => context.Saga.Done++)
            .IfElse(context => context.Message.Step < context.Saga.Steps,
                more => more.PublishAsync(context => Task.FromResult(new DoStep(context.Saga.CorrelationId, context.Message.Chain, context.Message.Step + 1))),
                last => last.Then(context => StepCount.ChainEnded.Release())));
    }

    public State Active { get; private set; } = null!;
    public Event<BeginChains> Begun { get; private set; } = null!;
    public Event<StepDone> Stepped { get; private set; } = null!;
}

sealed class DoStepConsumer : IConsumer<DoStep>
{
    public Task Consume(ConsumeContext<DoStep> context) =>
        context.Publish(new StepDone(context.Message.Id, context.Message.Chain, context.Message.Step));
}

/// <summary>What the bench waits for: the saga runs in the bench's own process.</summary>
static class StepCount
{
    public static readonly SemaphoreSlim ChainEnded = new(0);
}

sealed class StepDbContext(DbContextOptions<StepDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Chains>(chains =>
        {
            chains.ToTable("chains");
            chains.HasKey(row => row.CorrelationId);
            chains.Property(row => row.CorrelationId).ValueGeneratedNever();
            chains.Property<uint>("xmin").IsRowVersion();
        });
        modelBuilder.AddInboxAndOutbox();
    }
}
