using CourseGen.Contracts;
using Polly;
using Polly.Retry;

namespace CourseGen.Models;

/// <summary>Tries again in place what was refused before admission or found no connection, and only that: nothing was used. The delays double, with seeded jitter.</summary>
static class ThrottleRetry
{
    /// <param name="throttled">Told of every refusal, at once.</param>
    public static async Task<T> Run<T>(
        Func<CancellationToken, Task<T>> call, Action<ModelRef>? throttled, PaidOnceOptions options, TimeProvider time, int seed, CancellationToken token)
    {
        var start = time.GetTimestamp();
        var jitter = new Random(seed);
        var pipeline = new ResiliencePipelineBuilder<T> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<T>
            {
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is ModelThrottledException or ModelUnreachableException && Left() > TimeSpan.Zero),
                MaxRetryAttempts = int.MaxValue,
                DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(Shorter(Left(), Delay(attempt.AttemptNumber))),
            })
            .Build();
        return await pipeline.ExecuteAsync(Try, token);

        async ValueTask<T> Try(CancellationToken cancel)
        {
            try
            {
                return await call(cancel);
            }
            catch (ModelThrottledException refused)
            {
                throttled?.Invoke(refused.Model);
                throw;
            }
        }

        TimeSpan Left() => options.ThrottleRetry - time.GetElapsedTime(start) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

        TimeSpan Delay(int attempt) =>
            Shorter(options.ThrottleRetry / 4, options.ThrottleDelay * (1L << Math.Min(attempt, 30))) * (0.5 + jitter.NextDouble() / 2);
    }

    static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
