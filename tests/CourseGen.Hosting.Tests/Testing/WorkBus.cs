using System.Collections.Concurrent;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Models.Testing;
using CourseGen.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CourseGen.Hosting.Testing;

/// <summary>A worker of one consumer on an in-memory bus, over a real folder store, on a clock of the test's own.</summary>
sealed class WorkBus : IAsyncDisposable
{
    /// <summary>Of the real clock: what waits in vain fails instead of hanging.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    public static readonly ModelRef Model = new("test", "painter");

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-hosting-");
    readonly ServiceProvider _services;
    readonly IBusControl _bus;

    WorkBus(TestWork work, TestPictures pictures, Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IArtifactStore>(_ => new FolderStore(_folder.FullName, "local"))
            .AddSingleton(new PictureProvider(Model.Provider, _ => pictures))
            .AddModels(new PaidOnceOptions { ThrottleDelay = TimeSpan.Zero })
            .AddSingleton(work)
            .AddSingleton(new WorkRules(Time, new WorkOptions(), NullLogger<WorkRules>.Instance))
            .AddMassTransit(bus =>
            {
                bus.DisableUsageTelemetry();
                bus.AddConsumer<TestConsumer, TestDefinition>();
                bus.UsingInMemory((context, memory) =>
                {
                    memory.UseCourseConventions(context);
                    memory.ConfigureEndpoints(context);
                });
            });
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
        _bus = _services.GetRequiredService<IBusControl>();
        _bus.ConnectPublishObserver(Published);
        _bus.ConnectReceiveObserver(Deliveries);
    }

    public FakeTime Time { get; } = new();

    public PublishedMessages Published { get; } = new();

    public Deliveries Deliveries { get; } = new();

    public ArtifactMaker Maker => _services.GetRequiredService<ArtifactMaker>();

    public static async Task<WorkBus> Start(TestWork work, TestPictures? pictures = null, Action<IServiceCollection>? more = null)
    {
        var bus = new WorkBus(work, pictures ?? new TestPictures(), more);
        await bus._bus.StartAsync();
        return bus;
    }

    /// <summary>A command of 900 seconds, its guard 120.</summary>
    public WriteLessons Command(params string[] lessons) => new(
        Guid.NewGuid(),
        new WorkOrder(new("local", "tides"), 1, null, Guid.NewGuid(), Time.GetUtcNow().AddMinutes(10), TimeSpan.FromSeconds(900), new Grant(3, 8000), Model, "1"),
        [.. lessons.Select(lesson => new WorkUnit(lesson, 1, "basis", 0, Force: false))]);

    public Task Send(WriteLessons command) => _bus.Publish(command);

    /// <summary>Sends the command and waits until its delivery is acknowledged.</summary>
    /// <returns>What was published of it.</returns>
    public async Task<IReadOnlyList<object>> Run(WriteLessons command)
    {
        await Send(command);
        await Deliveries.Acknowledged(1);
        return Published.Events;
    }

    public Task<object> Draw(UnitContext unit, CancellationToken token) => Draw(Maker, unit, token);

    /// <summary>One picture, made by one call.</summary>
    public static async Task<object> Draw(ArtifactMaker maker, UnitContext unit, CancellationToken token)
    {
        var visual = new Visual($"{unit.Unit.Id}-0001", unit.Unit.Id, "what is seen", VisualType.ArtisticImage, "a harbour", "A harbour", "a.png");
        var made = await maker.Write(unit, $"images/{visual.Id}.png", "f1", async (calls, end) => (await calls.Draw(new(visual, "en"), end)).Bytes, token);
        return new LessonWritten(unit.CourseId, unit.Receipt(made.Fingerprint, made.Reused), made.Artifact, Words: 0, Visuals: 1);
    }

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync();
        using var patience = new CancellationTokenSource(Patience);
        await _services.GetRequiredService<RunningCalls>().StopAsync(patience.Token); // a call that outlives its delivery writes into the folder
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>A model of pictures that answers as a test says.</summary>
sealed class TestPictures(Func<CancellationToken, Task>? before = null) : IPictureModel
{
    int _calls;

    public int Calls => _calls;

    public async Task<Picture> Draw(PictureRequest request, CancellationToken token)
    {
        Interlocked.Increment(ref _calls);
        await (before?.Invoke(token) ?? Task.CompletedTask);
        return new([1, 2, 3], "image/png");
    }
}

/// <summary>Everything that was published, in order.</summary>
sealed class PublishedMessages : IPublishObserver
{
    readonly ConcurrentQueue<object> _messages = [];

    /// <summary>Told of each.</summary>
    public Action<object> Seen { get; set; } = _ => { };

    /// <summary>Told of each before it is sent.</summary>
    public Func<object, Task> Coming { get; set; } = _ => Task.CompletedTask;

    /// <summary>Without commands.</summary>
    public IReadOnlyList<object> Events => [.. _messages.Where(message => message is not IWorkCommand)];

    public Task PrePublish<T>(PublishContext<T> context) where T : class => Coming(context.Message);

    public Task PostPublish<T>(PublishContext<T> context) where T : class
    {
        _messages.Enqueue(context.Message);
        Seen(context.Message);
        return Task.CompletedTask;
    }

    public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;
}
