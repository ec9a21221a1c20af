using CourseGen.BedrockSim.Answers;
using CourseGen.BedrockSim.Testing;
using CourseGen.Contracts;
using CourseGen.Models.Testing;
using Microsoft.Extensions.AI;

namespace CourseGen.BedrockSim;

/// <summary>With a clock of our own.</summary>
public sealed class ModelCallTests
{
    readonly FakeTime _time = new();

    [Fact]
    public async Task A_call_takes_its_drawn_time_divided_by_the_compression()
    {
        var simulation = new Simulation(new SimulatorOptions { Compression = 10 }, _time);
        var drawn = simulation.Draws.Of(WorkKind.Lesson, "01-01");
        var call = await ModelCall.Start(simulation, Asked(Caller.BriefOf(WorkKind.Lesson, "01-01")));

        var whole = call.Whole(CancellationToken.None);
        await Advance(drawn.FirstToken / 10);
        await Advance((drawn.Duration!.Value - drawn.FirstToken) / 10 - 0.01);
        whole.IsCompleted.ShouldBeFalse();
        await Advance(0.02);

        (await whole.WaitAsync(TimeSpan.FromSeconds(30))).Output.ShouldBe(drawn.Output!.Value);
        call.FirstByteLatency.ShouldBe((long)(drawn.FirstToken * 100));
    }

    [Fact]
    public async Task A_stream_begins_with_its_first_token_and_gives_the_whole_text_in_pieces()
    {
        var simulation = new Simulation(new SimulatorOptions { Compression = 10 }, _time);
        var call = await ModelCall.Start(simulation, Asked(Caller.BriefOf(WorkKind.Lesson, "01-01")));
        await using var pieces = call.Stream(CancellationToken.None).GetAsyncEnumerator();

        var first = pieces.MoveNextAsync().AsTask();
        await Advance(call.Size.FirstToken / 10 + 0.01);
        (await first).ShouldBeTrue();
        pieces.Current.ShouldBeEmpty();

        var text = new List<string>();
        for (var next = pieces.MoveNextAsync().AsTask(); ; next = pieces.MoveNextAsync().AsTask())
        {
            if (!next.IsCompleted)
                await Advance(1);
            if (!await next.WaitAsync(TimeSpan.FromSeconds(30)))
                break;
            text.Add(pieces.Current);
        }
        string.Concat(text).ShouldBe(call.Answer.Text);
        text.Count.ShouldBeGreaterThan(10);
    }

    async Task Advance(double seconds)
    {
        await _time.Waiting(TimeSpan.FromHours(1));
        _time.Advance(TimeSpan.FromSeconds(seconds));
    }

    static Prompt Asked(string text) => new(Caller.Model, [new ChatMessage(ChatRole.User, text)], 20_000, []);
}
