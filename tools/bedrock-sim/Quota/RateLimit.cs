namespace CourseGen.BedrockSim.Quota;

/// <summary>So many in a period, of requests or of a day's tokens. Time is the model's seconds since the simulation's start.</summary>
sealed class RateLimit(double period, Refill refill)
{
    double _used;
    double _at;

    /// <summary>Whether so much more fits; takes nothing.</summary>
    public bool Fits(double amount, double? limit, double at)
    {
        if (limit is not { } most)
            return true;
        if (refill == Refill.Bucket)
            _used = Math.Max(0, _used - (Math.Max(0, at - _at) * most / period));
        else if (Math.Floor(at / period) > Math.Floor(_at / period))
            _used = 0;
        _at = Math.Max(_at, at);
        return _used + amount <= most;
    }

    /// <summary>Negative to give back.</summary>
    public void Take(double amount) => _used = Math.Max(0, _used + amount);
}
