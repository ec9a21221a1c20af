namespace CourseGen.Models;

/// <summary>
/// How many calls in flight use a model's quota exactly: C* = TPM × seconds per call / 60 / tokens per call, where a call's tokens are
/// those that it is settled on (input + cache writes + burndown × output). Fewer leave quota unused; more only wait or are throttled.
/// </summary>
public static class IdealConcurrency
{
    /// <param name="tokensPerMinute">Of the quota, our share.</param>
    /// <param name="tokens">Of one call, as settled.</param>
    public static double Of(double tokensPerMinute, TimeSpan call, double tokens) => tokensPerMinute * call.TotalSeconds / 60 / tokens;

    /// <summary>Of calls that are made equally often, together.</summary>
    public static double Of(double tokensPerMinute, IReadOnlyCollection<(TimeSpan Call, double Tokens)> calls) =>
        Of(tokensPerMinute, TimeSpan.FromSeconds(calls.Sum(one => one.Call.TotalSeconds)), calls.Sum(one => one.Tokens));
}
