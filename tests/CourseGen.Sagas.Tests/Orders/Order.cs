using MassTransit;

namespace CourseGen.Sagas.Orders;

/// <summary>The saga that the contract is tested with.</summary>
public sealed class Order : SagaStateMachineInstance, IRow<Order>
{
    public Guid CorrelationId { get; set; }
    public string CurrentState { get; set; } = "";
    public string Warehouse { get; set; } = "";
    /// <summary>The set of lines picked, sorted.</summary>
    public IReadOnlyList<int> Lines { get; set; } = [];
    /// <summary>How often a line was picked: more than the set's size when one was counted twice.</summary>
    public int Picked { get; set; }

    object IRow<Order>.Key => CorrelationId;
    Guid IRow<Order>.Partition => CorrelationId;
    Order IRow<Order>.Copy() => (Order)MemberwiseClone();
}

/// <summary>A row of work beside the saga.</summary>
public sealed record Pick(Guid Id, Guid OrderId, int Line) : IRow<Pick>
{
    object IRow<Pick>.Key => Id;
    Guid IRow<Pick>.Partition => OrderId;
    Pick IRow<Pick>.Copy() => this;
}

/// <summary>The rows beside the saga: in a step through the step's own session, outside it what is committed.</summary>
public interface IPicks
{
    void Add(Pick pick);

    Task<int> Count(Guid order);
}
