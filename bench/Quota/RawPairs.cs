using CourseGen.Servers;
using Npgsql;

namespace CourseGen.Bench.Quota;

/// <summary>The least that a pair could be: two updates of one row, each committed by itself.</summary>
static class RawPairs
{
    public static async Task<PairFigures> Measure(PostgresServer postgres, TimeSpan length, int clients)
    {
        await using var source = NpgsqlDataSource.Create(await postgres.CreateDatabase());
        await using var create = source.CreateCommand("CREATE TABLE bucket (model text PRIMARY KEY, tokens bigint NOT NULL); INSERT INTO bucket VALUES ('one', 1000000000000)");
        await create.ExecuteNonQueryAsync();
        return await PairFigures.Measure(length, clients, async _ =>
        {
            await using var reserve = source.CreateCommand("UPDATE bucket SET tokens = tokens - 14200 WHERE model = 'one' AND tokens >= 14200");
            await reserve.ExecuteNonQueryAsync();
            await using var settle = source.CreateCommand("UPDATE bucket SET tokens = tokens + 14200 WHERE model = 'one'");
            await settle.ExecuteNonQueryAsync();
        });
    }
}
