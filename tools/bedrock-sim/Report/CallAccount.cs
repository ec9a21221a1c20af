using CourseGen.BedrockSim.Quota;

namespace CourseGen.BedrockSim.Report;

/// <summary>The tally of one quota's calls; its keeper's lock guards it.</summary>
/// <param name="interval">Model seconds between two samples, at least.</param>
sealed class CallAccount(string model, double interval)
{
    const int MostSamples = 200_000;

    readonly List<Sample> _series = [];
    ModelReport _counts = new() { Model = model };
    double? _first;
    double _lostBefore;
    double? _last;
    long _largest;
    bool _short;
    double? _utilisation;

    public void Asked() => _counts = _counts with { Calls = _counts.Calls + 1 };

    public void Throttled() => _counts = _counts with { Throttles = _counts.Throttles + 1 };

    public void Unavailable() => _counts = _counts with { Unavailable = _counts.Unavailable + 1 };

    public void Continued() => _counts = _counts with { Continued = _counts.Continued + 1 };

    public void Admitted(AdmittedCall call, TokenBucket bucket, SimulatedQuota quota)
    {
        var size = call.Size;
        _counts = _counts with
        {
            Input = _counts.Input + size.Input,
            CacheRead = _counts.CacheRead + size.CacheRead,
            CacheWrite = _counts.CacheWrite + size.CacheWrite,
            MaxTokens = _counts.MaxTokens + size.MaxTokens,
        };
        if (_first is null)
            (_first, _lostBefore) = (bucket.Now, bucket.Lost);
        _largest = Math.Max(_largest, size.Reserved);
        _utilisation = UtilisationOf(bucket, quota);
        Observe(bucket);
    }

    /// <param name="at">When the call ended, in model seconds.</param>
    public void Ended(CallOutcome outcome, long output, double at)
    {
        _last = Math.Max(_last ?? at, at);
        _counts = outcome switch
        {
            CallOutcome.Useful => _counts with { Useful = _counts.Useful + 1 },
            CallOutcome.Truncated => _counts with { Useful = _counts.Useful + 1, Truncated = _counts.Truncated + 1 },
            CallOutcome.Refused => _counts with { Refusals = _counts.Refusals + 1 },
            CallOutcome.Malformed => _counts with { Malformed = _counts.Malformed + 1 },
            CallOutcome.BrokenOff => _counts with { BrokenOff = _counts.BrokenOff + 1 },
            _ => _counts with { Abandoned = _counts.Abandoned + 1 },
        };
        _counts = _counts with { Output = _counts.Output + output };
    }

    public void Drew(int pictures) => _counts = _counts with { Pictures = _counts.Pictures + pictures };

    public void Observe(TokenBucket bucket)
    {
        _short |= bucket.Level < _largest;
        if (_series.Count < MostSamples && (_series.Count == 0 || bucket.Now - _series[^1].At >= interval))
            _series.Add(SampleOf(bucket));
    }

    public ModelReport Report(TokenBucket bucket, SimulatedQuota quota)
    {
        var input = _counts.Input + _counts.CacheRead + _counts.CacheWrite;
        return _counts with
        {
            ReservedPerUsed = input + _counts.Output == 0 ? 0 : (input + _counts.MaxTokens) / (double)(input + _counts.Output),
            Charged = bucket.Charged,
            TokensPerMinute = quota.TokensPerMinute,
            Burst = quota.Burst ?? quota.TokensPerMinute,
            Burndown = quota.BurndownOf(model),
            Utilisation = _short ? _utilisation : null,
            Lost = _first is null ? 0 : bucket.Lost - _lostBefore,
            Overshoot = Math.Max(0, -bucket.Lowest),
            First = _first,
            Last = _last,
            Series = [.. _series, SampleOf(bucket)],
        };
    }

    static Sample SampleOf(TokenBucket bucket) => new(
        bucket.Now, bucket.Calls.Sum(call => call.Size.Reserved), double.IsFinite(bucket.Level) ? bucket.Level : null, bucket.Calls.Count, bucket.Charged);

    double? UtilisationOf(TokenBucket bucket, SimulatedQuota quota)
    {
        var offered = quota.Capacity + ((quota.TokensPerMinute ?? 0) / 60.0 * (bucket.Now - _first!.Value));
        var held = bucket.Calls.Sum(call => Math.Max(0, call.Size.MaxTokens - call.Generated));
        return double.IsFinite(offered) && offered > 0 ? (bucket.Charged + held) / offered : null;
    }
}

/// <summary>What became of a call that was let in.</summary>
enum CallOutcome
{
    Useful,
    Truncated,
    Refused,
    Malformed,
    BrokenOff,
    Abandoned,
}
