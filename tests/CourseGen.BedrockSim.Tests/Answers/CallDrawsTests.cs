using System.Net.Http.Json;
using CourseGen.BedrockSim.Testing;
using CourseGen.Contracts;

namespace CourseGen.BedrockSim.Answers;

public sealed class CallDrawsTests
{
    static readonly CallDraws Draws = new(1, new DrawnCourse());

    [Fact]
    public void A_call_is_drawn_alike_whoever_asks_and_whenever() =>
        new CallDraws(1, new DrawnCourse()).Of(WorkKind.Slides, "07-06").ShouldBe(Draws.Of(WorkKind.Slides, "07-06"));

    [Fact]
    public void Another_seed_kind_item_or_number_draws_another_call() => new[]
    {
        Draws.Of(WorkKind.Lesson, "01-01"), new CallDraws(2, new DrawnCourse()).Of(WorkKind.Lesson, "01-01"), Draws.Of(WorkKind.Slides, "01-01"),
        Draws.Of(WorkKind.Lesson, "01-02"), Draws.Of(WorkKind.Lesson, "01-01", 1),
    }.Select(call => call.Output).ShouldBeUnique();

    [Theory]
    [InlineData(WorkKind.Lesson, 3000, 8000)]
    [InlineData(WorkKind.Visuals, 9000, 1500)]
    [InlineData(WorkKind.Slides, 9000, 8000)]
    public void Output_lies_about_its_mean_by_fifteen_percent(WorkKind kind, long input, double mean)
    {
        var calls = Enumerable.Range(0, 4000).Select(item => Draws.Of(kind, item.ToString())).ToList();

        calls.ShouldAllBe(call => call.Input == input);
        var outputs = calls.Select(call => (double)call.Output!).ToList();
        outputs.Average().ShouldBe(mean, mean * 0.01);
        Math.Sqrt(outputs.Average(output => Math.Pow(output - mean, 2))).ShouldBe(0.15 * mean, 0.01 * mean);
    }

    [Fact]
    public void Pace_lies_evenly_in_its_range()
    {
        var calls = Enumerable.Range(0, 4000).Select(item => Draws.Of(WorkKind.Lesson, item.ToString())).ToList();

        calls.ShouldAllBe(call => call.FirstToken >= 1.8 * 0.7 && call.FirstToken <= 1.8 * 1.6 && call.Rate >= 63 * 0.85 && call.Rate <= 63 * 1.15);
        calls.Average(call => call.FirstToken).ShouldBe(1.8 * 1.15, 0.02);
        calls.Average(call => call.Rate).ShouldBe(63, 0.3);
    }

    [Fact]
    public void Kinds_without_a_mean_are_counted_from_their_text() =>
        Draws.Of(WorkKind.Lab, "01-lab-1").ShouldSatisfyAllConditions(call => call.Input.ShouldBeNull(), call => call.Output.ShouldBeNull(), call => call.Rate.ShouldBePositive());

    [Fact]
    public async Task The_endpoint_draws_as_the_class()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast with { Seed = 7 });
        using var http = new HttpClient { BaseAddress = simulator.Endpoint };

        var drawn = await http.GetFromJsonAsync<DrawnCall>("_sim/draw?kind=Lesson&item=01-02&number=1");

        drawn.ShouldBe(new CallDraws(7, new DrawnCourse()).Of(WorkKind.Lesson, "01-02", 1));
    }
}
