using MassTransit;

namespace CourseGen.Sagas.Orders;

public sealed class OrderStateMachine : MassTransitStateMachine<Order>
{
    public OrderStateMachine()
    {
        InstanceState(order => order.CurrentState);
        Event(() => Pick, e => e.CorrelateById(context => context.Message.OrderId));
        Event(() => Inspect, e =>
        {
            e.CorrelateById(context => context.Message.OrderId);
            e.ReadOnly = true;
        });
        Event(() => Move, e => e.CorrelateBy((order, context) => order.Warehouse == context.Message.From));
        Event(() => Close, e => e.CorrelateById(context => context.Message.OrderId).OnMissingInstance(missing => missing.Discard()));
        Event(() => Audit, e => e.CorrelateById(context => context.Message.OrderId).OnMissingInstance(missing => missing.Fault()));

        Initially(When(Pick).Record().TransitionTo(Open));
        During(Open,
            When(Pick).Record(),
            When(Inspect).Then(context => context.Saga.Warehouse = "inspected"),
            When(Move).Then(context => context.Saga.Warehouse = context.Message.To)
                .Publish(context => new OrderMoved(context.Saga.CorrelationId, context.Message.To)),
            When(Close).Publish(context => new OrderClosed(context.Saga.CorrelationId)).Finalize(),
            Ignore(Audit));
        SetCompletedWhenFinalized();
    }

    public State Open { get; private set; } = null!;

    public Event<PickLine> Pick { get; private set; } = null!;
    public Event<InspectOrder> Inspect { get; private set; } = null!;
    public Event<MoveWarehouse> Move { get; private set; } = null!;
    public Event<CloseOrder> Close { get; private set; } = null!;
    public Event<AuditOrder> Audit { get; private set; } = null!;
}

static class PickLineSteps
{
    public const int Parts = 3;

    public static EventActivityBinder<Order, PickLine> Record(this EventActivityBinder<Order, PickLine> binder) => binder.ThenAsync(async context =>
    {
        var (order, message, journal) = (context.Saga, context.Message, context.GetServiceOrCreateInstance<Journal>());
        journal.StepRan(message);
        order.Warehouse = message.Warehouse;
        order.Lines = [.. order.Lines.Union([message.Line]).Order()];
        order.Picked++;
        context.GetServiceOrCreateInstance<IPicks>().Add(new Pick(Guid.NewGuid(), message.OrderId, message.Line));
        for (var part = 1; part <= Parts; part++)
        {
            var picked = new LinePicked(message.OrderId, message.Line, part, context.GetRetryAttempt());
            await context.Publish(picked, FailDelivery(message.Trouble, part));
        }
        if (message.Trouble == Trouble.ThrowAlways || (message.Trouble == Trouble.ThrowOnce && context.GetRetryAttempt() == 0))
            throw new InvalidOperationException("The line's trouble.");
        if (message.Trouble == Trouble.Hold)
            await journal.HoldUntilReleased();
    });

    /// <summary>MassTransit's outbox pipe fails the delivery of a message with this header at the first attempt.</summary>
    static IPipe<PublishContext<LinePicked>> FailDelivery(Trouble trouble, int part) => Pipe.Execute<PublishContext<LinePicked>>(context =>
    {
        if (trouble == Trouble.FailDelivery && part == 2)
            context.Headers.Set("MT-Fail-Delivery", true);
    });
}
