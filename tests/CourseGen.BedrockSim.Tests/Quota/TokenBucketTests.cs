namespace CourseGen.BedrockSim.Quota;

/// <summary>200,000 tokens a minute, burndown 5; a lesson of 3,000 in and 8,000 out at 80 tokens a second after 2 seconds: 102 seconds.</summary>
public sealed class TokenBucketTests
{
    const double Burndown = 5;

    static readonly CallSize Lesson = new(Input: 3000, CacheRead: 0, CacheWrite: 0, MaxTokens: 12_000, Output: 8000, FirstToken: 2, Rate: 80);

    [Fact]
    public void A_call_reserves_its_input_and_max_tokens_once_whatever_the_burndown() =>
        After(Bucket(), 0, Lesson).Level.ShouldBe(200_000 - 15_000);

    [Fact]
    public void Cached_tokens_are_reserved_and_only_what_is_written_to_the_cache_is_paid()
    {
        var bucket = After(Bucket(refill: 0), 0, Lesson with { CacheRead = 1000, CacheWrite = 2000 });
        bucket.Level.ShouldBe(200_000 - 18_000);

        bucket.Advance(102);

        bucket.Level.ShouldBe(200_000 - 3000 - 2000 - (5 * 8000), 0.01);
        bucket.Charged.ShouldBe(3000 + 2000 + (5 * 8000), 0.01);
    }

    [Fact]
    public void A_call_that_does_not_fit_is_refused_and_takes_nothing()
    {
        var bucket = Bucket();

        bucket.Admit(Lesson with { MaxTokens = 197_001 }, 0).ShouldBeNull();

        bucket.Level.ShouldBe(200_000);
        bucket.Admit(Lesson with { MaxTokens = 197_000 }, 0).ShouldNotBeNull();
    }

    [Fact]
    public void Progressively_a_call_burns_while_it_writes_and_gives_the_rest_back_at_its_end()
    {
        var bucket = After(Bucket(refill: 0), 0, Lesson);

        Level(bucket, 2).ShouldBe(185_000, 0.01, "nothing is written before the first token");
        Level(bucket, 52).ShouldBe(185_000 - (4 * 4000), 0.01, "4,000 tokens were reserved at 1x and cost 5x");
        Level(bucket, 102).ShouldBe(200_000 - 43_000, 0.01, "the unused 4,000 of the reservation are back");
    }

    [Fact]
    public void Settled_at_the_end_a_call_keeps_its_reservation_until_then()
    {
        var bucket = After(Bucket(Settlement.End, refill: 0), 0, Lesson);

        Level(bucket, 101.9).ShouldBe(185_000, 0.01);
        Level(bucket, 102).ShouldBe(200_000 - 43_000, 0.01);
    }

    [Fact]
    public void It_refills_evenly_up_to_its_burst_and_counts_what_found_no_room()
    {
        var bucket = After(Bucket(), 0, Lesson with { FirstToken = 1000 });

        Level(bucket, 3).ShouldBe(195_000, 0.01);
        Level(bucket, 4.5).ShouldBe(200_000, 0.01);
        Level(bucket, 64.5).ShouldBe(200_000, 0.01);
        bucket.Lost.ShouldBe(200_000, 0.01);
    }

    [Fact]
    public void The_deepest_debt_between_two_requests_is_known_though_nobody_asked_then()
    {
        var bucket = Bucket();
        for (var call = 0; call < 13; call++)
            bucket.Admit(Lesson, 0).ShouldNotBeNull();

        bucket.Advance(10_000);

        const double Refill = 200_000 / 60.0;
        bucket.Lowest.ShouldBe(200_000 - (13 * 15_000) + (102 * Refill) - (13 * 4 * 8000), 1, "just before the end of the calls");
        bucket.Level.ShouldBe(200_000);
    }

    [Fact]
    public void A_debt_is_paid_off_before_a_call_is_let_in()
    {
        var bucket = Bucket(Settlement.End, tpm: 60_000);
        bucket.Admit(Lesson with { MaxTokens = 57_000, Output = 57_000, Rate = 1e9, FirstToken = 0 }, 0).ShouldNotBeNull();
        Level(bucket, 1).ShouldBe(60_000 - 3000 - (5 * 57_000) + 1000, 1);

        bucket.Admit(Lesson, 242).ShouldBeNull();

        bucket.Admit(Lesson, 244).ShouldNotBeNull();
    }

    [Fact]
    public void In_windows_all_of_it_comes_back_every_minute_and_debt_is_forgiven()
    {
        var bucket = Bucket(Settlement.End, refillBy: Refill.Window);
        bucket.Admit(Lesson with { MaxTokens = 190_000, Output = 190_000, Rate = 1e9, FirstToken = 0 }, 10).ShouldNotBeNull();

        Level(bucket, 59.9).ShouldBe(200_000 - 3000 - (5 * 190_000), 1);
        Level(bucket, 60).ShouldBe(200_000);
    }

    [Fact]
    public void A_call_given_up_costs_what_it_has_written()
    {
        var bucket = Bucket(refill: 0);
        var call = bucket.Admit(Lesson, 0)!;

        bucket.Abort(call, 52);

        bucket.Level.ShouldBe(200_000 - 3000 - (5 * 4000), 0.01);
        Level(bucket, 200).ShouldBe(200_000 - 3000 - (5 * 4000), 0.01);
    }

    [Fact]
    public void Another_quota_keeps_what_is_taken()
    {
        var bucket = After(Bucket(), 0, Lesson);

        bucket.SetQuota(new SimulatedQuota { TokensPerMinute = 50_000 }, Burndown, 0);

        bucket.Level.ShouldBe(35_000);
    }

    [Fact]
    public void Without_a_limit_everything_is_let_in_and_charged()
    {
        var bucket = new TokenBucket(SimulatedQuota.Unlimited, Burndown, Settlement.Progressive, Refill.Bucket);
        for (var call = 0; call < 100; call++)
            bucket.Admit(Lesson, call).ShouldNotBeNull();

        bucket.Advance(1000);

        bucket.Charged.ShouldBe(100 * 43_000, 1);
    }

    static TokenBucket Bucket(Settlement settlement = Settlement.Progressive, double? refill = null, long tpm = 200_000, Refill refillBy = Refill.Bucket) =>
        new(refill is null ? new SimulatedQuota { TokensPerMinute = tpm } : new SimulatedQuota { TokensPerMinute = 0 + (long)refill, Burst = tpm }, Burndown, settlement, refillBy);

    static TokenBucket After(TokenBucket bucket, double at, CallSize call)
    {
        bucket.Admit(call, at).ShouldNotBeNull();
        return bucket;
    }

    static double Level(TokenBucket bucket, double at)
    {
        bucket.Advance(at);
        return bucket.Level;
    }
}
