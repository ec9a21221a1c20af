using System.Text;
using CourseGen.Contracts;
using CourseGen.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Models.Testing;

/// <summary>What one worker process has, over a store that others may share.</summary>
sealed class Pod : IDisposable
{
    public const string Key = "lessons/module-1-lesson-1-tides.md";
    public const string Made = "f1";
    /// <summary>Of the real clock: what waits in vain fails instead of hanging.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    static readonly ChatMessage[] Prompt = [new(ChatRole.User, "Write.")];
    readonly ServiceProvider _services;

    public Pod(IArtifactStore store, ScriptedModel model, TimeProvider time, PaidOnceOptions? options = null, SeededFailures? failures = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton(store)
            .AddSingleton(model.Text).AddSingleton(model.Pictures).AddModels(options);
        if (failures is not null)
            services.AddSingleton(failures);
        _services = services.BuildServiceProvider();
    }

    public ArtifactMaker Maker => _services.GetRequiredService<ArtifactMaker>();

    public RunningCalls Running => _services.GetRequiredService<RunningCalls>();

    public Claims Claims => _services.GetRequiredService<Claims>();

    public static UnitContext Unit(int calls = 3, bool force = false, Guid? reservation = null, ModelRef? model = null) => new(
        Guid.Empty, WorkKind.Lesson,
        new WorkOrder(TestStore.Course, 1, null, reservation ?? Guid.Empty, DateTimeOffset.MaxValue, TimeSpan.FromSeconds(900), new Grant(calls, 8000), model ?? ScriptedModel.Ref, "v1"),
        new WorkUnit("01-01", 1, "basis", 0, force));

    /// <summary>A lesson of one answer.</summary>
    public Task<MadeArtifact> Write(UnitContext? unit = null, string fingerprint = Made, CancellationToken token = default) =>
        Maker.Write(unit ?? Unit(), Key, fingerprint, async (calls, cancel) => Encoding.UTF8.GetBytes((await calls.Ask(Prompt, cancel)).Text), token)
            .WaitAsync(Patience);

    /// <summary>A lesson of so many answers, a line each.</summary>
    public Task<MadeArtifact> WriteAll(int answers, UnitContext unit) => Maker.Write(unit, Key, Made, async (calls, cancel) =>
    {
        var text = new StringBuilder();
        for (var n = 0; n < answers; n++)
            text.Append((await calls.Ask(Prompt, cancel)).Text).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }, CancellationToken.None).WaitAsync(Patience);

    public Task<MadeArtifact> Draw(UnitContext? unit = null) => Maker.Write(
        unit ?? Unit(), Key, Made, async (calls, cancel) => (await calls.Draw(TestStore.Picture, cancel)).Bytes, CancellationToken.None).WaitAsync(Patience);

    public void Dispose() => _services.Dispose();
}
