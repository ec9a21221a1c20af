using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CourseGen.Sagas;

/// <summary>Does its work at start and then at an interval, each time in a new scope. One that fails is logged, and done again next time.</summary>
abstract partial class PeriodicJob(IServiceScopeFactory scopes, TimeProvider time, TimeSpan interval, ILogger logger) : BackgroundService
{
    protected abstract Task Run(IServiceProvider services, CancellationToken token);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        do
            await RunOnce(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task RunOnce(CancellationToken token)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await Run(scope.ServiceProvider, token);
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            LogFailed(GetType().Name, exception.Message, interval);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Job} failed ({Failure}); it runs again in {Interval}.")]
    partial void LogFailed(string job, string failure, TimeSpan interval);
}
