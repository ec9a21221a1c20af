using CourseGen.Contracts;

namespace CourseGen.Planner.Estimates;

/// <summary>What the calls of one stage and model used so far. It shapes estimates only, never what is made: it is part of no fingerprint.</summary>
/// <param name="InputRatio">Tokens of input, cached ones included, over what its sizes alone say (<see cref="InputSizes"/>).</param>
/// <param name="Output">Tokens of output.</param>
/// <param name="Seconds">From the request to the end of the answer.</param>
/// <param name="CacheRead">Share of the input that was read from the prompt cache.</param>
/// <param name="CacheWrite">Share of the input that was written to it.</param>
sealed record CallStatistics(Moments InputRatio, Moments Output, Moments Seconds, Moments CacheRead, Moments CacheWrite, Distribution OutputDistribution)
{
    /// <summary>Ours: enough for a 99th percentile; with more, older calls count half.</summary>
    const double MostCalls = 2000;

    /// <summary>No prompt has more tokens than bytes, of which sizes take four for a token; twice that, because sizes are rough.</summary>
    const double MostRatio = 8;
    const double LeastRatio = 0.25;

    public static readonly CallStatistics None = new(Moments.None, Moments.None, Moments.None, Moments.None, Moments.None, Distribution.None);

    /// <param name="size">Tokens of input as its sizes alone say; 0 when nobody knows.</param>
    public CallStatistics With(CallUsage call, long size)
    {
        var input = call.InputTokens + call.CacheReadTokens + call.CacheWriteTokens;
        var written = call.Pictures == 0;
        return this with
        {
            InputRatio = size > 0 && input > 0 ? InputRatio.With((double)input / size) : InputRatio,
            CacheRead = input > 0 ? CacheRead.With((double)call.CacheReadTokens / input) : CacheRead,
            CacheWrite = input > 0 ? CacheWrite.With((double)call.CacheWriteTokens / input) : CacheWrite,
            Output = written ? Output.With(call.OutputTokens) : Output,
            OutputDistribution = written ? OutputDistribution.With(call.OutputTokens) : OutputDistribution,
            Seconds = call.Took is { } took ? Seconds.With(took.TotalSeconds) : Seconds,
        };
    }

    /// <summary>An input that was counted and not yet paid for.</summary>
    public CallStatistics WithInput(long counted, long size) =>
        IsPlausible(counted, size) ? this with { InputRatio = InputRatio.With((double)counted / size) } : this;

    /// <summary>Whether a prompt of the size can be of so many tokens.</summary>
    public static bool IsPlausible(long counted, long size) => size > 0 && (double)counted / size is >= LeastRatio and <= MostRatio;

    public CallStatistics With(CallStatistics other)
    {
        var sum = new CallStatistics(
            InputRatio.With(other.InputRatio), Output.With(other.Output), Seconds.With(other.Seconds),
            CacheRead.With(other.CacheRead), CacheWrite.With(other.CacheWrite), OutputDistribution.With(other.OutputDistribution));
        return sum.Output.Weight > MostCalls || sum.Seconds.Weight > MostCalls ? sum.Times(0.5) : sum;
    }

    CallStatistics Times(double factor) => new(
        InputRatio.Times(factor), Output.Times(factor), Seconds.Times(factor), CacheRead.Times(factor), CacheWrite.Times(factor), OutputDistribution.Times(factor));
}
