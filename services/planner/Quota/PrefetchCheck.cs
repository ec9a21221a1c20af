using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CourseGen.Planner.Quota;

/// <summary>At the planner's start: whether the pods' calls suit the quota of the model of a start that names none.</summary>
sealed partial class PrefetchCheck(
    ModelProfiles profiles, PlannerOptions planner, QuotaOptions options, PaidOnceOptions calls, ILogger<PrefetchCheck> log) : IHostedService
{
    /// <exception cref="SettingsException">The ledger is off, and the pods' calls can use more than the quota.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var plan = new PrefetchPlan(profiles.Of(planner.TextModel), options, calls.ConcurrentCalls);
        if (options.Mode == QuotaMode.Prefetch && plan.Problems() is { Count: > 0 } problems)
            throw new SettingsException(problems);
        if (options.Mode == QuotaMode.Ledger && plan.Warning() is { } warning)
            QuotaUnused(log, warning);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    static partial void QuotaUnused(ILogger log, string warning);
}
