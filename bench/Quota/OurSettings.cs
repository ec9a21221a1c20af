using System.Globalization;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Quota;

namespace CourseGen.Bench.Quota;

/// <summary>
/// What ours is told, as environment variables: where the simulator is, the quota, and every duration of the design divided by the
/// compression, but for the deadlines of work that calls no model, which this machine does no faster than in life, and the lease over
/// them. Nothing but the quota's numbers differs between two runs.
/// </summary>
static class OurSettings
{
    public const string Provider = "bedrock";

    /// <summary>A course has at most 84 calls that could run at once.</summary>
    public const int ConcurrentCalls = 128;

    const string Model = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    static readonly PlannerOptions Planner = new() { TextModel = ModelProfile.DefaultOf(Provider), ImageModel = ModelProfile.DefaultOf(Provider) };
    static readonly QuotaOptions Quota = new();
    static readonly LeaseOptions Leases = new();
    static readonly PaidOnceOptions PaidOnce = new();
    static readonly WorkOptions Work = new();
    static readonly TimeSpan[] RetryDelays = [Planner.DelayAfter(1), Planner.DelayAfter(2), Planner.DelayAfter(3)];

    public static IReadOnlyDictionary<string, string> Of(Scenario scenario, Uri simulator) => new Dictionary<string, string>(
    [
        new("AWS_BEARER_TOKEN_BEDROCK", SimulatorProcess.BearerToken),
        new("Models__Bedrock__Endpoint", simulator.ToString()),
        new("Models__Bedrock__Region", "us-east-1"),
        new("Models__ConcurrentCalls", Text(ConcurrentCalls)),
        new("Work__ConcurrentCommands", Text(ConcurrentCalls)),
        .. Profile(scenario),
        .. Durations().Select(duration => KeyValuePair.Create(duration.Key, scenario.Compression.Here(duration.InLife).ToString())),
    ]);

    /// <summary>A minute's quota comes in a shorter minute; the bucket stays as large as it is.</summary>
    static IEnumerable<KeyValuePair<string, string>> Profile(Scenario scenario)
    {
        var (profile, factor) = (new ModelProfiles().Of(new(Provider, Model)), scenario.Compression.Factor);
        return new Dictionary<string, string>
        {
            ["Provider"] = Provider,
            ["Model"] = Model,
            ["TokensPerSecond"] = Text(profile.TokensPerSecond * factor),
            ["FirstToken"] = scenario.Compression.Here(profile.FirstToken).ToString(),
            ["Quota__TokensPerMinute"] = Text(Math.Round(scenario.TokensPerMinute * factor)),
            ["Quota__Burst"] = Text(scenario.TokensPerMinute),
        }.Select(setting => KeyValuePair.Create($"Models__Profiles__0__{setting.Key}", setting.Value));
    }

    static IEnumerable<(string Key, TimeSpan InLife)> Durations() =>
    [
        .. RetryDelays.Select((delay, index) => ($"Planner__RetryDelays__{index}", delay)),
        ("Planner__WorkDeadline", Planner.WorkDeadline),
        ("Planner__SweepInterval", Planner.SweepInterval),
        ("Planner__WakeAgainAfter", Planner.WakeAgainAfter),
        ("Planner__StalledAfter", Planner.StalledAfter),
        ("Planner__FitSpacing", Planner.FitSpacing),
        ("Planner__LearningInterval", Planner.LearningInterval),
        ("Quota__CleanMinute", Quota.CleanMinute),
        ("Quota__TurnPatience", Quota.TurnPatience),
        ("Leases__StartWithin", Leases.StartWithin),
        ("Leases__UnstartedGrace", Leases.UnstartedGrace),
        ("Models__ClaimRenewal", PaidOnce.ClaimRenewal),
        ("Models__ClaimStale", PaidOnce.ClaimStale),
        ("Models__ClaimPoll", PaidOnce.ClaimPoll),
        ("Models__CountTimeout", PaidOnce.CountTimeout),
        ("Models__ThrottleRetry", PaidOnce.ThrottleRetry),
        ("Models__ThrottleDelay", PaidOnce.ThrottleDelay),
        ("Work__DeadlineGuard", Work.DeadlineGuard),
    ];

    static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
