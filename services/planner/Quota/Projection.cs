namespace CourseGen.Planner.Quota;

/// <summary>
/// The level of a model's bucket from now until the last call in flight has ended, if no further call started: twice, because it is
/// not known whether the endpoint charges output as it is written or at the end. Both must stay above what chance may add to the burn.
/// </summary>
sealed class Projection
{
    /// <summary>Moments looked at: dense at first, since a prediction is made anew before the far ones come.</summary>
    const int Moments = 48;

    /// <summary>Charges at the end come as steps, and nothing can be done about them any more: found in simulation, see ADR 18.</summary>
    const double EndCaution = 1.5;

    readonly double[] _seconds = new double[Moments + 1];
    readonly Burn[] _burn = new Burn[Moments + 1];
    readonly double _capacity;
    readonly double _refill;
    readonly double _level;
    readonly double _progressiveLevel;

    /// <param name="capacity">Of the bucket, in tokens.</param>
    /// <param name="refill">In tokens a second.</param>
    /// <param name="level">Now, when calls are charged at their end.</param>
    /// <param name="progressiveLevel">Now, when they are charged as they write.</param>
    /// <param name="horizon">In seconds; everything in flight ends within.</param>
    public Projection(double capacity, double refill, double level, double progressiveLevel, IEnumerable<Flight> flights, double horizon)
    {
        (_capacity, _refill, _level, _progressiveLevel) = (capacity, refill, level, progressiveLevel);
        for (var i = 0; i <= Moments; i++)
            _seconds[i] = horizon * i * i / (Moments * Moments);
        foreach (var flight in flights)
            for (var i = 0; i <= Moments; i++)
                _burn[i] += flight.After(_seconds[i]);
    }

    /// <returns>In how many seconds the calls can start; null: not within the horizon.</returns>
    public double? Delay(Flight flight)
    {
        foreach (var delay in _seconds)
            if (Bears(flight with { Elapsed = -delay }))
                return delay;
        return null;
    }

    /// <summary>Whether the bucket can bear these calls too.</summary>
    public bool Bears(Flight flight)
    {
        var (level, progressive, before) = (_level, _progressiveLevel, default(Burn));
        for (var i = 0; i <= Moments; i++)
        {
            var burn = _burn[i] + flight.After(_seconds[i]);
            var refill = i == 0 ? 0 : _refill * (_seconds[i] - _seconds[i - 1]);
            level = Math.Min(_capacity, level + refill - burn.AtEnd + before.AtEnd);
            progressive = Math.Min(_capacity, progressive + refill - burn.Progressive + before.Progressive);
            if (level < EndCaution * Math.Sqrt(burn.AtEndVariance + (burn.Unheard * burn.Unheard)) || progressive < Math.Sqrt(burn.ProgressiveVariance))
                return false;
            before = burn;
        }
        return true;
    }
}
