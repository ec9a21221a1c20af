using Microsoft.EntityFrameworkCore;

namespace CourseGen.Sagas;

/// <summary>Adds the inbox and the outbox to a DbContext's model.</summary>
public static class PostgresOutboxModel
{
    /// <summary>
    /// Maps the tables `inbox` and `outbox` of <see cref="PostgresOutboxSchema"/>. They are looked up in the connection's search path.
    /// </summary>
    public static ModelBuilder AddInboxAndOutbox(this ModelBuilder model)
    {
        model.Entity<InboxRow>(inbox =>
        {
            inbox.ToTable("inbox", schema: null);
            inbox.HasKey(row => new { row.MessageId, row.ConsumerId });
            inbox.HasIndex(row => row.ConsumedAt).HasDatabaseName("inbox_consumed_at");
            inbox.Property(row => row.MessageId).HasColumnName("message_id");
            inbox.Property(row => row.ConsumerId).HasColumnName("consumer_id");
            inbox.Property(row => row.ConsumedAt).HasColumnName("consumed_at");
            inbox.Property(row => row.ReceiveCount).HasColumnName("receive_count");
            inbox.Property(row => row.DeliveredAt).HasColumnName("delivered_at");
        });
        model.Entity<OutboxRow>(outbox =>
        {
            outbox.ToTable("outbox", schema: null);
            outbox.HasKey(row => new { row.InboxMessageId, row.InboxConsumerId, row.SequenceNumber });
            outbox.Property(row => row.InboxMessageId).HasColumnName("inbox_message_id");
            outbox.Property(row => row.InboxConsumerId).HasColumnName("inbox_consumer_id");
            outbox.Property(row => row.SequenceNumber).HasColumnName("sequence_number").ValueGeneratedNever();
            outbox.Property(row => row.MessageId).HasColumnName("message_id");
            outbox.Property(row => row.RequestId).HasColumnName("request_id");
            outbox.Property(row => row.CorrelationId).HasColumnName("correlation_id");
            outbox.Property(row => row.ConversationId).HasColumnName("conversation_id");
            outbox.Property(row => row.InitiatorId).HasColumnName("initiator_id");
            outbox.Property(row => row.SourceAddress).HasColumnName("source_address");
            outbox.Property(row => row.DestinationAddress).HasColumnName("destination_address");
            outbox.Property(row => row.ResponseAddress).HasColumnName("response_address");
            outbox.Property(row => row.FaultAddress).HasColumnName("fault_address");
            outbox.Property(row => row.SentAt).HasColumnName("sent_at");
            outbox.Property(row => row.ExpiresAt).HasColumnName("expires_at");
            outbox.Property(row => row.ContentType).HasColumnName("content_type");
            outbox.Property(row => row.MessageType).HasColumnName("message_type");
            outbox.Property(row => row.Body).HasColumnName("body");
            outbox.Property(row => row.Headers).HasColumnName("headers");
            outbox.Property(row => row.Properties).HasColumnName("properties");
        });
        return model;
    }
}
