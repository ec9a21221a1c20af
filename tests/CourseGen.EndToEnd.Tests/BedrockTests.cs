using CourseGen.BedrockSim;
using CourseGen.BedrockSim.Faults;

namespace CourseGen.EndToEnd.Tests;

/// <summary>The program with <c>--provider bedrock</c> against a simulated Bedrock: only the endpoint is not AWS's.</summary>
public sealed class BedrockTests : IAsyncLifetime
{
    const int Compression = 60;
    readonly TemporaryFolder _folder = new();
    BedrockSimulator _bedrock = null!;

    public async Task InitializeAsync() => _bedrock = await BedrockSimulator.Start(new SimulatorOptions { Port = 0, Compression = Compression });

    public async Task DisposeAsync()
    {
        await _bedrock.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_course_is_made_with_nothing_changed_but_the_endpoint()
    {
        var made = await Generate("--json");

        made.Exit.ShouldBe(0, made.ToString());
        made.Report.GetProperty("gaps").GetArrayLength().ShouldBe(0);
        var models = _bedrock.Report(series: false).Models;
        models.Sum(model => model.Useful).ShouldBe(made.Report.GetProperty("calls").GetInt32());
        models.Sum(model => model.Throttles).ShouldBe(0);
    }

    [Fact]
    public async Task Refused_calls_broken_answers_and_answers_cut_off_leave_no_gap()
    {
        _bedrock.Reset(_bedrock.Options with { Faults = new FaultRates { Throttle = 0.1, Unavailable = 0.05, Truncate = 0.3 } });

        var made = await Generate("--json");

        made.Exit.ShouldBe(0, made.ToString());
        _bedrock.Report(series: false).Models.Sum(model => model.Continued).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Wrong_credentials_pause_the_course_with_one_line_and_the_right_ones_let_it_go_on()
    {
        var paused = await GenerateAs("AKIAOTHER", "another-secret");

        paused.Exit.ShouldBe(4, paused.ToString());
        var line = paused.Errors.Split('\n').Single(line => line.StartsWith("Paused:", StringComparison.Ordinal));
        line.ShouldContain("AWS_ACCESS_KEY_ID");
        paused.Errors.ShouldNotContain("another-secret");
        (await Generate()).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task A_model_that_answers_nonsense_for_ever_is_asked_no_more_than_its_tries()
    {
        _bedrock.Reset(_bedrock.Options with { Faults = new FaultRates { Malform = 1 } });

        var failed = await Generate();

        failed.Exit.ShouldBe(4, failed.ToString());
        failed.Errors.Split('\n').Where(line => line.StartsWith("Failed:", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("--text-model");
        // Each lesson twice, the lab plan three times.
        _bedrock.Report(series: false).Models.Sum(model => model.Calls).ShouldBe((3 * 2) + 3);
    }

    Task<ProgramResult> Generate(params string[] arguments) => GenerateAs(_bedrock.Options.AccessKey, _bedrock.Options.SecretKey, arguments);

    Task<ProgramResult> GenerateAs(string key, string secret, params string[] arguments) => CoursegenProgram.RunIn(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Models__Bedrock__Endpoint"] = _bedrock.Endpoint.AbsoluteUri,
            ["Models__ThrottleDelay"] = "50ms",
            ["AWS_REGION"] = _bedrock.Options.Region,
            ["AWS_ACCESS_KEY_ID"] = key,
            ["AWS_SECRET_ACCESS_KEY"] = secret,
        },
        ["generate", CoursegenProgram.Sample("harbour-tides"), "--provider", "bedrock", "--modules-to-generate", "1", "--out", _folder["out"], .. arguments]);
}
