using CourseGen.Contracts;

namespace CourseGen.Storage;

/// <summary>Where bytes are: a key in a course's project folder. Only a well-formed one can be made.</summary>
public sealed record ArtifactAddress
{
    readonly CourseLocation _location;

    ArtifactAddress(CourseLocation location, string relativeKey) => (_location, RelativeKey) = (location, relativeKey);

    public string Bucket => _location.Bucket;

    /// <summary>The project folder, one to three segments.</summary>
    public string Folder => _location.Folder;

    /// <summary>Within the project folder; see <see cref="ArtifactKeys"/>.</summary>
    public string RelativeKey { get; }

    /// <summary>The full key, project folder first.</summary>
    public string Key => $"{Folder}/{RelativeKey}";

    /// <param name="key">Relative to the project folder; see <see cref="ArtifactKeys"/>.</param>
    /// <exception cref="ArgumentException">
    /// Folder or key is absolute, or has an empty, <c>.</c> or <c>..</c> segment, a backslash or a control character.
    /// </exception>
    public static ArtifactAddress Of(CourseLocation location, string key)
    {
        RequirePath(location.Folder, "project folder");
        RequirePath(key, "key");
        return new(location, key);
    }

    public override string ToString() => $"{Bucket}/{Key}";

    static void RequirePath(string path, string what)
    {
        if (path.Split('/').Any(segment => segment is "" or "." or "..") || path.Any(c => c == '\\' || char.IsControl(c)))
            throw new ArgumentException($"'{path}' is no {what}: expected segments of a relative path, separated by single slashes.", nameof(path));
    }
}

/// <summary>What is kept with an artifact's bytes (object metadata in S3, a sidecar file in a folder).</summary>
/// <param name="Fingerprint">Of its making; empty for what has none (a copy for people).</param>
/// <param name="Sha256">Of the bytes as they were stored; other bytes there now were edited by hand.</param>
/// <param name="Calls">Usage of every answer that it comes from, whoever paid for it and when; null when it comes from none.</param>
/// <param name="Payment">Null for what no command made, and for what was stored before payments were kept.</param>
public sealed record ArtifactMetadata(
    string Fingerprint, string Sha256, ModelRef? Model = null, IReadOnlyList<CallUsage>? Calls = null, Payment? Payment = null);

/// <summary>Who paid: a delivery that finds what an earlier one of its own command paid for reports that usage, because the earlier one may not have.</summary>
/// <param name="Reservation">Of the command that stored it.</param>
/// <param name="Calls">Usage of every call made for the item under this reservation until then; empty when it took none.</param>
public sealed record Payment(Guid Reservation, IReadOnlyList<CallUsage> Calls);

/// <summary>What is at a key.</summary>
/// <param name="ETag">For a conditional put; says nothing else.</param>
/// <param name="Sha256">Of the bytes that are there now.</param>
public sealed record StoredArtifact(string ETag, string Sha256, long Length, ArtifactMetadata? Metadata)
{
    /// <summary>No metadata, or other bytes than were stored.</summary>
    public bool EditedByHand => Metadata?.Sha256 != Sha256;

    public bool MadeAs(string fingerprint) => !EditedByHand && Metadata!.Fingerprint == fingerprint;
}

/// <summary>When a put takes effect.</summary>
/// <param name="IfMatch">Only over the object with this ETag.</param>
/// <param name="IfAbsent">Only where nothing is.</param>
public sealed record PutCondition(string? IfMatch, bool IfAbsent)
{
    public static readonly PutCondition Always = new(null, IfAbsent: false);
    public static readonly PutCondition Absent = new(null, IfAbsent: true);
    public static PutCondition Matches(string etag) => new(etag, IfAbsent: false);
}

public enum PutOutcome
{
    Stored,
    /// <summary>The condition did not hold (412 or 409): read again.</summary>
    Conflict,
}

/// <summary>The artifact store: S3, or a folder. Everything that was paid for is here. A put is seen whole or not at all.</summary>
public interface IArtifactStore
{
    /// <returns>Null when nothing is there.</returns>
    Task<StoredArtifact?> Find(ArtifactAddress address, CancellationToken token);

    /// <exception cref="ArtifactMissingException">Nothing is there.</exception>
    Task<Stream> OpenRead(ArtifactAddress address, CancellationToken token);

    /// <param name="content">Read from its position to its end, once; its length must be known.</param>
    /// <exception cref="StoreUnusableException">The store cannot be written: no such folder, no permission, no space.</exception>
    Task<PutOutcome> Put(ArtifactAddress address, Stream content, ArtifactMetadata metadata, PutCondition condition, CancellationToken token);

    /// <returns>Full keys in ordinal order.</returns>
    IAsyncEnumerable<string> List(string bucket, string prefix, CancellationToken token);
}

/// <summary>Nothing is stored at the address.</summary>
public sealed class ArtifactMissingException(ArtifactAddress address) : Exception($"{address} is not in the store.")
{
    public ArtifactAddress Address { get; } = address;
}

/// <summary>The store cannot be read or written: until a person changes something, or, when <see cref="Passing"/>, for the moment.</summary>
public sealed class StoreUnusableException(string what, string remedy, Exception? inner = null) : Exception(what, inner)
{
    public string Remedy { get; } = remedy;

    /// <summary>It may be gone by itself: an endpoint that does not answer, a server that is overloaded. Worth trying again for a while.</summary>
    public bool Passing { get; init; }
}
