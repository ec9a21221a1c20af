using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Models;

/// <summary>
/// Makes an artifact at most once. Found as made (same fingerprint): reused, or reported as what it took when an earlier delivery of the
/// same command made it. Edited by hand: kept, unless the unit is forced.
/// Made otherwise: made anew, the old bytes kept under <c>versions/</c>. A lost race takes the winner's.
/// </summary>
public sealed class ArtifactMaker(
    IArtifactStore store, ModelCatalog models, InputCounts counts, CallGate gate, RunningCalls running, Claims claims, ModelCallLog log,
    PaidOnceOptions options, TimeProvider time)
{
    readonly CallRules _rules = new(store, models, counts, gate, claims, log, options, time);

    /// <summary>An artifact that costs no model call.</summary>
    /// <param name="key">Relative to the project folder.</param>
    public Task<MadeArtifact> Build(
        UnitContext unit, string key, string fingerprint, Func<CancellationToken, Task<byte[]>> build, CancellationToken token) =>
        Make(unit, key, fingerprint, async cancel => new(await build(cancel), null, null), token);

    /// <summary>
    /// An artifact that a model is paid for: joins the same call when it is running in this process, claims the item before the
    /// first call, waits while another process holds a live claim, starts from the answers that are kept.
    /// </summary>
    /// <exception cref="WorkException">The item failed as expected.</exception>
    /// <exception cref="GrantUsedUpException">It needs more calls than granted.</exception>
    /// <exception cref="InputExceedsGrantException">It would read more tokens than granted.</exception>
    /// <exception cref="UnfinishedException">Its time was up, or the process stops, before its turn came.</exception>
    /// <exception cref="StoreUnusableException">The store cannot be written, so nothing was paid for.</exception>
    public Task<MadeArtifact> Write(
        UnitContext unit, string key, string fingerprint, Func<ModelCalls, CancellationToken, Task<byte[]>> write, CancellationToken token) =>
        running.Join(new(unit.Location.Bucket, unit.Location.Folder, key, fingerprint), unit,
            (deadline, end) => Pay(unit, key, fingerprint, write, deadline, end), token);

    async Task<MadeArtifact> Pay(
        UnitContext unit, string key, string fingerprint, Func<ModelCalls, CancellationToken, Task<byte[]>> write,
        CancellationToken deadline, CancellationToken end)
    {
        await using var calls = new PaidCalls(unit, key, fingerprint, _rules, IsMade, deadline);
        return await Make(unit, key, fingerprint, async token =>
        {
            calls.StartOver();
            return new(await write(calls, token), unit.Order.Model, [.. calls.Used]);
        }, end);

        async Task<bool> IsMade(CancellationToken token) =>
            await store.Find(unit.Location, key, token) is { } found && Stands(found, unit, fingerprint);
    }

    async Task<MadeArtifact> Make(
        UnitContext unit, string key, string fingerprint, Func<CancellationToken, Task<Content>> make, CancellationToken token)
    {
        Content? content = null;
        while (true)
        {
            // What was made is stored whatever the time: it may have been paid for.
            var found = await store.Find(unit.Location, key, content is null ? token : CancellationToken.None);
            if (found is not null && Stands(found, unit, fingerprint))
            {
                if (await Read(unit.Location, key, found, token) is { } bytes)
                    return Found(unit, new(key, found.Sha256, found.Length), fingerprint, bytes, found.Metadata?.Payment);
                continue;
            }
            try
            {
                content ??= await make(token);
            }
            catch (MadeElsewhereException)
            {
                continue;
            }
            var payment = new Payment(unit.Order.ReservationId, [.. unit.Calls]);
            if (await Put(unit.Location, key, fingerprint, content, payment, found))
                return new(new(key, content.Sha256, content.Bytes.Length), fingerprint, Reused: false, content.Bytes) { Payment = payment };
        }
    }

    static MadeArtifact Found(UnitContext unit, ArtifactRef artifact, string fingerprint, byte[] bytes, Payment? payment) =>
        new(artifact, fingerprint, Reused: !unit.Recall(payment), bytes) { Payment = payment };

    static bool Stands(StoredArtifact found, UnitContext unit, string fingerprint) =>
        found.EditedByHand ? !unit.Unit.Force : found.MadeAs(fingerprint);

    /// <returns>False when something else is there by now.</returns>
    async Task<bool> Put(CourseLocation location, string key, string fingerprint, Content content, Payment payment, StoredArtifact? found)
    {
        if (found is not null && !await KeepVersion(location, key, found))
            return false;
        var condition = found is null ? PutCondition.Absent : PutCondition.Matches(found.ETag);
        var metadata = new ArtifactMetadata(fingerprint, content.Sha256, content.Model, content.Calls, payment);
        using var stream = new MemoryStream(content.Bytes, writable: false);
        return await store.Put(ArtifactAddress.Of(location, key), stream, metadata, condition, CancellationToken.None) == PutOutcome.Stored;
    }

    async Task<bool> KeepVersion(CourseLocation location, string key, StoredArtifact found)
    {
        if (await Read(location, key, found, CancellationToken.None) is not { } bytes)
            return false;
        var was = found.EditedByHand ? "" : found.Metadata!.Fingerprint;
        for (var number = 1; ; number++)
        {
            var version = ArtifactKeys.Version(key, number);
            if (await store.PutBytes(location, version, bytes, PutCondition.Absent, CancellationToken.None, was) == PutOutcome.Stored)
                return true;
            // Kept already by one who was killed before the replacement.
            if (await store.Find(location, version, CancellationToken.None) is { } kept && kept.Sha256 == found.Sha256)
                return true;
        }
    }

    /// <returns>Null when it is not what was found any more.</returns>
    async Task<byte[]?> Read(CourseLocation location, string key, StoredArtifact found, CancellationToken token)
    {
        try
        {
            var bytes = await store.ReadBytes(location, key, token);
            return Fingerprint.Sha256(bytes) == found.Sha256 ? bytes : null;
        }
        catch (ArtifactMissingException)
        {
            return null;
        }
    }

    sealed record Content(byte[] Bytes, ModelRef? Model, IReadOnlyList<CallUsage>? Calls)
    {
        public string Sha256 { get; } = Fingerprint.Sha256(Bytes);
    }
}
