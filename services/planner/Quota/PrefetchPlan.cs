using System.Globalization;
using CourseGen.Models;

namespace CourseGen.Planner.Quota;

/// <summary>
/// How many calls the services' pods may have in flight, against how many the text model's quota is good for. A lesson is one call of
/// 3,000 tokens in and 8,000 out, its visuals one of 9,000 and 1,500, its slides one of 9,000 and 8,000 (courses of the original).
/// </summary>
/// <param name="concurrentCalls">Of a service for which none is told.</param>
sealed class PrefetchPlan(ModelProfile profile, QuotaOptions options, int concurrentCalls)
{
    /// <summary>The pods' calls together should be able to reach this much of C*, so that the quota is what limits.</summary>
    const double Headroom = 1.25;

    /// <summary>Without the ledger they may not reach more of it: outputs differ in length.</summary>
    const double Ceiling = 0.8;

    readonly (TimeSpan Call, double Tokens) _lesson = Call(profile, 3_000, 8_000);
    readonly (TimeSpan Call, double Tokens) _visuals = Call(profile, 9_000, 1_500);
    readonly (TimeSpan Call, double Tokens) _slides = Call(profile, 9_000, 8_000);

    /// <param name="Demand">Tokens of its calls for one lesson.</param>
    sealed record Service(string Name, string Setting, int? Pods, int Calls, double Demand)
    {
        public double Reach => (Pods ?? 0) * (double)Calls;
    }

    IReadOnlyList<Service> Services =>
    [
        new("contentgen", nameof(ServiceCounts.ContentGen), options.Pods.ContentGen, options.ConcurrentCalls.ContentGen ?? concurrentCalls, _lesson.Tokens + _visuals.Tokens),
        new("ppt", nameof(ServiceCounts.Ppt), options.Pods.Ppt, options.ConcurrentCalls.Ppt ?? concurrentCalls, _slides.Tokens),
    ];

    double? TokensPerMinute => profile.Quota.TokensPerMinute * profile.Quota.Share;

    /// <returns>What leaves quota unused; null when nothing does, no quota is set, or no pods are told.</returns>
    public string? Warning()
    {
        if (TokensPerMinute is not { } quota || Services.Any(service => service.Pods is null))
            return null;
        // Of the work that needs most calls at a time.
        var needed = Headroom * new[] { _lesson, _visuals, _slides }.Max(one => IdealConcurrency.Of(quota, one.Call, one.Tokens));
        var reach = Services.Sum(service => service.Reach);
        return reach >= needed
            ? null
            : Text($"contentgen and ppt together make at most {reach:0} calls at once; {Math.Ceiling(needed):0} are needed to use all of {profile.Model}'s quota of {quota:0} tokens a minute. Raise Models__ConcurrentCalls or the number of pods of these services, and tell the planner by Quota__ConcurrentCalls__… and Quota__Pods__….");
    }

    /// <returns>What does not hold for <see cref="QuotaMode.Prefetch"/>, each naming its key; empty when all does.</returns>
    public IReadOnlyList<string> Problems()
    {
        if (TokensPerMinute is not { } quota)
            return [$"Quota:Mode is Prefetch, and there is no Models:Profiles:…:Quota:TokensPerMinute of {profile.Model}: expected the quota that the calls are to stay within."];
        var (services, all) = (Services, (IReadOnlyList<(TimeSpan, double)>)[_lesson, _visuals, _slides]);
        var budget = Math.Floor(Ceiling * IdealConcurrency.Of(quota, all));
        var demand = services.Sum(service => service.Demand);
        return [.. services.Select(service => Problem(service, (int)(budget * service.Demand / demand), quota)).OfType<string>()];
    }

    /// <param name="share">Of the calls that may be in flight, those of the service.</param>
    string? Problem(Service service, int share, double quota)
    {
        var why = Text($"{profile.Model}'s quota of {quota:0} tokens a minute is good for {share} calls of {service.Name} at once without the ledger");
        return service.Pods switch
        {
            null => $"Quota:Pods:{service.Setting} is missing: expected the number of {service.Name}'s pods, because Quota:Mode is Prefetch.",
            _ when share == 0 => $"Quota:Mode is Prefetch, and {why}: expected Ledger, or a larger quota.",
            { } pods when pods > share => $"Quota:Pods:{service.Setting} is {pods}, and {why}: expected at most {share} pods.",
            { } pods when service.Calls > share / pods =>
                $"Quota:ConcurrentCalls:{service.Setting} is {service.Calls}, and {why}: expected at most {share / pods} in each of {pods} pods (Models__ConcurrentCalls of {service.Name}).",
            _ => null,
        };
    }

    static (TimeSpan Call, double Tokens) Call(ModelProfile profile, long input, long output) => (profile.DurationOf(output), input + profile.Burndown * output);

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
