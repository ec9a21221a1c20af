using CourseGen.BedrockSim.Report;
using CourseGen.BedrockSim.Wire;

namespace CourseGen.BedrockSim.Quota;

/// <summary>One model's quota: lets calls in or refuses them, and keeps the account of both.</summary>
sealed class QuotaKeeper
{
    const double Minute = 60;
    const double Day = 86400;

    readonly Lock _lock = new();
    readonly RateLimit _requests;
    readonly RateLimit _day = new(Day, Refill.Window);
    readonly TokenBucket _bucket;
    readonly CallAccount _account;
    readonly string _name;
    SimulatedQuota _quota;

    /// <param name="name">As the quota is named, or the model's id without its geography.</param>
    /// <param name="interval">Model seconds between two samples of the time series.</param>
    public QuotaKeeper(string name, SimulatedQuota quota, Settlement settlement, Refill refill, double interval)
    {
        (_name, _quota) = (name, quota);
        _requests = new RateLimit(Minute, refill);
        _account = new CallAccount(name, interval);
        _bucket = new TokenBucket(quota, quota.BurndownOf(name), settlement, refill, _account.Observe, interval);
    }

    /// <exception cref="BedrockException">Throttled.</exception>
    public AdmittedCall Admit(CallSize size, double at)
    {
        lock (_lock)
        {
            if (!_day.Fits(size.Reserved, _quota.TokensPerDay, at) || _quota.TokensPerMinute == 0)
                throw Refused(BedrockErrors.TooManyTokensPerDay);
            if (!_requests.Fits(1, _quota.RequestsPerMinute, at))
                throw Refused(BedrockErrors.TooManyRequests);
            if (_bucket.Admit(size, at) is not { } call)
                throw Refused(BedrockErrors.TooManyTokens);
            _requests.Take(1);
            _day.Take(size.Charge(1, size.Output));
            _account.Admitted(call, _bucket, _quota);
            return call;
        }
    }

    public void Count(Action<CallAccount> count)
    {
        lock (_lock)
            count(_account);
    }

    /// <summary>An injected error refused the call before the quota was asked.</summary>
    public void Struck(BedrockError error) => Count(account =>
    {
        if (error.Status == 429)
            account.Throttled();
        else
            account.Unavailable();
    });

    /// <summary>The call ended before its time.</summary>
    public void Abort(AdmittedCall call, double at)
    {
        lock (_lock)
            _bucket.Abort(call, at);
    }

    public void SetQuota(SimulatedQuota quota, double at)
    {
        lock (_lock)
        {
            _bucket.SetQuota(quota, quota.BurndownOf(_name), at);
            _quota = quota;
        }
    }

    public ModelReport Report(double at)
    {
        lock (_lock)
        {
            _bucket.Advance(at);
            return _account.Report(_bucket, _quota);
        }
    }

    BedrockException Refused(BedrockError error)
    {
        _account.Throttled();
        return new BedrockException(error);
    }
}
