namespace CourseGen.Sagas;

/// <summary>The tables that <see cref="PostgresOutboxModel.AddInboxAndOutbox"/> maps, for hand-written migrations.</summary>
public static class PostgresOutboxSchema
{
    /// <summary>
    /// DDL of `inbox` and `outbox`; may be run again. Bodies are `text`: `jsonb` would put a message's bytes in another order, refuses
    /// \u0000, and nobody searches them. `delivered_at` is in no index, so that setting it is a HOT update.
    /// </summary>
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS inbox (
            message_id uuid NOT NULL,
            consumer_id uuid NOT NULL,
            consumed_at timestamptz NOT NULL,
            receive_count integer NOT NULL,
            delivered_at timestamptz,
            PRIMARY KEY (message_id, consumer_id)
        ) WITH (fillfactor = 80);
        CREATE INDEX IF NOT EXISTS inbox_consumed_at ON inbox (consumed_at);
        CREATE TABLE IF NOT EXISTS outbox (
            inbox_message_id uuid NOT NULL,
            inbox_consumer_id uuid NOT NULL,
            sequence_number bigint NOT NULL,
            message_id uuid NOT NULL,
            request_id uuid,
            correlation_id uuid,
            conversation_id uuid,
            initiator_id uuid,
            source_address text,
            destination_address text,
            response_address text,
            fault_address text,
            sent_at timestamptz NOT NULL,
            expires_at timestamptz,
            content_type text NOT NULL,
            message_type text NOT NULL,
            body text NOT NULL,
            headers text,
            properties text,
            PRIMARY KEY (inbox_message_id, inbox_consumer_id, sequence_number)
        );
        """;
}
