namespace CourseGen.Planner.Estimates;

/// <summary>How often a call wrote how much, in buckets of which each ends a twentieth above the one before.</summary>
/// <param name="Buckets">Weight by the bucket's number.</param>
/// <param name="Largest">Ever seen.</param>
sealed record Distribution(IReadOnlyDictionary<int, double> Buckets, long Largest)
{
    const double Growth = 1.05;

    public static readonly Distribution None = new(new Dictionary<int, double>(), 0);

    public Distribution With(long value) => With(new Distribution(new Dictionary<int, double> { [BucketOf(value)] = 1 }, value));

    public Distribution With(Distribution other)
    {
        var sum = new Dictionary<int, double>(Buckets);
        foreach (var (bucket, weight) in other.Buckets)
            sum[bucket] = sum.GetValueOrDefault(bucket) + weight;
        return new(sum, Math.Max(Largest, other.Largest));
    }

    public Distribution Times(double factor) => this with { Buckets = Buckets.ToDictionary(bucket => bucket.Key, bucket => bucket.Value * factor) };

    /// <param name="share">Of the calls that wrote at most so much: 0.99 for the 99th percentile.</param>
    /// <returns>At most a twentieth too high; null when nothing was seen.</returns>
    public long? Percentile(double share)
    {
        var left = share * Buckets.Values.Sum();
        foreach (var (bucket, weight) in Buckets.OrderBy(bucket => bucket.Key))
        {
            left -= weight;
            if (left <= 1e-9)
                return Math.Min(Largest, (long)Math.Floor(Math.Pow(Growth, bucket)));
        }
        return null;
    }

    static int BucketOf(long value) => value <= 1 ? 0 : (int)Math.Ceiling(Math.Log(value, Growth));
}
