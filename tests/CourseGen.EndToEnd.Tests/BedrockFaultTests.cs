using System.Net;
using System.Net.Sockets;
using CourseGen.BedrockSim;
using CourseGen.BedrockSim.Faults;
using CourseGen.BedrockSim.Quota;
using CourseGen.Contracts;
using CourseGen.Models.Bedrock;

namespace CourseGen.EndToEnd.Tests;

/// <summary>
/// What is wrong with credentials, region, model, endpoint or quota pauses the course with one line that names the setting; what is wrong with
/// the answers makes gaps. Neither goes on spending, and nothing secret is said.
/// </summary>
public sealed class BedrockFaultTests : IAsyncLifetime
{
    /// <summary>Of a module of three lessons: each lesson's first call and the lab plan's.</summary>
    const int FirstCalls = 4;

    readonly TemporaryFolder _folder = new();
    readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);
    BedrockSimulator _bedrock = null!;

    public async Task InitializeAsync()
    {
        _bedrock = await BedrockSimulator.Start(new SimulatorOptions { Port = 0, Compression = 1000 });
        _settings["Models__Bedrock__Endpoint"] = _bedrock.Endpoint.AbsoluteUri;
        _settings["Models__ThrottleRetry"] = "1s";
        _settings["Models__ThrottleDelay"] = "50ms";
        _settings["AWS_REGION"] = _bedrock.Options.Region;
        _settings["AWS_ACCESS_KEY_ID"] = _bedrock.Options.AccessKey;
        _settings["AWS_SECRET_ACCESS_KEY"] = _bedrock.Options.SecretKey;
    }

    public async Task DisposeAsync()
    {
        await _bedrock.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("ExpiredTokenException", "AWS_SESSION_TOKEN")]
    [InlineData("AccessDeniedException", "bedrock:InvokeModel")]
    [InlineData("ServiceQuotaExceededException", "Service Quotas")]
    public async Task A_refusal_that_a_person_must_mend_pauses_the_course(string type, string named)
    {
        _bedrock.FailNext(type, count: 1000);
        await PausesNaming(named);
    }

    [Fact]
    public async Task A_region_that_is_not_the_endpoints_pauses_the_course()
    {
        _settings["AWS_REGION"] = "eu-west-1";
        await PausesNaming("Models__Bedrock__Region");
    }

    [Fact]
    public async Task A_region_that_is_no_regions_name_pauses_the_course()
    {
        _settings["AWS_REGION"] = "us east";
        await PausesNaming("AWS_REGION");
    }

    [Fact]
    public async Task An_unknown_model_pauses_the_course() => await PausesNaming("--text-model", "--text-model", "a-model-of-nobody");

    [Fact]
    public async Task An_unknown_model_of_pictures_pauses_the_course() =>
        await Paused("--image-model", "--image-model", "a-painter-of-nobody", "--content-type", "theory");

    [Fact]
    public async Task An_endpoint_that_is_down_pauses_the_course()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var down = port.LocalEndpoint;
        port.Stop();
        _settings["Models__Bedrock__Endpoint"] = $"http://{down}/";
        await PausesNaming("Models__Bedrock__Endpoint");
    }

    [Fact]
    public async Task An_endpoint_whose_certificate_nobody_vouches_for_pauses_the_course()
    {
        await using var server = UntrustedServer.Start();
        _settings["Models__Bedrock__Endpoint"] = server.Address.AbsoluteUri;
        await PausesNaming("SSL_CERT_FILE");
    }

    [Fact]
    public async Task A_quota_of_zero_at_Bedrock_pauses_the_course()
    {
        _bedrock.SetQuota("anthropic.claude", new SimulatedQuota { TokensPerMinute = 0 });
        await PausesNaming("Service Quotas");
    }

    [Fact]
    public async Task A_quota_of_zero_in_the_profile_is_refused_before_anything_is_called()
    {
        _settings["Models__Profiles__0__Provider"] = "bedrock";
        _settings["Models__Profiles__0__Model"] = "anthropic.claude-sonnet-4-5-20250929-v1:0";
        _settings["Models__Profiles__0__Quota__TokensPerMinute"] = "0";

        var refused = await Generate();

        refused.Exit.ShouldBe(2, refused.ToString());
        refused.Errors.ShouldContain("Models:Profiles:0:Quota:TokensPerMinute");
        Calls().ShouldBe(0);
    }

    [Fact]
    public async Task Nonsense_at_every_stage_after_the_lessons_makes_gaps_and_an_end()
    {
        var faults = new FaultRates { Malform = 1, Kinds = [WorkKind.Visuals, WorkKind.Slides, WorkKind.LabPlan, WorkKind.Lab, WorkKind.Image] };
        _bedrock.Reset(_bedrock.Options with { Faults = faults });

        var made = await Generate();

        made.Exit.ShouldBe(6, made.ToString());
        AssertNothingSecret(made);
        Calls().ShouldBe(_bedrock.Report(series: false).Models.Sum(model => model.Useful + model.Malformed));
        // The lessons; their visuals and the lab twice, their slides and the lab plan three times.
        Calls().ShouldBe(3 + (3 * 2) + (3 * 3) + 3 + 2);
    }

    [Fact]
    public async Task A_picture_that_is_refused_is_asked_for_once_more_although_its_models_grants_are_one_call()
    {
        _bedrock.Reset(_bedrock.Options with { Faults = new FaultRates { Refuse = 0.5, Kinds = [WorkKind.Image] } });
        _settings["Models__Profiles__0__Provider"] = "bedrock";
        _settings["Models__Profiles__0__Model"] = "stability.stable-image-core-v1:1";
        _settings["Models__Profiles__0__Quota__PicturesPerMinute"] = "1000";

        var made = await Generate("--content-type", "theory", "--build-deck", "false", "--json");

        var gaps = made.Report.GetProperty("gaps").GetArrayLength();
        made.Exit.ShouldBe(gaps > 0 ? 6 : 0, made.ToString());
        var painter = _bedrock.Report(series: false).Models.Single(model => model.Model.StartsWith("stability", StringComparison.Ordinal));
        painter.Calls.ShouldBe((int)(painter.Pictures + painter.Refusals));
        // Each gap was refused twice; the others that were refused came by simpler words.
        painter.Refusals.ShouldBeGreaterThan(2 * gaps);
    }

    /// <summary>At the first calls, none of which is answered.</summary>
    async Task PausesNaming(string setting, params string[] arguments)
    {
        await Paused(setting, arguments);
        Calls().ShouldBeLessThanOrEqualTo(FirstCalls);
        _bedrock.Report(series: false).Models.Sum(model => model.Useful).ShouldBe(0);
    }

    async Task Paused(string setting, params string[] arguments)
    {
        var paused = await Generate(arguments);

        paused.Exit.ShouldBe(4, paused.ToString());
        paused.Errors.Split('\n').Where(line => line.StartsWith("Paused:", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain(setting);
        paused.Errors.ShouldNotContain("missing:");
        AssertNothingSecret(paused);
    }

    int Calls() => _bedrock.Report(series: false).Models.Sum(model => model.Calls);

    void AssertNothingSecret(ProgramResult result)
    {
        foreach (var said in (string[])[result.Errors, result.Output])
        {
            said.ShouldNotContain("   at ");
            said.ShouldNotContain(_bedrock.Options.SecretKey);
            said.ShouldNotContain("You write");
        }
    }

    Task<ProgramResult> Generate(params string[] arguments) => CoursegenProgram.RunIn(_settings,
        ["generate", CoursegenProgram.Sample("harbour-tides"), "--provider", "bedrock", "--modules-to-generate", "1", "--out", _folder["out"], .. arguments]);
}
