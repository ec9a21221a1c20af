namespace CourseGen.Sagas;

/// <summary>
/// A message that a saga has consumed. The row is written by the step's own transaction, so one that others can see is consumed.
/// </summary>
sealed class InboxRow
{
    public Guid MessageId { get; init; }
    public Guid ConsumerId { get; init; }
    public DateTime ConsumedAt { get; init; }
    /// <summary>Deliveries of it, but for those whose step failed: 1 in the step that consumes it.</summary>
    public int ReceiveCount { get; init; }
    public DateTime? DeliveredAt { get; set; }
}
