using CourseGen.Contracts;
using CourseGen.Sagas;

namespace CourseGen.Planner.Quota;

/// <summary>
/// What the ledger believes of one model's quota: how much of each bucket is spent at a moment (0: it is full), calls in flight with
/// what is reserved for them. Capacities and refills are not kept: they are configuration, and may change.
/// </summary>
public sealed class QuotaBelief : IRow<QuotaBelief>
{
    const double LeastShrink = 0.5;
    const double ShrinkStep = 0.7;

    public required ModelRef Model { get; init; }
    /// <summary>Of the last change; null before the first.</summary>
    public DateTimeOffset? At { get; set; }
    /// <summary>When output is charged at the end of a call.</summary>
    public double Spent { get; set; }
    /// <summary>When it is charged as it is written, but without what calls in flight have written: below <see cref="Spent"/> only by what a full bucket lost there.</summary>
    public double ProgressiveSpent { get; set; }
    public double DaySpent { get; set; }
    public double RequestsSpent { get; set; }
    public double PicturesSpent { get; set; }
    /// <summary>When the gap after the last picture granted is over.</summary>
    public DateTimeOffset? PicturesFreeAt { get; set; }
    public double Shrink { get; set; } = 1;
    public DateTimeOffset? ThrottledAt { get; set; }
    /// <summary>Tokens charged in all.</summary>
    public double Used { get; set; }
    public IReadOnlyList<CourseShare> Courses { get; set; } = [];

    /// <summary>Refills the buckets until a moment and takes in what has happened.</summary>
    /// <param name="starts">Calls in flight that have started, and those that have not (null): what is reserved for them can only be refilled after.</param>
    /// <param name="hidden">See <see cref="Flight.Hidden"/>, of all calls in flight.</param>
    internal void Advance(
        DateTimeOffset now, QuotaLimits limits, TimeSpan cleanMinute, IEnumerable<QuotaEntry> entries, IEnumerable<(DateTimeOffset? At, double Reserved)> starts, double hidden)
    {
        At ??= now;
        var open = starts.Where(start => start.At is null || start.At > At).ToList();
        var held = open.Sum(start => start.Reserved);
        var events = entries.Select(entry => (At: entry.At == default ? now : entry.At, Entry: (QuotaEntry?)entry, Reserved: 0.0))
            .Concat(open.Where(start => start.At <= now).Select(start => (At: start.At!.Value, Entry: (QuotaEntry?)null, start.Reserved)));
        foreach (var (at, entry, reserved) in events.OrderBy(happened => happened.At))
        {
            Refill(at < now ? at : now, limits, cleanMinute, held, hidden);
            held -= reserved;
            if (entry is not null)
                Take(entry, at, limits.Tokens.Capacity, cleanMinute, hidden);
        }
        Refill(now, limits, cleanMinute, held, hidden);
    }

    /// <summary>Takes what a granted command holds.</summary>
    internal void Take(double tokens, int requests, int pictures, TimeSpan pictureGap, DateTimeOffset now)
    {
        Spent += tokens;
        ProgressiveSpent += tokens;
        DaySpent += tokens;
        RequestsSpent += requests;
        PicturesSpent += pictures;
        if (pictures > 0)
            PicturesFreeAt = (PicturesFreeAt > now ? PicturesFreeAt : now) + (pictures * pictureGap);
    }

    void Refill(DateTimeOffset until, QuotaLimits limits, TimeSpan cleanMinute, double held, double hidden)
    {
        if (ThrottledAt + cleanMinute <= until)
            (ThrottledAt, Shrink) = (null, 1);
        var seconds = Math.Max(0, (until - At!.Value).TotalSeconds);
        var refill = limits.Tokens.Refill * Shrink * seconds;
        Spent = Math.Max(held, Spent - refill);
        ProgressiveSpent = Math.Max(held - hidden, ProgressiveSpent - refill);
        DaySpent = Math.Max(0, DaySpent - (limits.DayTokens.Refill * seconds));
        RequestsSpent = Math.Max(0, RequestsSpent - (limits.Requests.Refill * seconds));
        PicturesSpent = Math.Max(0, PicturesSpent - (limits.Pictures.Refill * seconds));
        At = until > At ? until : At;
    }

    void Take(QuotaEntry entry, DateTimeOffset at, double capacity, TimeSpan cleanMinute, double hidden)
    {
        Spent += entry.Tokens;
        ProgressiveSpent += entry.Tokens;
        DaySpent += entry.Tokens;
        Used += entry.Charged;
        if (!entry.Throttled)
            return;
        if (ThrottledAt is null || at - ThrottledAt > cleanMinute / 12) // calls refused together count once
            Shrink = Math.Max(LeastShrink, Shrink * ShrinkStep);
        ThrottledAt = at;
        if (!double.IsPositiveInfinity(capacity))
            (Spent, ProgressiveSpent) = (Math.Max(Spent, capacity), Math.Max(ProgressiveSpent, capacity - hidden));
    }

    object IRow<QuotaBelief>.Key => Model;
    Guid IRow<QuotaBelief>.Partition => Guid.Empty;
    QuotaBelief IRow<QuotaBelief>.Copy() => (QuotaBelief)MemberwiseClone();
}
