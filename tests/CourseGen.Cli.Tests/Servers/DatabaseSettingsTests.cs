using CourseGen.Cli.Servers;
using CourseGen.Contracts;

namespace CourseGen.Cli.Tests.Servers;

public sealed class DatabaseSettingsTests : IDisposable
{
    const string Variable = "ConnectionStrings__Postgres";
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_option_wins_over_the_environment_and_that_over_what_dev_up_wrote()
    {
        _folder.Write(DevelopmentFile.Path, $"{Variable}='Host=dev'\n");
        Read("Host=option", new() { [Variable] = "Host=environment" }).ShouldBe(("Host=option", null));
        Read(null, new() { [Variable] = "Host=environment" }).ShouldBe(("Host=environment", null));
        Read(null, []).ShouldBe(("Host=dev", DevelopmentFile.Path));
    }

    [Fact]
    public void Without_any_what_is_needed_is_named()
    {
        var fault = Should.Throw<CommandException>(() => Read(null, []));
        fault.ExitCode.ShouldBe(ExitCodes.Usage);
        fault.Message.ShouldContain("--postgres");
    }

    [Fact]
    public void Limits_are_those_of_the_planners_environment()
    {
        var model = new ModelRef("bedrock", "us.anthropic.claude-sonnet-4-5-20250929-v1:0");
        var settings = DatabaseSettings.Read("Host=db", new Dictionary<string, string>
        {
            ["Models__Profiles__0__Provider"] = model.Provider,
            ["Models__Profiles__0__Model"] = model.Model,
            ["Models__Profiles__0__Quota__TokensPerMinute"] = "200000",
        }, _folder.Path);
        settings.Profiles.Of(model).Quota.TokensPerMinute.ShouldBe(200_000);
    }

    [Fact]
    public void A_limit_that_is_none_is_a_usage_fault()
    {
        var settings = new Dictionary<string, string> { ["Models__Profiles__0__Provider"] = "bedrock", ["Models__Profiles__0__Model"] = "m", ["Models__Profiles__0__Quota__TokensPerMinute"] = "many" };
        Should.Throw<CommandException>(() => DatabaseSettings.Read("Host=db", settings, _folder.Path)).ExitCode.ShouldBe(ExitCodes.Usage);
    }

    (string Postgres, string? Source) Read(string? asked, Dictionary<string, string> environment)
    {
        var settings = DatabaseSettings.Read(asked, environment, _folder.Path);
        return (settings.Postgres, settings.Source);
    }
}
