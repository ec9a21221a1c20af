namespace CourseGen.Storage;

public enum StoreKind
{
    S3,
    Folder,
}

/// <summary>
/// Where artifacts are kept; configuration section <c>Store</c>. Credentials are no part of it: the AWS SDK finds them by its own chain
/// (<c>AWS_ACCESS_KEY_ID</c> and <c>AWS_SECRET_ACCESS_KEY</c>, a profile, a service account's role, the machine's role).
/// </summary>
public sealed record StoreOptions
{
    public const string Section = "Store";

    /// <summary>S3's limit for one PUT.</summary>
    public const long MaxSinglePut = 5L << 30;

    const long MinPart = 5 << 20;

    public StoreKind Kind { get; init; } = StoreKind.S3;

    /// <summary>The buckets that a start may name. A folder store has one at most, <c>local</c> when none is named.</summary>
    public IReadOnlyList<string> Buckets { get; init; } = [];

    /// <summary>An S3 server other than AWS, <c>http://host:port/</c>; none means AWS.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Of the buckets; at an endpoint of one's own it only goes into signatures. None: the AWS SDK's own setting (<c>AWS_REGION</c>).</summary>
    public string? Region { get; init; }

    /// <summary>The bucket in the path instead of in the host name: what most servers other than AWS want.</summary>
    public bool PathStyle { get; init; }

    /// <summary>Of the folder store.</summary>
    public string? Folder { get; init; }

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For an answer, beyond the time that the bytes themselves may take; and for the next bytes of a download.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes per second: an upload that is slower on the whole is broken off and tried again.</summary>
    public long SlowestUpload { get; init; } = 1 << 20;

    /// <summary>After the first try of a request.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>Bytes: unconditional puts above it go in parts.</summary>
    public long MultipartThreshold { get; init; } = 64 << 20;

    /// <summary>Bytes; S3 takes parts of 5 MiB to 5 GiB, 10,000 at most.</summary>
    public long PartSize { get; init; } = 16 << 20;

    /// <summary>Tag answers and claims <c>coursegen=scratch</c>, so that a lifecycle rule can remove them. Off where a server knows no tags.</summary>
    public bool TagScratch { get; init; } = true;

    /// <returns>What is wrong, each naming its key; empty when nothing is.</returns>
    public IReadOnlyList<string> Problems() => [.. KindProblems(), .. LimitProblems()];

    IEnumerable<string> KindProblems()
    {
        if (Buckets.Any(string.IsNullOrWhiteSpace))
            yield return $"{Section}:Buckets has an empty name: give each bucket its name.";
        if (Kind == StoreKind.Folder)
        {
            if (string.IsNullOrWhiteSpace(Folder))
                yield return $"{Section}:Folder is missing: name the folder, or set {Section}:Kind to {nameof(StoreKind.S3)}.";
            if (Buckets.Count > 1)
                yield return $"{Section}:Buckets names {Buckets.Count} buckets, but a folder store has one: name one, or none for 'local'.";
            yield break;
        }
        if (Buckets.Count == 0)
            yield return $"{Section}:Buckets is empty: name at least one bucket ({Section}__Buckets__0 as an environment variable).";
        if (Endpoint is not null && !(Endpoint.IsAbsoluteUri && Endpoint.Scheme is "http" or "https"))
            yield return $"{Section}:Endpoint is '{Endpoint}': expected http://host:port/ or https://host/, or none for AWS.";
        else if (Endpoint is { UserInfo: not "" })
            yield return $"{Section}:Endpoint has a user name: keep credentials out of it, in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.";
    }

    IEnumerable<string> LimitProblems()
    {
        foreach (var (key, value) in new[] { (nameof(ConnectTimeout), ConnectTimeout), (nameof(Timeout), Timeout) })
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromHours(1))
                yield return $"{Section}:{key} is {value}: expected more than zero and at most an hour.";
        }
        if (SlowestUpload <= 0)
            yield return $"{Section}:SlowestUpload is {SlowestUpload}: expected bytes per second, at least 1.";
        if (Retries is < 0 or > 20)
            yield return $"{Section}:Retries is {Retries}: expected 0 to 20.";
        if (MultipartThreshold is <= 0 or > MaxSinglePut)
            yield return $"{Section}:MultipartThreshold is {MultipartThreshold}: expected 1 to {MaxSinglePut} bytes.";
        if (PartSize is < MinPart or > MaxSinglePut)
            yield return $"{Section}:PartSize is {PartSize}: expected {MinPart} to {MaxSinglePut} bytes.";
    }
}
