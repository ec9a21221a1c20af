using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CourseGen.BookBuilder.Testing;

/// <summary>The service on the in-memory bus, over a folder that holds a course.</summary>
sealed class BuilderHarness : IAsyncDisposable
{
    public static readonly CourseLocation Course = new("local", "tides");
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-book-");
    readonly ServiceProvider _services;

    public BuilderHarness()
    {
        Store = new FolderStore(_folder.FullName, "local");
        var services = new ServiceCollection().AddLogging().AddSingleton<IArtifactStore>(Store).AddSingleton(TimeProvider.System)
            .AddSingleton(new WorkOptions()).AddSingleton<WorkRules>().AddModels();
        // The test harness stops hosted services after the container has disposed them; books call no model.
        services.RemoveAll<IHostedService>();
        _services = services.AddMassTransitTestHarness(bus =>
        {
            bus.SetTestTimeouts(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
            bus.AddBookBuilder();
        }).BuildServiceProvider();
    }

    public FolderStore Store { get; }

    ITestHarness Bus => _services.GetRequiredService<ITestHarness>();

    public Task Start() => Bus.Start();

    /// <summary>Sends the command and waits for the event about it.</summary>
    /// <param name="skip">Events of that type that were there before.</param>
    public async Task<TEvent> Run<TEvent>(object command, int skip = 0) where TEvent : class
    {
        await Bus.Bus.Publish(command);
        return (await Bus.Published.SelectAsync<TEvent>().Skip(skip).First()).Context.Message;
    }

    public async Task<WorkOrder> Order(SampleCourse course) => new(
        Course, 1, await Put(ArtifactKeys.RevisionPlan(1), DocumentJson.Write(course.Plan)), Guid.Empty, DateTimeOffset.MaxValue,
        TimeSpan.FromMinutes(15), new Grant(0, 0), null, "");

    /// <summary>Stores the course's parts and the inputs that name them.</summary>
    public async Task<ArtifactRef> Inputs(SampleCourse course, WorkKind target)
    {
        var artifacts = new List<InputArtifact>();
        foreach (var (id, text) in course.Lessons)
            artifacts.Add(await Input(WorkKind.Lesson, id, $"lessons/{id}.md", Encoding.UTF8.GetBytes(text)));
        foreach (var id in course.Pictures)
        {
            artifacts.Add(await Input(WorkKind.Image, id, $"images/{id}.png", [137, 80, 78, 71]));
            artifacts.Add(await Input(WorkKind.Visuals, id, $"prompts/{id}.json", DocumentJson.Write(SampleCourse.VisualOf(id))));
        }
        foreach (var (id, text) in course.Labs)
            artifacts.Add(await Input(WorkKind.Lab, id, $"labguide/lab-{id}.md", Encoding.UTF8.GetBytes(text)));
        if (course.LabPlan is { } labPlan)
            artifacts.Add(await Input(WorkKind.LabPlan, "labs", ArtifactKeys.LabMasterPlan, DocumentJson.Write(labPlan)));
        var inputs = DocumentJson.Write(new BuildInputs(target, "book", "", artifacts, []));
        return await Put(ArtifactKeys.Inputs(1, Fingerprint.Sha256(inputs)), inputs);
    }

    public async Task<ArtifactRef> Put(string key, byte[] bytes)
    {
        await Store.PutBytes(Course, key, bytes, PutCondition.Always, CancellationToken.None);
        return new ArtifactRef(key, Fingerprint.Sha256(bytes), bytes.Length);
    }

    public async Task<string> Text(string key) => Encoding.UTF8.GetString(await Store.ReadBytes(Course, key, CancellationToken.None));

    async Task<InputArtifact> Input(WorkKind kind, string item, string key, byte[] bytes) => new(kind, item, key, (await Put(key, bytes)).Sha256);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
