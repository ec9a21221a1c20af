using System.Globalization;
using CourseGen.BedrockSim;
using CourseGen.BedrockSim.Answers;
using CourseGen.BedrockSim.Quota;
using CourseGen.Contracts;

namespace CourseGen.EndToEnd.Tests;

/// <summary>The program against a simulated Bedrock that has a quota and has seen no call of it before.</summary>
public sealed class BedrockQuotaTests : IAsyncLifetime
{
    const int Quota = 200_000;

    /// <summary>The simulated time runs so much faster; the program's is real, so it is told of a quota and a pace so much higher. With more, a pause of a loaded machine would be a long one.</summary>
    const int Compression = 5;

    readonly TemporaryFolder _folder = new();
    BedrockSimulator _bedrock = null!;

    public async Task InitializeAsync() => _bedrock = await BedrockSimulator.Start(new SimulatorOptions
    {
        Port = 0,
        Compression = Compression,
        CacheMinimum = 0,
        Course = new DrawnCourse
        {
            // By its sizes a lesson reads 2,700 tokens: then twelve fit a full bucket at once, and eight do.
            Means = new Dictionary<WorkKind, (long Input, long Output)>
            {
                [WorkKind.Lesson] = (10_000, 4_000),
                [WorkKind.Visuals] = (9_000, 1_500),
                [WorkKind.Slides] = (9_000, 4_000),
            },
        },
        Quotas = new Dictionary<string, SimulatedQuota>(StringComparer.Ordinal) { ["anthropic.claude-sonnet-4-5"] = new() { TokensPerMinute = Quota } },
    });

    public async Task DisposeAsync()
    {
        await _bedrock.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task No_call_of_a_course_of_twelve_lessons_is_refused_though_nothing_was_known_of_its_calls()
    {
        var outline = await _folder.Write("outline.yaml", TwelveLessons());

        var made = await CoursegenProgram.RunIn(Settings(), ["generate", outline, "--provider", "bedrock", "--content-type", "theory", "--out", _folder["out"]]);

        made.Exit.ShouldBe(0, made.ToString());
        var claude = _bedrock.Report(series: false).Models.Single(model => model.Model.Contains("claude", StringComparison.Ordinal));
        (claude.Useful, claude.Throttles).ShouldBe((36, 0));
    }

    Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["AWS_BEARER_TOKEN_BEDROCK"] = _bedrock.Options.BearerToken,
        ["Models__Bedrock__Endpoint"] = _bedrock.Endpoint.AbsoluteUri,
        ["Models__Bedrock__Region"] = _bedrock.Options.Region,
        ["Models__ConcurrentCalls"] = "128",
        ["Models__Profiles__0__Provider"] = "bedrock",
        ["Models__Profiles__0__Model"] = "anthropic.claude-sonnet-4-5-20250929-v1:0",
        ["Models__Profiles__0__TokensPerSecond"] = Number(63 * Compression),
        ["Models__Profiles__0__FirstToken"] = $"{1800 / Compression}ms",
        ["Models__Profiles__0__Quota__TokensPerMinute"] = Number(Quota * Compression),
        ["Models__Profiles__0__Quota__Burst"] = Number(Quota),
        ["Planner__FitSpacing"] = "5ms",
        ["Quota__TurnPatience"] = "500ms",
        ["Work__ConcurrentCommands"] = "128",
    };

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string TwelveLessons() => "course:\n  title: Keeping a harbour\n  modules:\n" + string.Concat(Enumerable.Range(1, 2).Select(quay =>
        $"    - title: Quay {quay}\n      lessons:\n" + string.Concat(Enumerable.Range(1, 6).Select(berth =>
            $"        - title: Mooring berth {berth} of quay {quay}\n          duration_minutes: 20\n          topics: [Reading the tide, Choosing the lines, Making fast, Letting go]\n"))));
}
