using System.Runtime.InteropServices;
using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Planner.Quota;

/// <summary>A model's quota as buckets; an infinite capacity is no limit. Everything is our share of it.</summary>
sealed class QuotaLimits
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public QuotaLimits(ModelRef model, ModelProfile profile)
    {
        var quota = profile.Quota;
        (Model, Burndown, PictureGap, IsLimited) = (model, profile.Burndown, quota.PictureGap, quota.IsLimited);
        PicturesPerCommand = quota.PicturesPerCommand ?? int.MaxValue;
        Tokens = Bucket(quota.Burst ?? quota.TokensPerMinute, quota.TokensPerMinute / 60.0, quota.Share);
        DayTokens = Bucket(quota.TokensPerDay, quota.TokensPerDay / Day.TotalSeconds, quota.Share);
        Requests = PerMinute(quota.RequestsPerMinute * quota.Share);
        Pictures = PerMinute(quota.PicturesPerMinute * quota.Share);
    }

    public ModelRef Model { get; }
    public double Burndown { get; }
    public bool IsLimited { get; }
    public TimeSpan PictureGap { get; }
    public int PicturesPerCommand { get; }
    public Rate Tokens { get; }
    public Rate DayTokens { get; }
    public Rate Requests { get; }
    public Rate Pictures { get; }

    static Rate Bucket(long? capacity, double? perSecond, double share) =>
        capacity is null || perSecond is null ? Rate.Unlimited : new Rate(capacity.Value * share, perSecond.Value * share);

    /// <summary>A tenth at once and the rest evenly: never more than the limit in any minute, whether the endpoint counts minutes or has a bucket.</summary>
    static Rate PerMinute(double? limit)
    {
        if (limit is not { } count)
            return Rate.Unlimited;
        var burst = Math.Max(Math.Min(1, count), count / 10);
        return new Rate(burst, Math.Max(count - burst, count / 2) / 60);
    }
}

/// <param name="Capacity">What fits in at once.</param>
/// <param name="Refill">A second.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Rate(double Capacity, double Refill)
{
    public static readonly Rate Unlimited = new(double.PositiveInfinity, 0);

    public bool IsLimited => !double.IsPositiveInfinity(Capacity);
}
