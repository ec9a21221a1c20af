using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Models;

/// <summary>This process's claim of an item: renewed until it is disposed, which ends it.</summary>
sealed class HeldClaim(
    IArtifactStore store, CourseLocation location, string fingerprint, int takeover, string owner, PaidOnceOptions options, TimeProvider time)
    : IAsyncDisposable
{
    readonly string _key = ArtifactKeys.Claim(fingerprint, takeover);
    readonly CancellationTokenSource _ending = new();
    Task _renewal = Task.CompletedTask;
    DateTimeOffset _until;
    volatile bool _takenOver;

    /// <summary>It went stale, or another process took the item over.</summary>
    public bool Lost => _takenOver || time.GetUtcNow() >= _until;

    /// <returns>False when another was first.</returns>
    public async Task<bool> Put(CancellationToken token)
    {
        if (!await Write(time.GetUtcNow() + options.ClaimStale, PutCondition.Absent, token))
            return false;
        _renewal = Task.Run(Renew, CancellationToken.None);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _renewal;
        _ending.Dispose();
        try
        {
            await Rewrite(time.GetUtcNow(), CancellationToken.None);
        }
        catch (StoreUnusableException)
        {
            // It goes stale by itself; what the item came to matters more than this.
        }
    }

    async Task Renew()
    {
        while (!_takenOver)
        {
            try
            {
                await Task.Delay(options.ClaimRenewal, time, _ending.Token);
                _takenOver = !await Rewrite(time.GetUtcNow() + options.ClaimStale, _ending.Token) || await IsFollowed();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (StoreUnusableException)
            {
                // Tried again at the next renewal; the claim is lost when its time has passed.
            }
        }
    }

    async Task<bool> IsFollowed() => await store.Find(location, ArtifactKeys.Claim(fingerprint, takeover + 1), _ending.Token) is not null;

    async Task<bool> Rewrite(DateTimeOffset until, CancellationToken token) =>
        await store.Find(location, _key, token) is { } mine && await Write(until, PutCondition.Matches(mine.ETag), token);

    async Task<bool> Write(DateTimeOffset until, PutCondition condition, CancellationToken token)
    {
        var bytes = DocumentJson.Write(new Claim(owner, until, OwnerProcess.Current));
        if (await store.PutBytes(location, _key, bytes, condition, token) != PutOutcome.Stored)
            return false;
        _until = until;
        return true;
    }
}
