using System.Text;
using CourseGen.Contracts;
using CourseGen.Models.OpenAI;
using CourseGen.Models.Testing;
using CourseGen.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Models.PaidOnce;

public sealed class CallGateTests
{
    const int Ceiling = 3;
    const int Items = 24, CallsPerItem = 2;

    /// <summary>Counted at the endpoint: whatever the commands hold, and though text and pictures come mixed.</summary>
    [Fact]
    public async Task Prefetch_is_a_hard_ceiling_of_the_calls_in_flight()
    {
        await using var server = await LoopbackServer.Start();
        var (inFlight, peak, begun) = (0, 0, 0);
        var (all, full, tooMany) = (Signal(), Signal(), Signal());
        var held = new Lazy<Task>(() => Task.WhenAny(tooMany.Task, Task.Delay(TimeSpan.FromMilliseconds(500))));
        server.Answer = async context =>
        {
            var now = Interlocked.Increment(ref inFlight);
            InterlockedMax(ref peak, now);
            if (now == Ceiling)
                full.TrySetResult();
            if (now > Ceiling)
                tooMany.TrySetResult();
            // The first are held until every item wants to call and as many call as may, and then for one too many, which does not come.
            await Task.WhenAll(all.Task, full.Task);
            await held.Value;
            Interlocked.Decrement(ref inFlight);
            await LoopbackServer.Json(context, context.Request.Path.Value!.Contains("images", StringComparison.Ordinal) ? APicture : AnAnswer);
        };
        using var folder = new TestStore();
        using var provider = new OpenAIProvider(new OpenAIOptions { Endpoint = new Uri(server.Address, "v1"), ApiKey = "k" }, key: null);
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IArtifactStore>(folder)
            .AddSingleton(new TextProvider("openai", provider.Text)).AddSingleton(new PictureProvider("openai", provider.Pictures))
            .AddModels(new PaidOnceOptions { ConcurrentCalls = Ceiling }).BuildServiceProvider();
        var maker = services.GetRequiredService<ArtifactMaker>();

        await Task.WhenAll(Enumerable.Range(0, Items).Select(item => Make(maker, item, Begun))).WaitAsync(Pod.Patience);

        server.Received.Count.ShouldBe(Items * CallsPerItem);
        peak.ShouldBe(Ceiling);

        void Begun()
        {
            if (Interlocked.Increment(ref begun) == Items)
                all.SetResult();
        }
    }

    [Fact]
    public async Task A_call_too_many_begins_when_another_has_ended()
    {
        var gate = new CallGate(new PaidOnceOptions { ConcurrentCalls = 1 });
        var (first, begun) = (Signal(), false);
        var held = gate.Pass(async _ => { await first.Task; return 1; }, default);

        var next = gate.Pass(_ => { begun = true; return Task.FromResult(2); }, default);

        begun.ShouldBeFalse();
        first.SetResult();
        (await held, await next).ShouldBe((1, 2));
    }

    const string AnAnswer = """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Tides."}}]}""";
    const string APicture = """{"created":1,"data":[{"b64_json":"AQID"}]}""";

    static Task<MadeArtifact> Make(ArtifactMaker maker, int item, Action begun) => maker.Write(
        Pod.Unit(model: new ModelRef("openai", "m")), $"lessons/module-1-lesson-{item}-tides.md", $"f{item}", async (calls, cancel) =>
        {
            begun();
            await calls.Ask([new(ChatRole.User, "Write.")], cancel);
            return item % 2 == 0 ? Encoding.UTF8.GetBytes((await calls.Ask([new(ChatRole.User, "More.")], cancel)).Text) : (await calls.Draw(TestStore.Picture, cancel)).Bytes;
        }, CancellationToken.None);

    static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    static void InterlockedMax(ref int highest, int value)
    {
        for (var seen = Volatile.Read(ref highest); value > seen;)
            seen = Interlocked.CompareExchange(ref highest, value, seen) is var was && was == seen ? value : was;
    }
}
