using System.Diagnostics;

namespace CourseGen.Bench.Quota;

/// <summary>
/// A bucket of tokens in the client, first come first served, for a share of the quota: it pays before a call what the call is expected
/// to cost and refunds nothing, as the OpenAI cookbook's request processor does (github.com/openai/openai-cookbook,
/// api_request_parallel_processor.py). It is told the burndown, which that one does not know.
/// </summary>
/// <param name="perMinute">Refill in life, and capacity.</param>
sealed class RivalBucket(double perMinute, double burndown, Compression compression)
{
    readonly SemaphoreSlim _turn = new(1);
    double _spent;
    long _at = Stopwatch.GetTimestamp();

    public async Task Take(RivalCall call, CancellationToken token)
    {
        var (input, output) = call.Expected;
        var cost = Math.Min(perMinute, input + (burndown * output));
        await _turn.WaitAsync(token);
        try
        {
            Refill();
            if (_spent + cost > perMinute)
                await Task.Delay(compression.Here(TimeSpan.FromMinutes((_spent + cost - perMinute) / perMinute)), token);
            Refill();
            _spent += cost;
        }
        finally
        {
            _turn.Release();
        }
    }

    void Refill()
    {
        var now = Stopwatch.GetTimestamp();
        _spent = Math.Max(0, _spent - (compression.InLife(Stopwatch.GetElapsedTime(_at, now)).TotalMinutes * perMinute));
        _at = now;
    }
}
