using System.Threading.Channels;

namespace CourseGen.Bench.Quota;

/// <summary>
/// Consumers of one queue, each with one call in hand, which it holds while the SDK retries. A call that the SDK gives up is redelivered
/// half a minute later, to the queue's tail.
/// </summary>
/// <param name="prefetch">Calls in hand at a time.</param>
/// <param name="bucket">Waited for before a call; null for none.</param>
sealed class QueueRival(int prefetch, RivalClient client, Compression compression, RivalBucket? bucket = null)
{
    const int Seed = 1;
    static readonly TimeSpan Redelivery = TimeSpan.FromSeconds(30);

    readonly Channel<RivalCall> _queue = Channel.CreateUnbounded<RivalCall>();
    readonly StandardRetry _retry = new(compression, Seed);

    /// <returns>Calls that the SDK gave up, each of which stock consumers would have dead-lettered.</returns>
    public async Task<int> Run(BenchmarkCourse course, RivalTokens tokens, CancellationToken token)
    {
        var work = new RivalCourse(course, tokens, Draw);
        foreach (var call in work.Beginning)
            _queue.Writer.TryWrite(call);
        var consumers = Task.WhenAll(Enumerable.Range(0, prefetch).Select(_ => Consume(work, token)));
        try
        {
            await work.Done.WaitAsync(token);
        }
        finally
        {
            _queue.Writer.TryComplete();
            await consumers;
        }
        return _retry.GivenUp;
    }

    async Task Consume(RivalCourse work, CancellationToken token)
    {
        try
        {
            await foreach (var call in _queue.Reader.ReadAllAsync(token))
                await Make(call, work, token);
        }
        catch (HttpRequestException failure)
        {
            work.Fail(failure);
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    async Task Make(RivalCall call, RivalCourse work, CancellationToken token)
    {
        if (bucket is not null)
            await bucket.Take(call, token);
        if (await _retry.Call(() => client.Converse(call, token), token) is { } answer)
            foreach (var ready in work.Finish(call, answer, token))
                _queue.Writer.TryWrite(ready);
        else
            _ = Redeliver(call, token);
    }

    async Task Redeliver(RivalCall call, CancellationToken token)
    {
        await Task.Delay(compression.Here(Redelivery), token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _queue.Writer.TryWrite(call);
    }

    async Task Draw(string picture, CancellationToken token)
    {
        while (!await client.Draw(picture, token))
            await Task.Delay(compression.Here(Redelivery), token);
    }
}
