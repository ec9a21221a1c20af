namespace CourseGen.Bench.Quota;

/// <summary>
/// The standard mode of AWS's SDKs: three attempts, and between them a random share of 2^attempt seconds, 20 at most
/// (docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html).
/// </summary>
sealed class StandardRetry(Compression compression, int seed)
{
    const int Attempts = 3;
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    readonly Random _random = new(seed);
    readonly Lock _lock = new();
    int _givenUp;

    /// <summary>Calls that it gave back to whoever made them.</summary>
    public int GivenUp => _givenUp;

    /// <returns>Null when every attempt was throttled.</returns>
    public async Task<string?> Call(Func<Task<string?>> call, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await call() is { } answer)
                return answer;
            if (attempt == Attempts)
                break;
            await Task.Delay(compression.Here(DelayAfter(attempt)), token);
        }
        Interlocked.Increment(ref _givenUp);
        return null;
    }

    TimeSpan DelayAfter(int attempt)
    {
        var delay = TimeSpan.FromSeconds(Share() * Math.Pow(2, attempt));
        return delay < Longest ? delay : Longest;
    }

    double Share()
    {
        lock (_lock)
            return _random.NextDouble();
    }
}
