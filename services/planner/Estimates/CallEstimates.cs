using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Estimates;

/// <summary>
/// What one call of a stage will use, as far as is known: learned from the calls before, and until there are some, believed from the
/// profile. What is believed counts as two calls, so the first real ones already weigh more.
/// </summary>
sealed class CallEstimates(LearnedCalls learned, ModelProfiles profiles)
{
    const double Belief = 2;

    /// <summary>Of input: sizes alone are rather too low, and to start a call that does not fit is worse than to wait.</summary>
    const double Ratio = 1.5;
    const double RatioDeviation = 0.5;

    /// <summary>Of <c>max_tokens</c>, which leaves room above nearly every answer.</summary>
    const double OutputShare = 0.7;
    const double Spread = 0.15;

    /// <summary>Of waiting for a picture.</summary>
    const double PictureSeconds = 5;

    /// <summary>Calls after which their spread is trusted; before, any answer may be as long as it is allowed to be.</summary>
    const double Trusted = 20;

    /// <summary>
    /// Observations of input after which sizes tell it: where single prompts differ from their sizes by 15 %, the mean of ten is known to 5 %.
    /// </summary>
    const double KnownAfter = 10;

    /// <param name="size">See <see cref="InputSizes"/>.</param>
    public CallEstimate Of(ModelRef model, WorkKind kind, long size) => Reading(model, kind, InputOf(model, kind, size));

    /// <returns>Tokens, cached or not.</returns>
    /// <param name="size">See <see cref="InputSizes"/>.</param>
    public long InputOf(ModelRef model, WorkKind kind, long size)
    {
        var ratio = learned.Of(model, kind).InputRatio.After(Ratio, RatioDeviation, Belief);
        return (long)Math.Ceiling(size * (ratio.Mean + ratio.Deviation));
    }

    /// <summary>Whether enough was seen of the stage's input, so that nobody need count it.</summary>
    public bool KnowsInput(ModelRef model, WorkKind kind) => learned.Of(model, kind).InputRatio.Weight >= KnownAfter;

    /// <param name="input">Tokens, cached or not.</param>
    public CallEstimate Reading(ModelRef model, WorkKind kind, long input)
    {
        var (profile, seen) = (profiles.Of(model), learned.Of(model, kind));
        var limit = profile.MaxTokensOf(kind);
        var output = seen.Output.After(limit * OutputShare, limit * OutputShare * Spread, Belief);
        var believed = kind == WorkKind.Image ? PictureSeconds : profile.DurationOf((long)output.Mean).TotalSeconds;
        var seconds = seen.Seconds.After(believed, believed * Spread, Belief).Mean;
        var (read, written) = ((long)(input * seen.CacheRead.Mean), (long)(input * seen.CacheWrite.Mean));
        var high = seen.Output.Weight < Trusted ? limit : Math.Min(limit, output.Mean + (3 * output.Deviation));
        return new CallEstimate(
            input - read - written, read, written, (long)output.Mean, limit, TimeSpan.FromSeconds(seconds), kind == WorkKind.Image ? 1 : 0)
        {
            OutputHigh = (long)high,
        };
    }
}
