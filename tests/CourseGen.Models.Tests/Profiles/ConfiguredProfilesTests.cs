using CourseGen.Contracts;

namespace CourseGen.Models.Profiles;

public sealed class ConfiguredProfilesTests
{
    const string Key = "Models:Profiles";
    const string SonnetId = "anthropic.claude-sonnet-4-5-20250929-v1:0";
    const string Arn = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2";

    [Fact]
    public void A_setting_is_laid_over_the_shipped_profile()
    {
        var profile = Read(Sonnet() with { InputPrice = 2.5m, Quota = new() { TokensPerMinute = 200_000, Share = 0.5 }, MaxTokens = new() { Lesson = 9000 } })
            .Of(new("bedrock", $"eu.{SonnetId}"));

        profile.InputPrice.ShouldBe(2.5m);
        (profile.OutputPrice, profile.Burndown, profile.Context).ShouldBe((15m, 5, 200_000));
        profile.Quota.ShouldBe(new ModelQuota { TokensPerMinute = 200_000, Share = 0.5 });
        (profile.MaxTokensOf(WorkKind.Lesson), profile.MaxTokensOf(WorkKind.Visuals)).ShouldBe((9000, 2200));
    }

    [Fact]
    public void One_for_a_geography_is_for_that_alone_and_before_the_one_for_all()
    {
        var profiles = Read(Sonnet() with { Quota = new() { TokensPerMinute = 1 } }, Sonnet("us.") with { Quota = new() { TokensPerMinute = 2 } });

        profiles.Of(new("bedrock", $"us.{SonnetId}")).Quota.TokensPerMinute.ShouldBe(2);
        profiles.Of(new("bedrock", $"eu.{SonnetId}")).Quota.TokensPerMinute.ShouldBe(1);
    }

    [Fact]
    public void An_ARN_gets_a_profile_of_its_own()
    {
        var profile = Read(new ProfileSettings { Provider = "bedrock", Model = Arn, Burndown = 5, Quota = new() { TokensPerMinute = 7 } }).Of(new("bedrock", Arn));

        (profile.Quota.TokensPerMinute, profile.Burndown, profile.OutputPrice).ShouldBe((7, 5, 0m));
    }

    [Fact]
    public void A_model_that_nobody_knows_is_not_limited() => new ModelProfiles().Of(new("openai", "gpt-99")).Quota.IsLimited.ShouldBeFalse();

    [Fact]
    public void Without_settings_the_shipped_ones_are_there() => Read().All.ShouldBe(ModelProfile.Shipped);

    [Theory]
    [InlineData("anthropic.claude-sonnet-5-5")]
    [InlineData(Arn)]
    public void A_limited_model_on_Bedrock_whose_burndown_nobody_knows_is_refused(string model) =>
        Problem(new ProfileSettings { Provider = "bedrock", Model = model, Quota = new() { TokensPerMinute = 1000 } })
            .ShouldStartWith($"Models:Profiles:0:Burndown is missing: expected how many tokens of the quota one token of {model}'s output uses");

    [Fact]
    public void A_stage_is_not_granted_more_than_the_model_writes() =>
        Problem(Sonnet() with { MaxTokens = new() { Slides = 70_000 } })
            .ShouldBe("Models:Profiles:0:MaxTokens:Slides is 70000: expected at most 64000, the model's OutputLimit.");

    [Fact]
    public void A_second_profile_of_a_model_is_refused() =>
        ConfiguredProfiles.Read([Sonnet(), Sonnet()], Key).Problems.ShouldHaveSingleItem().ShouldStartWith($"Models:Profiles:1:Model is {SonnetId}, as of one before");

    static ProfileSettings Sonnet(string geography = "") => new() { Provider = "bedrock", Model = geography + SonnetId };

    static ModelProfiles Read(params ProfileSettings[] settings) => ConfiguredProfiles.Read(settings, Key).Profiles.ShouldNotBeNull();

    static string Problem(ProfileSettings settings) => ConfiguredProfiles.Read([settings], Key).Problems.ShouldHaveSingleItem();
}
