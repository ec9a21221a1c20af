using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Models;

/// <summary>Who is paying for an item: <c>.coursegen/claims/{fingerprint}/{takeover}</c>.</summary>
/// <param name="Owner">A process's own name for itself.</param>
/// <param name="Until">When the claim goes stale unless it is renewed; when it ended, once it has.</param>
/// <param name="Process">On the same host, a claim whose process is gone is stale at once.</param>
sealed record Claim(string Owner, DateTimeOffset Until, OwnerProcess Process)
{
    public bool IsLive(DateTimeOffset now) => Until > now && !Process.IsGone();
}

/// <summary>
/// An item is claimed before its first model call, so that no two processes pay for it. Claims are numbered; the highest counts, and
/// whoever creates the next number has taken the item over. A claim that cannot be stored stops the call: where it cannot be written,
/// nothing paid for could be kept.
/// </summary>
public sealed class Claims(IArtifactStore store, PaidOnceOptions options, TimeProvider time)
{
    readonly string _owner = Guid.NewGuid().ToString("N");

    /// <returns>Null while another holds a live claim.</returns>
    /// <exception cref="StoreUnusableException">The store cannot be written.</exception>
    internal async Task<HeldClaim?> TryTake(CourseLocation location, string fingerprint, CancellationToken token)
    {
        while (true)
        {
            var last = await Last(location, fingerprint, token);
            if (last is { } number && await IsLive(location, ArtifactKeys.Claim(fingerprint, number), token))
                return null;
            var claim = new HeldClaim(store, location, fingerprint, last + 1 ?? 0, _owner, options, time);
            if (await claim.Put(token))
                return claim;
        }
    }

    async Task<int?> Last(CourseLocation location, string fingerprint, CancellationToken token)
    {
        int? last = null;
        var prefix = $"{location.Folder}/{ArtifactKeys.Claims(fingerprint)}";
        await foreach (var key in store.List(location.Bucket, prefix, token))
        {
            if (int.TryParse(key[prefix.Length..], out var number) && number >= (last ?? 0))
                last = number;
        }
        return last;
    }

    async Task<bool> IsLive(CourseLocation location, string key, CancellationToken token)
    {
        try
        {
            return (await store.ReadDocument<Claim>(location, key, token)).IsLive(time.GetUtcNow());
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArtifactMissingException)
        {
            return false;
        }
    }
}
