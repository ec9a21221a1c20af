using System.Threading.Channels;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CourseGen.ContentGen.Tests.Testing;

/// <summary>The service on an in-memory bus, over a real folder store, with a model of the test's own.</summary>
sealed class Worker : IAsyncDisposable
{
    public static readonly CourseLocation Location = new("local", "course");
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    static readonly ModelRef Model = new("test", "model");

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-contentgen-");
    readonly Channel<object> _events = Channel.CreateUnbounded<object>();
    readonly ServiceProvider _services;
    readonly IBusControl _bus;

    Worker(CoursePlan plan, TestModel model)
    {
        (Plan, TheModel) = (plan, model);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IArtifactStore>(_ => new FolderStore(_folder.FullName, Location.Bucket))
            .AddSingleton(new TextProvider(Model.Provider, _ => model))
            .AddModels()
            .AddSingleton(new WorkOptions())
            .AddSingleton(new WorkRules(TimeProvider.System, new WorkOptions(), NullLogger<WorkRules>.Instance))
            .AddMassTransit(bus =>
            {
                bus.AddContentGen();
                bus.UsingInMemory((context, memory) =>
                {
                    memory.ReceiveEndpoint("events", endpoint =>
                    {
                        Receive<LessonWritten>(endpoint);
                        Receive<VisualsPlanned>(endpoint);
                        Receive<LabsPlanned>(endpoint);
                        Receive<LabWritten>(endpoint);
                        Receive<WorkFailed>(endpoint);
                        Receive<WorkReturned>(endpoint);
                    });
                    memory.ConfigureEndpoints(context);
                });
            })
            .BuildServiceProvider();
        _bus = _services.GetRequiredService<IBusControl>();
    }

    public CoursePlan Plan { get; }

    public TestModel TheModel { get; }

    public IArtifactStore Store => _services.GetRequiredService<IArtifactStore>();

    public static async Task<Worker> Start(CoursePlan plan, TestModel? model = null)
    {
        var worker = new Worker(plan, model ?? new TestModel());
        await worker.Put("plan.json", DocumentJson.Write(plan));
        await worker._bus.StartAsync();
        return worker;
    }

    public Task Put(string key, byte[] bytes) => Store.PutBytes(Location, key, bytes, PutCondition.Always, CancellationToken.None);

    public Task<byte[]> Read(string key) => Store.ReadBytes(Location, key, CancellationToken.None);

    /// <summary>As a person would.</summary>
    public Task Edit(string key, string text) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, Location.Folder, key), text);

    public void Lose(string key) => File.Delete(Path.Combine(_folder.FullName, Location.Folder, key));

    public async Task<ArtifactRef> Reference(string key) =>
        await Read(key) is var bytes ? new ArtifactRef(key, Fingerprint.Sha256(bytes), bytes.Length) : throw new InvalidOperationException();

    public static WorkOrder Order(int calls = 5, int maxTokens = 100_000, string promptVersion = "1") => new(
        Location, 1, new ArtifactRef("plan.json", "", 0), Guid.NewGuid(), TimeProvider.System.GetUtcNow().AddMinutes(10), TimeSpan.FromMinutes(15),
        new Grant(calls, maxTokens), Model, promptVersion);

    public static WorkUnit Unit(string id, int generation = 0, bool force = false) => new(id, 1, $"basis-{id}", generation, force);

    /// <summary>Send a command and wait for the event of each of its items, in the order of the items' ids.</summary>
    public async Task<IReadOnlyList<IWorkEvent>> Run(IWorkCommand command)
    {
        await _bus.Publish(command, command.GetType());
        using var patience = new CancellationTokenSource(Patience);
        var events = new List<IWorkEvent>();
        while (events.Count < command.Units.Count)
            events.Add((IWorkEvent)await _events.Reader.ReadAsync(patience.Token));
        return [.. events.OrderBy(message => message.Receipt.Item, StringComparer.Ordinal)];
    }

    public async Task<T> RunOne<T>(IWorkCommand command) => (await Run(command)).ShouldHaveSingleItem().ShouldBeOfType<T>();

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    void Receive<T>(IReceiveEndpointConfigurator endpoint)
        where T : class =>
        endpoint.Handler<T>(context => _events.Writer.WriteAsync(context.Message).AsTask());
}
