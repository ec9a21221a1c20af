using Npgsql;

namespace CourseGen.Resilience.Tests.Clusters;

/// <summary>The planner's database as an operator sees it.</summary>
sealed class DatabaseRows(string connectionString)
{
    public async Task<long> Outbox() => (long)(await Scalar("SELECT count(*) FROM outbox"))!;

    public async Task<long> Courses() => (long)(await Scalar("SELECT count(*) FROM courses"))!;

    public async Task<long> Finished(Guid course) =>
        (long)(await Scalar($"SELECT count(*) FROM work_items WHERE course_id = '{course}' AND status IN ('Done', 'Gap', 'Skipped')"))!;

    /// <summary>Commands whose lease ended before they were settled.</summary>
    public async Task<long> EndedLeases() => (long)(await Scalar("SELECT count(*) FROM reservations WHERE closed"))!;

    /// <summary>What is unfinished, for messages.</summary>
    public string Describe()
    {
        try
        {
            return $"{Scalar("SELECT string_agg(line, '; ') FROM (SELECT kind || ' ' || status || ' ' || count(*) AS line FROM work_items GROUP BY kind, status ORDER BY 1) AS items").GetAwaiter().GetResult()}";
        }
        catch (NpgsqlException away)
        {
            return $"The database cannot be asked: {away.Message}";
        }
    }

    async Task<object?> Scalar(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
