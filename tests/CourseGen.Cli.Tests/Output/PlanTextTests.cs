using CourseGen.Cli.Output;
using CourseGen.Contracts;

namespace CourseGen.Cli.Tests.Output;

public sealed class PlanTextTests
{
    const string TwoModules = """
        course:
          title: Tides
          modules:
            - title: One
              lessons: [{title: A, duration_minutes: 20}, {title: B, duration_minutes: 20}, {title: C, duration_minutes: 20}, {title: D, duration_minutes: 20}]
            - title: Two
              lessons: [{title: E, duration_minutes: 20, topics: [X, Y], labs: [Z]}]
        """;

    [Fact]
    public void A_plan_says_batches_calls_tokens_time_and_cost()
    {
        var text = Lines(PlanText.Of(Plans.Of("tides", TwoModules)));
        text.ShouldContain("  module  1: lessons 1–3, lessons 4–4");
        text.ShouldContain("  module  2: lessons 1–1");
        text.ShouldContain("  1–5");
        text.ShouldContain("calls    23: lessons 5, visuals 5, pictures up to 6, slides 5, lab plans 1, labs 1");
        text.ShouldContain("cost     0.00 USD with simulated");
        text.ShouldContain(line => line.StartsWith("tokens   about "));
        text.ShouldContain(line => line.StartsWith("time     about "));
        text.ShouldContain(line => line.StartsWith("compare  global.anthropic.claude-sonnet-4-5-20250929-v1:0: about ") && line.EndsWith("at 60 tokens a second a call and 16 calls at once"));
    }

    [Fact]
    public void Batches_of_modules_that_are_not_selected_are_left_out()
    {
        var text = Lines(PlanText.Of(Plans.Of("tides", TwoModules, new StartCourse { ProjectFolder = "tides", ModulesToGenerate = "1", DeckBatchSize = 4 })));
        text.ShouldNotContain(line => line.StartsWith("  module  2"));
        text.ShouldContain("  1–4");
    }

    [Fact]
    public void Without_decks_there_are_no_deck_batches() =>
        PlanText.Of(Plans.Of("tides", TwoModules, new StartCourse { ProjectFolder = "tides", BuildDeck = false })).ShouldNotContain("deck batches");

    [Fact]
    public void An_option_that_does_not_hold_is_a_usage_fault()
    {
        var fault = Should.Throw<CommandException>(() => Plans.Of("tides", TwoModules, new StartCourse { ProjectFolder = "tides", ModulesToGenerate = "7" }));
        (fault.ExitCode, fault.Message).ShouldBe((2, "--modules-to-generate: there is no module 7; the outline has 2"));
    }

    static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
