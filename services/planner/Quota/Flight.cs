using System.Runtime.InteropServices;

namespace CourseGen.Planner.Quota;

/// <summary>
/// Like calls of one command, as the bucket sees them: what admission takes, what settlement charges in its place, and how both come
/// about over time. A call runs from 1 - w to 1 + w of its expected duration, evenly, where w is how far the cautious output lies above
/// the expected one; it writes at an even pace, so one that takes longer has written more.
/// </summary>
/// <param name="Reserved">Taken when a call starts: input, cached or not, and <c>max_tokens</c>.</param>
/// <param name="Fixed">Charged for its input: what was not read from a cache.</param>
/// <param name="Burndown">Charged for a token of output.</param>
/// <param name="Duration">Expected, in seconds.</param>
/// <param name="Elapsed">Seconds since the start; negative: until it.</param>
/// <param name="Count">Calls.</param>
/// <param name="IsTaken">The level already lacks what is reserved.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Flight(
    double Reserved, double Fixed, double Burndown, double Output, double OutputHigh, double MaxTokens, double Duration, double Elapsed, double Count,
    bool IsTaken)
{
    /// <summary>Durations vary with the pace too, even where the output is known.</summary>
    const double LeastSpread = 0.1;
    const double MostSpread = 0.9;

    /// <summary>Variance of when calls end counts so much more than that of what they write, whose cautious value is far out already.</summary>
    const double EndCaution = 2;

    /// <summary>The end of a call is heard of within so much of its duration.</summary>
    const double HeardWithin = 0.01;

    double Spread => Math.Clamp((OutputHigh - Output) / Output, LeastSpread, MostSpread);

    double Shortest => Duration * (1 - Spread);

    double Longest => Duration * (1 + Spread);

    double Pace => Output / Duration;

    /// <summary>Expected when the call ends.</summary>
    public double Charge => Fixed + (Burndown * Output);

    /// <summary>The longest it is thought to run yet, in seconds; one that is overdue ends soon.</summary>
    public double Remaining => Ends.Last - Elapsed;

    public static Flight Of(CallEstimate call, double burndown, int count) => new(
        call.Input + call.CacheRead + call.CacheWrite + call.MaxTokens, call.Input + call.CacheWrite, burndown, Math.Max(1, call.Output), Math.Max(1, call.OutputHigh),
        call.MaxTokens, Math.Max(0.001, call.Duration.TotalSeconds), 0, count, IsTaken: false);

    /// <summary>What a bucket charged progressively has lost by now, and one charged at the end has not.</summary>
    public double Hidden => Elapsed <= 0 ? 0 : Count * (Burndown - 1) * Written(Elapsed);

    (double First, double Last) Ends
    {
        get
        {
            var first = Math.Max(Shortest, Elapsed);
            return (first, IsOverdue ? Elapsed + (Duration * Spread / 4) : Longest);
        }
    }

    bool IsOverdue => Elapsed >= Longest - (Duration * Spread / 8);

    /// <summary>The part of calls running now that has ended by then.</summary>
    double Ended(double at)
    {
        var (first, last) = Ends;
        if (at <= first)
            return 0;
        if (at >= last)
            return 1;
        if (IsOverdue)
            return (at - first) / (last - first);
        var before = Bell(first);
        return (Bell(at) - before) / (1 - before);
    }

    /// <summary>The part of all calls that ends within so many seconds.</summary>
    double Bell(double seconds)
    {
        var x = Math.Clamp((seconds - Shortest) / (Longest - Shortest), 0, 1);
        return x * x * (3 - (2 * x));
    }

    double Written(double seconds) => Math.Min(MaxTokens, Pace * seconds);

    /// <summary>What the bucket loses in the <paramref name="seconds"/> from now on.</summary>
    public Burn After(double seconds)
    {
        var at = Elapsed + seconds;
        if (at < 0)
            return default;
        var (first, last) = Ends;
        var until = Math.Clamp(at, first, last);
        var ended = Ended(at);
        var taken = IsTaken ? 0 : Reserved;
        var settled = ended * (Fixed - Reserved + (Burndown * Written((first + until) / 2)));
        var hidden = (1 - ended) * (Burndown - 1) * Written(Math.Min(at, last));
        var unsure = Burndown * (OutputHigh - Output);
        var jump = Charge - Reserved;
        var begun = Math.Min(1, at / Duration);
        return new Burn(
            Count * (taken + settled),
            Count * (taken + settled + hidden),
            Count * ((ended * unsure * unsure) + (ended * (1 - ended) * EndCaution * jump * jump)),
            Count * begun * begun * unsure * unsure,
            ended < 1 && at + HeardWithin * Duration > first ? Math.Max(0, jump) : 0);
    }
}

/// <summary>Expected loss, and its variance, where calls are charged at their end and where they are charged as they write.</summary>
/// <param name="Unheard">What one call more may lose that may have ended without our knowing.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Burn(double AtEnd, double Progressive, double AtEndVariance, double ProgressiveVariance, double Unheard)
{
    public static Burn operator +(Burn one, Burn other) => new(
        one.AtEnd + other.AtEnd, one.Progressive + other.Progressive, one.AtEndVariance + other.AtEndVariance,
        one.ProgressiveVariance + other.ProgressiveVariance, Math.Max(one.Unheard, other.Unheard));

    /// <param name="share">Of the way from one to the other.</param>
    public static Burn Between(Burn one, Burn other, double share) => (one.Times(1 - share) + other.Times(share)) with { Unheard = Math.Max(one.Unheard, other.Unheard) };

    Burn Times(double factor) => new(factor * AtEnd, factor * Progressive, factor * AtEndVariance, factor * ProgressiveVariance, factor * Unheard);
}
