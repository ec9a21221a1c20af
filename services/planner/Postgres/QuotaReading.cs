using CourseGen.Contracts;
using CourseGen.Planner.Quota;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>Quotas' rows, what has happened that is not in them yet, and what is in flight.</summary>
sealed record QuotaReading(IReadOnlyList<QuotaBelief> Beliefs)
{
    readonly List<QuotaEntry> _entries = [];
    readonly List<InFlight> _inFlight = [];

    public DateTimeOffset Now { get; private set; }

    public QuotaBook Open(QuotaBooks books, QuotaLimits limits) => books.Open(
        limits, Beliefs.First(belief => belief.Model == limits.Model), [.. _inFlight.Where(work => work.Model == limits.Model)],
        _entries.Where(entry => entry.Model == limits.Model), Now);

    /// <param name="reader">Of the columns model, at, tokens, charged, throttled, course_id, call, calls, lease_ends.</param>
    public static async Task<QuotaReading> Read(NpgsqlDataReader reader, IReadOnlyList<QuotaBelief> beliefs, CancellationToken token)
    {
        var (reading, estimates, models) = (new QuotaReading(beliefs), new Dictionary<string, CallEstimate>(), beliefs.ToDictionary(belief => Columns.KeyOf(belief.Model)!, belief => belief.Model));
        while (await reader.ReadAsync(token))
            if (reader.IsDBNull(0))
                reading.Now = reader.GetFieldValue<DateTimeOffset>(1);
            else if (reader.IsDBNull(5))
                reading._entries.Add(EntryOf(reader, models[reader.GetString(0)]));
            else
                reading._inFlight.Add(FlightOf(reader, models[reader.GetString(0)], estimates));
        return reading;
    }

    static QuotaEntry EntryOf(NpgsqlDataReader reader, ModelRef model) => new()
    {
        Id = Guid.Empty,
        Model = model,
        At = reader.GetFieldValue<DateTimeOffset>(1),
        Tokens = reader.GetDouble(2),
        Charged = reader.GetDouble(3),
        Throttled = reader.GetBoolean(4),
    };

    /// <param name="estimates">Read already, by their text: many calls are alike.</param>
    static InFlight FlightOf(NpgsqlDataReader reader, ModelRef model, Dictionary<string, CallEstimate> estimates)
    {
        var text = reader.GetString(6);
        if (!estimates.TryGetValue(text, out var call))
            estimates[text] = call = reader.JsonAt<CallEstimate>(6);
        return new InFlight(reader.GetGuid(5), model, call, reader.GetInt32(7), reader.TimeAt(1), reader.GetFieldValue<DateTimeOffset>(8));
    }
}
