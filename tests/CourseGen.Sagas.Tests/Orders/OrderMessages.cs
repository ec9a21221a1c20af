namespace CourseGen.Sagas.Orders;

/// <summary>What goes wrong while a line is picked.</summary>
public enum Trouble
{
    None,
    /// <summary>The first attempt changes everything, publishes, and then throws.</summary>
    ThrowOnce,
    /// <summary>So does every attempt.</summary>
    ThrowAlways,
    /// <summary>The second of the messages published cannot be delivered at the first attempt.</summary>
    FailDelivery,
    /// <summary>The step changes everything, publishes, and then waits for <see cref="Journal.Release"/>.</summary>
    Hold,
}

/// <summary>Pick a line of an order; the first one opens the order.</summary>
public sealed record PickLine(Guid OrderId, int Line, Trouble Trouble = Trouble.None, string Warehouse = "");

/// <param name="Part">Each picked line is announced in <see cref="PickLineSteps.Parts"/> messages.</param>
/// <param name="Attempt">The attempt that published it, from 0.</param>
public sealed record LinePicked(Guid OrderId, int Line, int Part, int Attempt);

/// <summary>Look at an order; changes of the saga are not kept.</summary>
public sealed record InspectOrder(Guid OrderId);

/// <summary>Moves every order of one warehouse to another.</summary>
public sealed record MoveWarehouse(string From, string To);

public sealed record OrderMoved(Guid OrderId, string To);

/// <summary>Ends an order; for an order that is not there it is discarded.</summary>
public sealed record CloseOrder(Guid OrderId);

public sealed record OrderClosed(Guid OrderId);

/// <summary>For an order that is not there it is a fault.</summary>
public sealed record AuditOrder(Guid OrderId);

/// <summary>Says that everything published before it has arrived.</summary>
public sealed record Marker(Guid Id);
