using CourseGen.Contracts;

namespace CourseGen.Models.Profiles;

public sealed class ModelProfileTests
{
    static readonly ModelRef Sonnet = new("bedrock", "claude-sonnet-4-5");

    [Fact]
    public void A_call_costs_its_tokens_each_at_its_price()
    {
        var usage = new CallUsage(Sonnet, 1_000_000, 100_000, 2_000_000, 400_000, 0);

        ModelProfile.ClaudeSonnet45.CostOf(usage).ShouldBe(3m + 1.5m + 0.6m + 1.5m);
    }

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
    [InlineData(WorkKind.Lesson, 8000)]
    [InlineData(WorkKind.Visuals, 4000)]
    [InlineData(WorkKind.Slides, 8000)]
    [InlineData(WorkKind.LabPlan, 8000)]
    [InlineData(WorkKind.Lab, 12000)]
    [InlineData(WorkKind.Image, 0)]
    [InlineData(WorkKind.Book, 0)]
    public void Every_stage_that_writes_text_has_its_max_tokens(WorkKind kind, int tokens) => ModelProfile.Simulated.MaxTokensOf(kind).ShouldBe(tokens);

    [Fact]
    public void A_profile_may_differ_in_one_stage()
    {
        var profile = ModelProfile.Simulated with { MaxTokens = new Dictionary<WorkKind, int> { [WorkKind.Lab] = 4000 } };

        (profile.MaxTokensOf(WorkKind.Lab), profile.MaxTokensOf(WorkKind.Lesson)).ShouldBe((4000, 8000));
    }

    [Theory]
    [InlineData("simulated", "simulated-1")]
    [InlineData("recorded", "recorded-1")]
    [InlineData("bedrock", "claude-sonnet-4-5")]
    public void A_start_that_names_only_a_provider_gets_its_first_model(string provider, string model) =>
        ModelProfile.DefaultOf(provider).ShouldBe(new ModelRef(provider, model));
}
