namespace CourseGen.Sagas;

/// <summary>A step is committed, and what it published could not be delivered; the delivery is tried again, the step is not.</summary>
sealed class OutboxDeliveryException(Guid message, Exception reason) : Exception(
    $"What was published on message {message} is in the outbox and could not be delivered ({reason.Message}): see that the broker " +
    "answers and that the queues exist; it is tried again until then.", reason);
