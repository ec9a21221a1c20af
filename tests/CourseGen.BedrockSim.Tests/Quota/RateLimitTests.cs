namespace CourseGen.BedrockSim.Quota;

public sealed class RateLimitTests
{
    [Fact]
    public void A_bucket_lets_a_minutes_requests_through_at_once_and_then_one_at_a_time()
    {
        var limit = new RateLimit(60, Refill.Bucket);

        Taken(limit, 60, at: 0).ShouldBe(60);
        Taken(limit, 60, at: 1).ShouldBe(1);
        Taken(limit, 60, at: 11).ShouldBe(10);
    }

    [Fact]
    public void A_window_lets_them_through_once_in_its_minute()
    {
        var limit = new RateLimit(60, Refill.Window);

        Taken(limit, 60, at: 0).ShouldBe(60);
        Taken(limit, 60, at: 59.9).ShouldBe(0);
        Taken(limit, 60, at: 60).ShouldBe(60);
    }

    [Fact]
    public void No_limit_lets_everything_through() => new RateLimit(60, Refill.Bucket).Fits(1e12, null, 0).ShouldBeTrue();

    static int Taken(RateLimit limit, int perMinute, double at)
    {
        var taken = 0;
        for (; limit.Fits(1, perMinute, at); taken++)
            limit.Take(1);
        return taken;
    }
}
