using CourseGen.Contracts;

namespace CourseGen.Models.Profiles;

public sealed class ModelProfileTests
{
    const string SonnetId = "anthropic.claude-sonnet-4-5-20250929-v1:0";
    static readonly ModelRef Sonnet = Bedrock($"global.{SonnetId}");
    static readonly ModelProfile SonnetProfile = new ModelProfiles().Of(Sonnet);

    [Fact]
    public void A_call_costs_its_tokens_each_at_its_price() => SonnetProfile.CostOf(Usage(Sonnet)).ShouldBe(3m + 1.5m + 0.6m + 1.5m);

    [Theory]
    [InlineData($"us.{SonnetId}")]
    [InlineData($"eu.{SonnetId}")]
    [InlineData(SonnetId)]
    [InlineData("arn:aws:bedrock:eu-central-1:1:provisioned-model/x")]
    public void Tokens_cost_a_tenth_more_when_the_inference_profile_is_not_global(string id) =>
        SonnetProfile.CostOf(Usage(Bedrock(id))).ShouldBe((3m + 1.5m + 0.6m + 1.5m) * 1.1m);

    [Fact]
    public void A_picture_costs_its_price() =>
        (ModelProfile.Simulated with { PicturePrice = 0.04m }).CostOf(new(new("simulated", "pictures"), 0, 0, 0, 0, 3)).ShouldBe(0.12m);

    [Fact]
    public void What_is_simulated_or_recorded_is_free()
    {
        foreach (var provider in new[] { "simulated", "recorded" })
        {
            var profile = ModelProfile.Shipped.Single(one => one.IsOf(new(provider, "any")));
            profile.CostOf(new(new(provider, "any"), 1000, 1000, 1000, 1000, 10)).ShouldBe(0m);
        }
        ModelProfile.Shipped.Count(one => one.IsOf(Sonnet)).ShouldBe(1);
        ModelProfile.Shipped.ShouldAllBe(one => !one.IsOf(new("elsewhere", "any")));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("us.", true)]
    [InlineData("us-gov.", true)]
    [InlineData("global.", true)]
    [InlineData("jp.", true)]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.", true)]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/", true)]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/", false)]
    [InlineData("mars.", false)]
    public void A_profile_is_for_every_geography_of_its_model(string before, bool known) => SonnetProfile.IsOf(Bedrock(before + SonnetId)).ShouldBe(known);

    [Theory]
    [InlineData(WorkKind.Lesson, 11_200)]
    [InlineData(WorkKind.Visuals, 2_200)]
    [InlineData(WorkKind.Slides, 11_200)]
    [InlineData(WorkKind.LabPlan, 8_000)]
    [InlineData(WorkKind.Lab, 12_000)]
    [InlineData(WorkKind.Image, 0)]
    [InlineData(WorkKind.Book, 0)]
    public void Every_stage_that_writes_text_has_its_max_tokens(WorkKind kind, int tokens) => ModelProfile.Simulated.MaxTokensOf(kind).ShouldBe(tokens);

    [Fact]
    public void What_a_lesson_is_granted_is_little_above_what_it_uses_and_seldom_too_little()
    {
        (WorkKind Kind, int Input, int Output)[] calls = [(WorkKind.Lesson, 3000, 8000), (WorkKind.Visuals, 9000, 1500), (WorkKind.Slides, 9000, 8000)];

        var granted = calls.Sum(call => call.Input + SonnetProfile.MaxTokensOf(call.Kind));

        (granted / (double)calls.Sum(call => call.Input + call.Output)).ShouldBeLessThanOrEqualTo(1.4);
        // 2.576 deviations above the mean is where 0.5 % of a normal distribution begins.
        calls.ShouldAllBe(call => SonnetProfile.MaxTokensOf(call.Kind) > call.Output * (1 + 2.576 * 0.15));
    }

    [Fact]
    public void A_profile_may_differ_in_one_stage()
    {
        var profile = ModelProfile.Simulated with { MaxTokens = new Dictionary<WorkKind, int> { [WorkKind.Lab] = 4000 } };

        (profile.MaxTokensOf(WorkKind.Lab), profile.MaxTokensOf(WorkKind.Lesson)).ShouldBe((4000, 11_200));
    }

    [Fact]
    public void No_stage_is_granted_more_than_the_model_can_write() =>
        (ModelProfile.Simulated with { OutputLimit = 4096 }).MaxTokensOf(WorkKind.Lesson).ShouldBe(4096);

    [Theory]
    [InlineData("simulated", WorkKind.Lesson, "simulated-1")]
    [InlineData("recorded", WorkKind.Image, "recorded-1")]
    [InlineData("bedrock", WorkKind.Slides, $"global.{SonnetId}")]
    [InlineData("bedrock", WorkKind.Image, "stability.stable-image-core-v1:1")]
    [InlineData("gemini", WorkKind.Image, "gemini-3.1-flash-image")]
    public void A_start_that_names_only_a_provider_gets_its_model_for_the_kind(string provider, WorkKind kind, string model) =>
        ModelProfile.DefaultOf(provider, kind).ShouldBe(new ModelRef(provider, model));

    [Theory]
    [InlineData("2026-09-29T23:59:59Z", false)]
    [InlineData("2026-09-30T00:00:00Z", true)]
    [InlineData("2026-09-29T20:00:00-05:00", true)]
    public void A_model_ends_with_the_day_of_its_end_of_life(string now, bool ended) =>
        new ModelProfiles().Of(Bedrock("amazon.nova-canvas-v1:0")).HasEnded(DateTimeOffset.Parse(now)).ShouldBe(ended);

    [Fact]
    public void A_shipped_model_that_ends_names_another_shipped_one_that_ends_later()
    {
        var ending = ModelProfile.Shipped.Where(profile => profile.EndOfLife is not null).ToList();

        ending.ShouldNotBeEmpty();
        foreach (var profile in ending)
        {
            var replacement = ModelProfile.Shipped.Single(other => (other.Provider, other.Model) == (profile.Provider, profile.Replacement));
            (replacement.EndOfLife ?? DateOnly.MaxValue).ShouldBeGreaterThan(profile.EndOfLife!.Value);
        }
    }

    [Fact]
    public void Every_shipped_Claude_has_limits_prices_and_a_burndown()
    {
        var claude = ModelProfile.Shipped.Where(profile => profile.Model.Contains("claude")).ToList();

        claude.Count.ShouldBeGreaterThanOrEqualTo(8);
        claude.ShouldAllBe(profile => profile.Context >= 200_000 && profile.OutputLimit >= 64_000 && profile.Burndown >= 5 && profile.CacheMinimum >= 512);
        claude.ShouldAllBe(profile => profile.OutputPrice == 5 * profile.InputPrice && profile.CacheReadPrice == profile.InputPrice / 10);
        claude.Select(profile => profile.Model).ShouldBeUnique();
    }

    [Fact]
    public void A_call_takes_until_its_first_token_and_then_what_it_writes() =>
        (SonnetProfile with { TokensPerSecond = 80, FirstToken = TimeSpan.FromSeconds(2) }).DurationOf(8000).ShouldBe(TimeSpan.FromSeconds(102));

    static ModelRef Bedrock(string id) => new("bedrock", id);

    static CallUsage Usage(ModelRef model) => new(model, 1_000_000, 100_000, 2_000_000, 400_000, 0);
}
