namespace CourseGen.Planner.Quota;

/// <summary>One model's quota, opened by a step that reserves from it: the belief brought to now, and the calls in flight.</summary>
sealed class QuotaBook
{
    readonly List<Flight> _flights;
    readonly List<(Guid Course, Flight Call)> _next = [];
    readonly double _returned;
    readonly DateTimeOffset _now;

    /// <param name="inFlight">Of the model.</param>
    /// <param name="entries">Not yet taken in.</param>
    public QuotaBook(
        QuotaLimits limits, QuotaBelief belief, IReadOnlyList<InFlight> inFlight, IEnumerable<QuotaEntry> entries, DateTimeOffset now, TimeSpan cleanMinute)
    {
        (Limits, Belief, _now) = (limits, belief, now);
        var running = inFlight.ToLookup(work => work.LeaseEnds > now);
        _flights = [.. running[true].Select(FlightOf)];
        _returned = running[false].Sum(work => FlightOf(work) is var gone ? gone.Reserved * gone.Count : 0);
        foreach (var (work, flight) in running[true].Zip(_flights))
            Expect(work.CourseId, work.Call, flight);
        var starts = running[true].Zip(_flights, (work, flight) => (work.StartedAt, flight.Reserved * flight.Count)).Append((null, _returned));
        belief.Advance(now, limits, cleanMinute, entries, starts, Hidden);
        Queue = new FairQueue(belief, now);
    }

    public QuotaLimits Limits { get; }

    public QuotaBelief Belief { get; }

    public FairQueue Queue { get; }

    public int CallsInFlight => (int)_flights.Sum(flight => flight.Count);

    public double Reserved => _flights.Sum(flight => flight.Reserved * flight.Count);

    /// <summary>What is left, at worst.</summary>
    public double Level => Math.Min(AtEnd, Progressive - Hidden);

    public double Refill => Limits.Tokens.Refill * Belief.Shrink;

    double Hidden => _flights.Sum(flight => flight.Hidden);

    double AtEnd => Limits.Tokens.Capacity - Belief.Spent + _returned;

    double Progressive => Limits.Tokens.Capacity - Belief.ProgressiveSpent + _returned;

    /// <summary>Grants the calls of one item if they fit.</summary>
    /// <param name="isFirst">Of its command, within which the worker keeps the gap between pictures.</param>
    public bool TryGrant(Guid course, CallEstimate call, int calls, bool isFirst)
    {
        var flight = Flight.Of(call, Limits.Burndown, calls);
        if ((isFirst && PicturesDelay(call.Pictures) > 0) || !Fits(course, flight, call.Pictures * calls))
            return false;
        _flights.Add(flight with { IsTaken = true });
        Expect(course, call, flight);
        Belief.Take(flight.Reserved * calls, calls, call.Pictures * calls, Limits.PictureGap, _now);
        return true;
    }

    public bool Fits(Guid course, CallEstimate call) => PicturesDelay(call.Pictures) <= 0 && Fits(course, Flight.Of(call, Limits.Burndown, 1), call.Pictures);

    /// <returns>When the call can start.</returns>
    public DateTimeOffset FitsAt(Guid course, CallEstimate call)
    {
        var flight = Flight.Of(call, Limits.Burndown, 1);
        var delay = new[] { PicturesDelay(call.Pictures), CountsDelay(flight, call.Pictures), IsAlone(flight) ? 0 : TokensDelay(course, flight) }.Max();
        return _now + TimeSpan.FromSeconds(Math.Min(delay, TimeSpan.FromDays(1).TotalSeconds));
    }

    double TokensDelay(Guid course, Flight flight)
    {
        if (!Limits.Tokens.IsLimited)
            return 0;
        var rest = Math.Max(0, flight.Reserved - Math.Min(AtEnd, Progressive)) / Refill;
        var horizon = flight.Remaining + Math.Max(rest, _flights.Select(other => other.Remaining).DefaultIfEmpty(0).Max());
        return ProjectionOver(course, flight, horizon).Delay(flight) ?? horizon;
    }

    double CountsDelay(Flight flight, int pictures) => new[]
    {
        Delay(Limits.Requests, Belief.RequestsSpent, flight.Count),
        Delay(Limits.Pictures, Belief.PicturesSpent, pictures),
        Delay(Limits.DayTokens, Belief.DaySpent, flight.Reserved * flight.Count),
    }.Max();

    double PicturesDelay(int pictures) => pictures > 0 && Belief.PicturesFreeAt is { } free ? Math.Max(0, (free - _now).TotalSeconds) : 0;

    static double Delay(Rate rate, double spent, double wanted) =>
        rate.IsLimited && wanted > 0 ? Math.Max(0, spent + wanted - rate.Capacity) / rate.Refill : 0;

    bool Fits(Guid course, Flight flight, int pictures) =>
        CountsDelay(flight, pictures) <= 0 && (!Limits.Tokens.IsLimited || IsAlone(flight) || ProjectionOver(course, flight, Horizon(flight)).Bears(flight));

    /// <summary>On a full bucket a call that can be admitted at all is, though its charge may be more than the bucket holds: it will never fit better.</summary>
    bool IsAlone(Flight flight) =>
        _flights.Count == 0 && flight.Reserved * flight.Count <= Limits.Tokens.Capacity && Math.Min(AtEnd, Progressive) >= 0.999 * Limits.Tokens.Capacity;

    double Horizon(Flight flight) => _flights.Append(flight).Max(other => other.Remaining);

    /// <summary>A call leaves room for longer ones of its course that are to come while it runs: it has the time, they have not.</summary>
    Projection ProjectionOver(Guid course, Flight flight, double horizon) => new(
        Limits.Tokens.Capacity, Refill, AtEnd, Progressive,
        _flights.Concat(_next.Where(next => next.Course == course && next.Call.Duration > flight.Duration).Select(next => next.Call)), horizon);

    void Expect(Guid course, CallEstimate call, Flight flight)
    {
        if (call.Next is { } next)
            _next.Add((course, Flight.Of(next, Limits.Burndown, (int)flight.Count) with { Elapsed = Math.Min(0, flight.Elapsed - flight.Duration) }));
    }

    Flight FlightOf(InFlight work) => Flight.Of(work.Call, Limits.Burndown, work.Calls) with
    {
        Elapsed = work.StartedAt is { } started ? Math.Max(0, (_now - started).TotalSeconds) : 0,
        IsTaken = true,
    };
}
