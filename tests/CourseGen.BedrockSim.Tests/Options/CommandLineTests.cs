using CourseGen.BedrockSim.Quota;

namespace CourseGen.BedrockSim.Options;

public sealed class CommandLineTests
{
    [Fact]
    public void Quotas_are_named_and_may_be_several()
    {
        var options = CommandLine.Read(["--quota", "anthropic.claude-sonnet-4-5=200000,burst=50000,rpm=200,tpd=144000000,burndown=10", "--quota", "amazon.nova-canvas=-,rpm=6"]);

        options.Quotas["anthropic.claude-sonnet-4-5"].ShouldBe(new SimulatedQuota { TokensPerMinute = 200_000, Burst = 50_000, RequestsPerMinute = 200, TokensPerDay = 144_000_000, Burndown = 10 });
        options.Quotas["amazon.nova-canvas"].ShouldBe(new SimulatedQuota { RequestsPerMinute = 6 });
    }

    [Fact]
    public void The_command_line_comes_after_the_settings_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """{ "seed": 7, "compression": 30, "settlement": "end", "quota": ["a=1", "b=2"] }""");

            var options = CommandLine.Read(["--settings", file, "--seed", "8"]);

            (options.Seed, options.Compression, options.Settlement, options.Quotas.Count).ShouldBe((8, 30, Settlement.End, 2));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("--compression: expected a number from 0.1 to 1000, not '0'.", "--compression", "0")]
    [InlineData("--seed: expected N, not 'one'.", "--seed", "one")]
    [InlineData("--settlement: expected progressive|end, not 'never'.", "--settlement", "never")]
    [InlineData("--settlement: expected progressive|end, not '1'.", "--settlement", "1")]
    [InlineData("--quota: expected MODEL=TPM[,burst=N][,rpm=N][,tpd=N][,burndown=B], not 'claude'.", "--quota", "claude")]
    [InlineData("--quota of claude: expected 0 or more tokens per minute, not '-1'.", "--quota", "claude=-1")]
    [InlineData("--unavailable: expected a share from 0 to 1, not '5'.", "--unavailable", "5")]
    [InlineData("There is no option --speeed.", "--speeed", "5")]
    [InlineData("--seed has no value.", "--seed")]
    [InlineData("Expected --NAME VALUE, not 'seed'.", "seed", "5")]
    public void What_cannot_be_is_refused_by_name(string message, params string[] arguments) =>
        Should.Throw<SimulatorOptionException>(() => CommandLine.Read(arguments)).Message.ShouldBe(message);

    [Fact]
    public void A_settings_file_that_is_not_there_is_named() =>
        Should.Throw<SimulatorOptionException>(() => CommandLine.Read(["--settings", "/no/such/file"])).Message.ShouldStartWith("--settings: '/no/such/file' cannot be read: ");
}
