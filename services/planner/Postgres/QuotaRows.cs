using CourseGen.Contracts;
using CourseGen.Planner.Quota;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>
/// The quotas' rows and what has happened to them. What is in flight and what is settled is read in one statement, after the lock and so in
/// a new snapshot: in one with the lock it would be as it was before the wait, in two a call settled in between would count twice or never.
/// </summary>
sealed class QuotaRows(StepBatch batch, DatabaseClock clock)
{
    const string All = "model, at, spent, progressive_spent, day_spent, requests_spent, pictures_spent, pictures_free_at, shrink, throttled_at, used, courses";

    /// <summary>Before any lock: whoever has one of several rows never has to wait for the birth of another.</summary>
    const string Ensure = "INSERT INTO quotas (model) SELECT model FROM unnest($1) AS model ORDER BY model ON CONFLICT DO NOTHING";

    const string Lock = $"SELECT {All} FROM quotas WHERE model = ANY ($1) ORDER BY model FOR UPDATE";

    const string TakeEntries = "WITH entry AS (DELETE FROM quota_entries WHERE model = ANY ($1) RETURNING id, model, at, tokens, charged, throttled)" + Happened;
    const string SeeEntries = "WITH entry AS (SELECT id, model, at, tokens, charged, throttled FROM quota_entries WHERE model = ANY ($1))" + Happened;

    /// <summary>Now; then entries, which have no course, in the order in which they were made; then what is in flight.</summary>
    const string Happened =
        """

        SELECT NULL AS model, coalesce($2, clock_timestamp()) AS at, NULL AS tokens, NULL AS charged, NULL AS throttled,
            NULL::uuid AS course_id, NULL::jsonb AS call, NULL::integer AS calls, NULL::timestamptz AS lease_ends
        UNION ALL
        (SELECT model, at, tokens, charged, throttled, NULL, NULL, NULL, NULL FROM entry ORDER BY id)
        UNION ALL
        SELECT model, started_at, NULL, NULL, NULL, course_id, call,
            (granted -> 'calls')::integer * (jsonb_array_length(items) - jsonb_array_length(settled)), lease_ends
        FROM reservations WHERE model = ANY ($1) AND NOT closed AND call IS NOT NULL
        """;

    /// <summary>Locks the models' rows in the order of their keys, and takes what has happened to them, in one round trip. It is for the caller to keep it.</summary>
    public Task<QuotaReading> Take(IReadOnlyList<ModelRef> models, CancellationToken token)
    {
        var keys = KeysOf(models);
        return batch.Ask(
            [SqlValues.Command(Ensure, SqlValues.Of(keys)), SqlValues.Command(Lock, SqlValues.Of(keys)), Events(TakeEntries, keys)],
            async reader =>
            {
                var beliefs = await ReadBeliefs(reader, token);
                await reader.NextResultAsync(token);
                return await QuotaReading.Read(reader, beliefs, token);
            }, token);
    }

    /// <summary>All models' without taking anything, and without a lock.</summary>
    public async Task<QuotaReading> Peek(CancellationToken token)
    {
        var beliefs = await batch.Ask([SqlValues.Command($"SELECT {All} FROM quotas ORDER BY model")], reader => ReadBeliefs(reader, token), token);
        return await batch.Ask([Events(SeeEntries, KeysOf([.. beliefs.Select(belief => belief.Model)]))], reader => QuotaReading.Read(reader, beliefs, token), token);
    }

    /// <summary>Of a row that is locked.</summary>
    public void Update(QuotaBelief belief) => batch.Write(SqlValues.Command(
        """
        UPDATE quotas SET at = $2, spent = $3, progressive_spent = $4, day_spent = $5, requests_spent = $6, pictures_spent = $7,
            pictures_free_at = $8, shrink = $9, throttled_at = $10, used = $11, courses = $12
        WHERE model = $1
        """,
        SqlValues.Text(Columns.KeyOf(belief.Model)), SqlValues.Time(belief.At), SqlValues.Of(belief.Spent), SqlValues.Of(belief.ProgressiveSpent),
        SqlValues.Of(belief.DaySpent), SqlValues.Of(belief.RequestsSpent), SqlValues.Of(belief.PicturesSpent), SqlValues.Time(belief.PicturesFreeAt),
        SqlValues.Of(belief.Shrink), SqlValues.Time(belief.ThrottledAt), SqlValues.Of(belief.Used), SqlValues.Json(belief.Courses)));

    public void Insert(QuotaEntry entry) => batch.Write(SqlValues.Command(
        "INSERT INTO quota_entries (id, model, tokens, charged, throttled, at) VALUES ($1, $2, $3, $4, $5, coalesce($6, clock_timestamp()))",
        SqlValues.Of(entry.Id), SqlValues.Text(Columns.KeyOf(entry.Model)), SqlValues.Of(entry.Tokens), SqlValues.Of(entry.Charged),
        SqlValues.Of(entry.Throttled), SqlValues.Time(entry.At == default ? null : entry.At)));

    NpgsqlBatchCommand Events(string sql, string[] keys) => SqlValues.Command(sql, SqlValues.Of(keys), SqlValues.Time(clock.Now));

    static async Task<IReadOnlyList<QuotaBelief>> ReadBeliefs(NpgsqlDataReader reader, CancellationToken token)
    {
        var beliefs = new List<QuotaBelief>();
        while (await reader.ReadAsync(token))
            beliefs.Add(new QuotaBelief
            {
                Model = Columns.ModelOf(reader.GetString(0))!,
                At = reader.TimeAt(1),
                Spent = reader.GetDouble(2),
                ProgressiveSpent = reader.GetDouble(3),
                DaySpent = reader.GetDouble(4),
                RequestsSpent = reader.GetDouble(5),
                PicturesSpent = reader.GetDouble(6),
                PicturesFreeAt = reader.TimeAt(7),
                Shrink = reader.GetDouble(8),
                ThrottledAt = reader.TimeAt(9),
                Used = reader.GetDouble(10),
                Courses = reader.JsonAt<IReadOnlyList<CourseShare>>(11),
            });
        return beliefs;
    }

    static string[] KeysOf(IReadOnlyList<ModelRef> models) => [.. models.Select(model => Columns.KeyOf(model)!)];
}
