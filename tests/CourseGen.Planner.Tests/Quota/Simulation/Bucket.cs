namespace CourseGen.Planner.Tests.Quota.Simulation;

/// <summary>
/// A model endpoint's quota: a bucket that refills evenly and may carry a debt. It admits a call on input and max_tokens, and charges input
/// and burndown × output: as it is written, or at the end of the call. It is the only judge of refusals and overshoot.
/// </summary>
sealed class Bucket
{
    readonly double _capacity;
    readonly double _burndown;
    readonly bool _progressive;
    readonly List<RunningCall> _running = [];
    double _level;
    double _at;

    public Bucket(double tokensPerMinute, double burndown, bool progressive) =>
        (_capacity, _level, _burndown, _progressive) = (tokensPerMinute, tokensPerMinute, burndown, progressive);

    public int Refused { get; private set; }

    /// <summary>Most tokens that the level was below zero.</summary>
    public double Overshoot { get; private set; }

    public double Lowest { get; private set; } = double.MaxValue;

    /// <summary>Tokens burnt by what was written, whenever it is charged.</summary>
    public double Burnt { get; private set; }

    public double Level => _level;

    public bool TryStart(RunningCall call, double now)
    {
        MoveTo(now);
        if (_level < call.Input + call.MaxTokens)
        {
            Refused++;
            return false;
        }
        _level -= call.Input + call.MaxTokens;
        Burnt += call.Input;
        _running.Add(call);
        return true;
    }

    public void End(RunningCall call, double now)
    {
        MoveTo(now);
        _running.Remove(call);
        _level = Math.Min(_capacity, _level + call.MaxTokens - (_progressive ? call.Output : _burndown * call.Output));
        Judge();
    }

    /// <summary>Between two moments the level changes evenly as long as no call begins to write, so it is lowest at a call's end or start.</summary>
    public void MoveTo(double now)
    {
        foreach (var moment in _running.Select(call => call.WritesFrom).Where(moment => moment > _at && moment < now).Order().Append(now))
        {
            var seconds = moment - _at;
            var pace = _running.Where(call => _at >= call.WritesFrom).Sum(call => call.Pace);
            _level = Math.Min(_capacity, _level + (_capacity / 60 * seconds) - (_progressive ? (_burndown - 1) * pace * seconds : 0));
            Burnt += _burndown * pace * seconds;
            _at = moment;
            Judge();
        }
    }

    void Judge() => (Overshoot, Lowest) = (Math.Max(Overshoot, -_level), Math.Min(Lowest, _level));
}

/// <param name="WritesFrom">In seconds since the start of the simulation.</param>
/// <param name="Pace">Tokens a second.</param>
sealed record RunningCall(double Input, double Output, double MaxTokens, double WritesFrom, double Pace);
