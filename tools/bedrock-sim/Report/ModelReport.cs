namespace CourseGen.BedrockSim.Report;

/// <summary>What happened since the start or the last reset. Times are the model's seconds: real ones times the compression.</summary>
/// <param name="Makespan">From the first call let in, of any model, to the end of the last.</param>
public sealed record SimulatorReport(int Seed, double Compression, string Settlement, string Refill, double Makespan, IReadOnlyList<ModelReport> Models)
{
    /// <summary>Of the models whose quota goes by that name.</summary>
    /// <exception cref="KeyNotFoundException">It was not called.</exception>
    public ModelReport Of(string model) => Models.FirstOrDefault(report => report.Model == model)
        ?? throw new KeyNotFoundException($"The simulator was not called for '{model}', only for: {string.Join(", ", Models.Select(report => report.Model))}.");
}

/// <summary>The account of one quota.</summary>
public sealed record ModelReport
{
    /// <summary>As the quota is named; without one, the model's id without its geography.</summary>
    public required string Model { get; init; }

    /// <summary>Requests for an answer, whatever became of them.</summary>
    public int Calls { get; init; }

    /// <summary>Refused by the quota, or by an injected 429.</summary>
    public int Throttles { get; init; }

    /// <summary>Refused by an injected 503, or another error before the call was let in.</summary>
    public int Unavailable { get; init; }

    /// <summary>Let in, then broken off by an injected fault.</summary>
    public int BrokenOff { get; init; }

    /// <summary>Let in, then given up by the caller before its end.</summary>
    public int Abandoned { get; init; }

    /// <summary>Answered as asked, whole or up to the limit; not refusals and not malformed answers.</summary>
    public int Useful { get; init; }

    public int Refusals { get; init; }
    public int Malformed { get; init; }

    /// <summary>Stopped at <c>max_tokens</c>.</summary>
    public int Truncated { get; init; }

    /// <summary>Went on from a stopped answer.</summary>
    public int Continued { get; init; }
    public int Pictures { get; init; }

    /// <summary>Of the calls let in, without what was read from or written to a cache.</summary>
    public long Input { get; init; }
    public long CacheRead { get; init; }
    public long CacheWrite { get; init; }

    /// <summary>Σ <c>max_tokens</c> of the calls let in.</summary>
    public long MaxTokens { get; init; }
    public long Output { get; init; }

    /// <summary>Σ(input + <c>max_tokens</c>) / Σ(input + output); 0 without calls.</summary>
    public double ReservedPerUsed { get; init; }

    /// <summary>Quota tokens that calls cost: input + cache write + burndown x output.</summary>
    public double Charged { get; init; }

    public long? TokensPerMinute { get; init; }
    public long? Burst { get; init; }
    public double Burndown { get; init; }

    /// <summary>
    /// While work was waiting: of what was on offer from the first call let in until the last – the burst and the refill – the share that
    /// calls used or still held by then. Null when the quota was never too short for another call like the largest.
    /// </summary>
    public double? Utilisation { get; init; }

    /// <summary>Refill since the first call that found the bucket full, in tokens.</summary>
    public double Lost { get; init; }

    /// <summary>Most tokens below zero at any time.</summary>
    public double Overshoot { get; init; }

    /// <summary>First call let in; null without one.</summary>
    public double? First { get; init; }

    /// <summary>End of the last call.</summary>
    public double? Last { get; init; }

    public IReadOnlyList<Sample> Series { get; init; } = [];
}

/// <summary>The state at one time; straight lines lie between samples.</summary>
/// <param name="InFlight">Σ(input + <c>max_tokens</c>) of the calls in flight.</param>
/// <param name="Level">Of the bucket; null without a limit.</param>
/// <param name="Charged">Quota tokens that calls cost so far.</param>
public sealed record Sample(double At, long InFlight, double? Level, int Calls, double Charged);
