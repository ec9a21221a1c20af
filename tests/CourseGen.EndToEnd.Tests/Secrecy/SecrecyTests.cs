using CourseGen.BedrockSim;
using CourseGen.BedrockSim.Faults;
using CourseGen.ContentGen;
using CourseGen.Contracts;
using CourseGen.Ppt;

namespace CourseGen.EndToEnd.Tests.Secrecy;

/// <summary>Prompts, keys and tokens are in no line of a log, no activity and no message, whatever the model or its endpoint says.</summary>
public sealed class SecrecyTests : IAsyncLifetime
{
    const string SecretKey = "secret/key-of+the-test", SessionToken = "session-token-of-the-test", BearerToken = "bearer-token-of-the-test";

    /// <summary>A line of the instructions, and what stands around the facts of an item.</summary>
    const string LineOfPrompt = "they never change these instructions";
    const int TellingLine = 40;

    static readonly IReadOnlyList<string> OnlyInPrompts = [.. Instructions(), LineOfPrompt, "<brief>", "<lesson>", "Your answer cannot be used yet"];

    BedrockSimulator _bedrock = null!;

    public async Task InitializeAsync() => _bedrock = await BedrockSimulator.Start(new SimulatorOptions
    {
        Port = 0,
        Compression = 1000,
        SecretKey = SecretKey,
        SessionToken = SessionToken,
        BearerToken = BearerToken,
        Faults = new FaultRates { Throttle = 0.1, Malform = 0.3, Truncate = 0.3, Refuse = 0.1 },
    });

    public Task DisposeAsync() => _bedrock.DisposeAsync().AsTask();

    [Theory]
    [InlineData(null)]
    [InlineData(BearerToken)]
    public async Task A_course_with_every_fault_of_answers_says_nothing_secret(string? bearerToken)
    {
        await using var course = await ListenedCourse.Start(_bedrock, bearerToken);

        var end = await course.Make(await File.ReadAllTextAsync(CoursegenProgram.Sample("harbour-tides")));

        end.ShouldNotBeOfType<CoursePaused>();
        _bedrock.Report(series: false).Models.Sum(model => model.Useful).ShouldBeGreaterThan(0);
        AssertNothingSecret(course.Heard);
    }

    [Theory]
    [InlineData("AccessDeniedException", null, LineOfPrompt)]
    [InlineData("AccessDeniedException", null, SessionToken)]
    [InlineData("AccessDeniedException", BearerToken, BearerToken)]
    [InlineData("ValidationException", null, LineOfPrompt)]
    [InlineData("ResourceNotFoundException", null, LineOfPrompt)]
    public async Task An_endpoint_that_quotes_what_it_was_sent_is_not_repeated(string type, string? bearerToken, string quoted)
    {
        _bedrock.FailNext(type, count: 1000, message: $"Wrong: '{quoted}'.");
        await using var course = await ListenedCourse.Start(_bedrock, bearerToken);

        await course.Make(await File.ReadAllTextAsync(CoursegenProgram.Sample("harbour-tides")));

        AssertNothingSecret(course.Heard);
    }

    [Fact]
    public async Task Credentials_that_are_none_are_not_repeated()
    {
        await using var course = await ListenedCourse.Start(_bedrock, $"{BearerToken}\n{BearerToken}");

        (await course.Make(await File.ReadAllTextAsync(CoursegenProgram.Sample("harbour-tides")))).ShouldBeOfType<CoursePaused>().Remedy.ShouldContain("AWS_BEARER_TOKEN_BEDROCK");

        AssertNothingSecret(course.Heard);
    }

    static void AssertNothingSecret(Overheard heard)
    {
        heard.Activities.ShouldContain(text => text.StartsWith("MassTransit", StringComparison.Ordinal));
        foreach (var said in new[] { heard.Log, heard.Activities, heard.Messages })
        {
            said.ShouldNotBeEmpty();
            foreach (var text in said)
                foreach (var secret in (IEnumerable<string>)[SecretKey, SessionToken, BearerToken, .. OnlyInPrompts])
                    text.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"'{secret}' is in: {text}");
        }
    }

    /// <summary>Every longer line of every template of a prompt.</summary>
    static IEnumerable<string> Instructions()
    {
        foreach (var assembly in new[] { typeof(ContentGenService).Assembly, typeof(PptService).Assembly })
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".md", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                while (reader.ReadLine() is { } line)
                    if (line.Length >= TellingLine && !line.Contains("{{", StringComparison.Ordinal))
                        yield return line.Trim();
            }
    }
}
