using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Planner.Estimates;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>What all planners learned of model calls (table <c>learned_calls</c>).</summary>
static class LearnedCallsTable
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Task<Dictionary<ModelStage, CallStatistics>> Read(NpgsqlConnection connection, CancellationToken token) =>
        Read(new NpgsqlCommand("SELECT model, kind, statistics FROM learned_calls", connection), token);

    /// <summary>Adds to what is there, row by row in the order of their keys, so that two planners never wait for each other in a ring.</summary>
    public static async Task Add(NpgsqlConnection connection, IReadOnlyDictionary<ModelStage, CallStatistics> learned, CancellationToken token)
    {
        foreach (var (calls, statistics) in learned.OrderBy(one => Columns.KeyOf(one.Key.Model), StringComparer.Ordinal).ThenBy(one => one.Key.Kind))
        {
            await using var transaction = await connection.BeginTransactionAsync(token);
            await using var insert = Command("INSERT INTO learned_calls (model, kind, statistics) VALUES ($1, $2, $3::jsonb) ON CONFLICT DO NOTHING", calls, CallStatistics.None);
            await insert.ExecuteNonQueryAsync(token);
            await using var find = new NpgsqlCommand("SELECT model, kind, statistics FROM learned_calls WHERE model = $1 AND kind = $2 FOR UPDATE", connection)
            {
                Parameters = { new() { Value = Columns.KeyOf(calls.Model) }, new() { Value = calls.Kind.ToString() } },
            };
            var before = (await Read(find, token))[calls];
            await using var update = Command("UPDATE learned_calls SET statistics = $3::jsonb WHERE model = $1 AND kind = $2", calls, before.With(statistics));
            await update.ExecuteNonQueryAsync(token);
            await transaction.CommitAsync(token);
        }

        NpgsqlCommand Command(string sql, ModelStage calls, CallStatistics statistics) => new(sql, connection)
        {
            Parameters =
            {
                new() { Value = Columns.KeyOf(calls.Model) }, new() { Value = calls.Kind.ToString() }, new() { Value = JsonSerializer.Serialize(statistics, Json) },
            },
        };
    }

    static async Task<Dictionary<ModelStage, CallStatistics>> Read(NpgsqlCommand command, CancellationToken token)
    {
        await using var reader = await command.ExecuteReaderAsync(token);
        var found = new Dictionary<ModelStage, CallStatistics>();
        while (await reader.ReadAsync(token))
            if (Columns.ModelOf(reader.GetString(0)) is { } model && Enum.TryParse<WorkKind>(reader.GetString(1), out var kind))
                found[new(model, kind)] = JsonSerializer.Deserialize<CallStatistics>(reader.GetString(2), Json)!;
        return found;
    }
}
