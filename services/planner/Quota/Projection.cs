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

    /// <summary>Of the time between two moments, when it is to be told exactly when calls can start.</summary>
    const int Halvings = 4;

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
        var after = 0.0;
        foreach (var moment in _seconds)
        {
            if (BearsIn(moment, flight))
                return Between(after, moment, flight);
            after = moment;
        }
        return null;
    }

    /// <summary>Narrows down when the calls can start: after one moment, and at another at last.</summary>
    double Between(double after, double until, Flight flight)
    {
        for (var i = 0; i < Halvings && until > 0; i++)
        {
            var middle = (after + until) / 2;
            (after, until) = BearsIn(middle, flight) ? (after, middle) : (middle, until);
        }
        return until;
    }

    bool BearsIn(double delay, Flight flight) => Bears(flight with { Elapsed = -delay });

    /// <summary>Whether the bucket can bear these calls too, from their start on: a debt before it is not of their making.</summary>
    public bool Bears(Flight flight)
    {
        var start = Math.Max(0, -flight.Elapsed);
        var (level, progressive, last, before) = (_level, _progressiveLevel, 0.0, default(Burn));
        foreach (var (seconds, others) in MomentsWith(start))
        {
            var burn = others + flight.After(seconds);
            var refill = _refill * (seconds - last);
            level = Math.Min(_capacity, level + refill - burn.AtEnd + before.AtEnd);
            progressive = Math.Min(_capacity, progressive + refill - burn.Progressive + before.Progressive);
            (last, before) = (seconds, burn);
            if (seconds >= start && (level < MarginAtEnd(burn) || progressive < Math.Sqrt(burn.ProgressiveVariance)))
                return false;
        }
        return true;
    }

    static double MarginAtEnd(Burn burn) => EndCaution * Math.Sqrt(burn.AtEndVariance + (burn.Unheard * burn.Unheard));

    /// <summary>The moments looked at and one more among them, with what is burnt by then.</summary>
    IEnumerable<(double Seconds, Burn Burn)> MomentsWith(double extra)
    {
        for (var i = 0; i <= Moments; i++)
        {
            if (i > 0 && _seconds[i - 1] < extra && extra < _seconds[i])
                yield return (extra, Burn.Between(_burn[i - 1], _burn[i], (extra - _seconds[i - 1]) / (_seconds[i] - _seconds[i - 1])));
            yield return (_seconds[i], _burn[i]);
        }
    }
}
