using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CourseGen.Images.Tests;

/// <summary>The images service on the in-memory bus, over a folder of its own and a model that answers as it is told.</summary>
sealed class ImagesBench : IAsyncDisposable
{
    const string PlanKey = ".coursegen/revisions/1/plan.json";

    static readonly CourseLocation Location = new("local", "harbour-tides");

    readonly string _folder = Directory.CreateTempSubdirectory("coursegen-images-").FullName;
    readonly FolderStore _store;
    readonly ServiceProvider _services;
    readonly IBusControl _bus;
    readonly BusRecorder _recorder = new();
    ArtifactRef? _plan;

    public ImagesBench()
    {
        _store = new FolderStore(_folder, Location.Bucket);
        _services = new ServiceCollection()
            .AddSingleton<IArtifactStore>(_store)
            .AddSingleton(new PictureProvider("scripted", _ => Model))
            .AddSingleton(new WorkOptions())
            .AddSingleton(provider => new WorkRules(TimeProvider.System, provider.GetRequiredService<WorkOptions>(), NullLogger<WorkRules>.Instance))
            .AddModels()
            .AddMassTransit(bus =>
            {
                bus.AddImages();
                bus.UsingInMemory((context, memory) => memory.ConfigureEndpoints(context));
            })
            .AddLogging()
            .BuildServiceProvider(validateScopes: true);
        _bus = _services.GetRequiredService<IBusControl>();
        _bus.ConnectPublishObserver(_recorder);
        _bus.ConnectConsumeMessageObserver(_recorder);
    }

    public ScriptedPictureModel Model { get; } = new();

    public IEnumerable<WorkReturned> Returned => _recorder.Published<WorkReturned>();

    public async Task Start()
    {
        await _bus.StartAsync();
        var plan = DocumentJson.Write(TestPlan.InSpanish(Location.Folder));
        await Put(PlanKey, plan);
        _plan = new ArtifactRef(PlanKey, Fingerprint.Sha256(plan), plan.Length);
    }

    public static Visual Visual(string id, bool diagram, string description) => new(
        id, id[..5], description, diagram ? VisualType.Diagram : VisualType.ArtisticImage, "A photo-like quay, mud below, boats aground", "A quay at low water",
        $"{id}.png", DateTimeOffset.UnixEpoch,
        diagram ? new Diagram(DiagramDirection.Right, [new("a", "Chart datum"), new("b", "Height of tide")], [new("a", "b", "plus")]) : null);

    public Task Prompt(string id, bool diagram, string description = "A quay at low water") =>
        Put(ArtifactKeys.Prompt(id), DocumentJson.Write(Visual(id, diagram, description)));

    public Task Put(string key, byte[] bytes) =>
        _store.PutBytes(Location, key, bytes, PutCondition.Always, CancellationToken.None);

    public Task PutByHand(string key, byte[] bytes)
    {
        var file = Path.Combine(_folder, Location.Folder, key);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return File.WriteAllBytesAsync(file, bytes);
    }

    public Task<byte[]> Bytes(string key) => _store.ReadBytes(Location, key, CancellationToken.None);

    public async Task<bool> Exists(string key) => await _store.Find(Location, key, CancellationToken.None) is not null;

    public WorkUnit Unit(string id) => new(id, Attempt: 1, Basis: "basis", Generation: 0, Force: false);

    public Task<IReadOnlyList<ImagesRendered>> Render(int calls, params string[] ids) => Render(calls, [.. ids.Select(Unit)]);

    public Task<IReadOnlyList<ImagesRendered>> Render(int calls, params WorkUnit[] units) => Render(Guid.NewGuid(), calls, units);

    public async Task<IReadOnlyList<ImagesRendered>> Render(Guid reservation, int calls, params WorkUnit[] units)
    {
        var order = new WorkOrder(
            Location, Revision: 1, _plan, reservation, DateTimeOffset.MaxValue, TimeSpan.FromMinutes(15), new Grant(calls, 0), new ModelRef("scripted", "any"), "1");
        var course = Guid.NewGuid();
        await _bus.Publish(new RenderImages(course, order, units));
        await _recorder.Through(course);
        return [.. _recorder.Published<ImagesRendered>().Where(lesson => lesson.CourseId == course)];
    }

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        await _services.DisposeAsync();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
