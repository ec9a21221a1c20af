using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>How the connections of steps differ from others: steps send the same short statements over and over, and each finds its rows by a key.</summary>
static class StepConnections
{
    /// <summary>A step has some forty different statements.</summary>
    const int PreparedStatements = 100;

    /// <summary>
    /// Rows that are settled leave many dead ones behind. A plain scan of an index marks what it finds dead, so that the next one passes over
    /// it; a scan of the table, or by a bitmap, goes through all of them each time, until a vacuum. So the one plan of a statement is right
    /// always, also when it is made while the table is small.
    /// </summary>
    const string Planning = "-c enable_bitmapscan=off -c enable_seqscan=off -c plan_cache_mode=force_generic_plan";

    /// <param name="connectionString">Npgsql's; what it says of prepared statements goes before.</param>
    public static string Of(string connectionString)
    {
        // A step changes no setting that outlives its transaction, so there is nothing to reset.
        var own = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true };
        own.Options = $"{own.Options} {Planning}".Trim();
        if (own.MaxAutoPrepare == 0)
            own.MaxAutoPrepare = PreparedStatements;
        return own.ConnectionString;
    }
}
