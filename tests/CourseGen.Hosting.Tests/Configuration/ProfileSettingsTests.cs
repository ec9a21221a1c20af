using CourseGen.Contracts;
using CourseGen.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Hosting.Configuration;

public sealed class ProfileSettingsTests
{
    const string Sonnet = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    [Fact]
    public void Profiles_are_read_from_the_configuration()
    {
        var profile = Read(
            ("Profiles:0:Provider", "bedrock"), ("Profiles:0:Model", Sonnet), ("Profiles:0:EndOfLife", "2027-01-31"), ("Profiles:0:Replacement", "x"),
            ("Profiles:0:InputPrice", "2.5"), ("Profiles:0:MaxTokens:Lesson", "9000"),
            ("Profiles:0:Quota:TokensPerMinute", "200000"), ("Profiles:0:Quota:Share", "0.5"), ("Profiles:0:Quota:PictureGap", "10s"))
            .Of(new("bedrock", $"us.{Sonnet}"));

        (profile.EndOfLife, profile.Replacement, profile.InputPrice, profile.OutputPrice).ShouldBe((new DateOnly(2027, 1, 31), "x", 2.5m, 15m));
        profile.MaxTokensOf(WorkKind.Lesson).ShouldBe(9000);
        profile.Quota.ShouldBe(new ModelQuota { TokensPerMinute = 200_000, Share = 0.5, PictureGap = TimeSpan.FromSeconds(10) });
    }

    [Theory]
    [InlineData("Quota:TokensPerMinute", "0", "Models:Profiles:0:Quota:TokensPerMinute is 0: expected 1 to 1000000000000.")]
    [InlineData("Quota:Share", "2", "Models:Profiles:0:Quota:Share is 2: expected 0.01 to 1.")]
    [InlineData("Quota:TokensPerMinutes", "9", "Models:Profiles:0:Quota:TokensPerMinutes is no setting: did you mean Models:Profiles:0:Quota:TokensPerMinute?")]
    [InlineData("EndOfLife", "30.9.2026", "Models:Profiles:0:EndOfLife is '30.9.2026': expected a date such as 2026-09-30.")]
    [InlineData("MaxTokens:Lesson", "70000", "Models:Profiles:0:MaxTokens:Lesson is 70000: expected at most 64000, the model's OutputLimit.")]
    [InlineData("Burndown", "0", "Models:Profiles:0:Burndown is 0: expected 0.1 to 100.")]
    public void A_wrong_setting_ends_the_start_with_its_key(string key, string value, string problem) =>
        Should.Throw<SettingsException>(() => Read(("Profiles:0:Provider", "bedrock"), ("Profiles:0:Model", Sonnet), ($"Profiles:0:{key}", value)))
            .Message.ShouldBe(problem);

    [Fact]
    public void A_profile_without_its_model_ends_the_start() =>
        Should.Throw<SettingsException>(() => Read(("Profiles:0:Provider", "bedrock"))).Message.ShouldBe("Models:Profiles:0:Model is missing: expected text.");

    static ModelProfiles Read(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"Models:{one.Key}", (string?)one.Value)));
        builder.AddModelProviders();
        using var services = builder.Services.BuildServiceProvider();
        return services.GetRequiredService<ModelProfiles>();
    }
}
