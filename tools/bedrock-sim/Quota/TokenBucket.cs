namespace CourseGen.BedrockSim.Quota;

/// <summary>
/// The tokens of one model's quota over time, with debt. Time is the model's seconds since the simulation's start. The level is
/// piecewise linear – refill less what the calls in flight burn – and is followed from bend to bend, so that its lowest point is exact
/// however seldom anybody asks. Charges as in Amazon Bedrock's page on token burndown.
/// </summary>
/// <param name="observe">Told the bucket's state after each straight piece.</param>
/// <param name="step">Longest piece in seconds while anything happens.</param>
sealed class TokenBucket(
    SimulatedQuota quota, double burndown, Settlement settlement, Refill refill, Action<TokenBucket>? observe = null, double step = double.PositiveInfinity)
{
    const double Minute = 60;

    readonly List<AdmittedCall> _calls = [];
    SimulatedQuota _quota = quota;
    double _burndown = burndown;

    public double Now { get; private set; }
    public double Level { get; private set; } = quota.Capacity;
    public double Lowest { get; private set; } = quota.Capacity;

    /// <summary>What calls cost up to now, output as it was generated, in either settlement.</summary>
    public double Charged { get; private set; }

    /// <summary>Refill that found the bucket full.</summary>
    public double Lost { get; private set; }

    public IReadOnlyList<AdmittedCall> Calls => _calls;

    double RefillPerSecond => refill == Refill.Bucket ? (_quota.TokensPerMinute ?? 0) / Minute : 0;

    /// <returns>The call; null when its reservation does not fit.</returns>
    public AdmittedCall? Admit(CallSize size, double at)
    {
        Advance(at);
        if (_quota.TokensPerMinute is not null && Level < size.Reserved)
            return null;
        var call = new AdmittedCall(size, Now);
        _calls.Add(call);
        Charged += size.Input + size.CacheWrite;
        Change(-size.Reserved);
        return call;
    }

    /// <summary>Ends a call early: it costs what it has written.</summary>
    public void Abort(AdmittedCall call, double at)
    {
        Advance(at);
        if (_calls.Contains(call))
            Finish(call, call.Generated);
    }

    /// <summary>The level keeps its distance from the capacity.</summary>
    public void SetQuota(SimulatedQuota changed, double changedBurndown, double at)
    {
        Advance(at);
        _burndown = changedBurndown;
        Level = double.IsFinite(changed.Capacity) && double.IsFinite(Level) ? Math.Min(changed.Capacity, Level + changed.Capacity - _quota.Capacity) : changed.Capacity;
        _quota = changed;
    }

    /// <param name="to">A time that has passed already changes nothing.</param>
    public void Advance(double to)
    {
        while (Now < to)
        {
            var next = Math.Min(to, NextBend());
            Follow(next);
            foreach (var call in _calls.Where(call => call.End <= Now).ToList())
                Finish(call, call.Size.Output);
            if (refill == Refill.Window && Now % Minute == 0)
                Level = _quota.Capacity;
            observe?.Invoke(this);
        }
    }

    double NextBend()
    {
        var next = refill == Refill.Window ? (Math.Floor(Now / Minute) + 1) * Minute : double.PositiveInfinity;
        foreach (var call in _calls)
            next = Math.Min(next, call.NextChange(Now));
        return _calls.Count > 0 || Level < _quota.Capacity ? Math.Min(next, Now + step) : next;
    }

    /// <summary>Along one straight piece.</summary>
    void Follow(double to)
    {
        var seconds = to - Now;
        var written = 0.0;
        foreach (var call in _calls.Where(call => call.IsWriting(Now)))
        {
            call.Generated += call.Size.Rate * seconds;
            written += call.Size.Rate * seconds;
        }
        Charged += _burndown * written;
        Now = to;
        Change((RefillPerSecond * seconds) - Burn(written));
    }

    /// <summary>Of output beyond what was reserved for it at 1x.</summary>
    double Burn(double output) => settlement == Settlement.Progressive ? (_burndown - 1) * output : 0;

    void Finish(AdmittedCall call, double output)
    {
        _calls.Remove(call);
        Charged += _burndown * (output - call.Generated);
        Change(settlement == Settlement.Progressive
            ? call.Size.CacheRead + call.Size.MaxTokens - output - Burn(output - call.Generated)
            : call.Size.Reserved - call.Size.Charge(_burndown, output));
        call.Generated = output;
    }

    void Change(double tokens)
    {
        Level += tokens;
        Lowest = Math.Min(Lowest, Level);
        if (Level <= _quota.Capacity)
            return;
        Lost += Level - _quota.Capacity;
        Level = _quota.Capacity;
    }
}
