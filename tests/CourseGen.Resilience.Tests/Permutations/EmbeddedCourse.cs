using System.Collections.Concurrent;
using CourseGen.BookBuilder;
using CourseGen.ContentGen;
using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Images;
using CourseGen.Models;
using CourseGen.Models.Simulated;
using CourseGen.Planner;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Quota;
using CourseGen.Ppt;
using CourseGen.Sagas;
using CourseGen.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CourseGen.Resilience.Tests.Permutations;

/// <summary>All services on the in-memory bus, composed as the embedded run is, with a folder for a store and the simulated model.</summary>
sealed class EmbeddedCourse : IAsyncDisposable
{
    public static readonly CourseLocation Location = new("local", "tides");
    static readonly Guid Id = CourseId.Of(Location);
    readonly IHost _host;
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-permutation-");
    readonly Faults _faults = new();

    EmbeddedCourse(HeldPost? post)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        AddPlatform(builder.Services);
        builder.Services.AddMassTransit(bus => AddServices(bus, post));
        _host = builder.Build();
    }

    public IBus Bus => _host.Services.GetRequiredService<IBus>();
    public IReadOnlyList<string> Faulted => [.. _faults.All];

    public static async Task<EmbeddedCourse> Start(HeldPost? post = null)
    {
        var course = new EmbeddedCourse(post);
        await course._host.StartAsync();
        course.Bus.ConnectReceiveObserver(course._faults);
        if (post is not null)
        {
            course.Bus.ConnectSendObserver(post);
            course.Bus.ConnectPublishObserver(post);
        }
        return course;
    }

    public Task Begin(string outline) => Bus.Publish(new StartCourse { ProjectFolder = Location.Folder, OutlineYaml = outline });

    /// <summary>Waits for the end of a course whose messages nobody holds.</summary>
    public async Task Ends()
    {
        var store = _host.Services.GetRequiredService<MemoryStore>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(180));
        while (true)
        {
            var changed = store.Changed;
            if (Saga() is { CurrentState: nameof(CourseStateMachine.Completed) })
                return;
            await changed.WaitAsync(patience.Token);
        }
    }

    public async Task<CourseOutcome> Outcome()
    {
        var calls = ModelCallAccount.Read([CallLog]);
        var artifacts = await StoredCourse.Read(_host.Services.GetRequiredService<IArtifactStore>(), Location);
        return new(artifacts, [.. calls.Began], CourseOutcome.Describe(Saga()), [.. Items().Select(CourseOutcome.Describe).Order(StringComparer.Ordinal)], InFlight());
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Delete(recursive: true);
    }

    string CallLog => Path.Combine(_folder.FullName, "calls.jsonl");

    Course? Saga() => Read(services => services.GetRequiredService<ILoadSagaRepository<Course>>().Load(Id));

    IReadOnlyList<WorkItem> Items() => Read(services => services.GetRequiredService<IWorkItems>().Where(Id, new WorkQuery(), CancellationToken.None));

    int InFlight() => Read(services => services.GetRequiredService<IQuotaLedger>().Open(Id, CancellationToken.None)).Count;

    T Read<T>(Func<IServiceProvider, Task<T>> read)
    {
        using var scope = _host.Services.CreateScope();
        return read(scope.ServiceProvider).GetAwaiter().GetResult();
    }

    void AddPlatform(IServiceCollection services)
    {
        var model = new ModelRef(SimulatedChatClient.ProviderName, SimulatedChatClient.DefaultModel);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IArtifactStore>(_ => new FolderStore(Path.Combine(_folder.FullName, "store"), Location.Bucket));
        services.AddModels(new PaidOnceOptions { ConcurrentCalls = 16, CallLog = CallLog });
        services.AddSingleton(new ModelProfiles());
        services.AddSingleton(new TextProvider(SimulatedChatClient.ProviderName, id => new SimulatedChatClient(id)));
        services.AddSingleton(new PictureProvider(SimulatedPictureModel.Provider, _ => new SimulatedPictureModel()));
        services.AddSingleton(new WorkOptions { ConcurrentCommands = 16 });
        services.AddSingleton<WorkRules>();
        services.AddSingleton(new LeaseOptions());
        services.AddSingleton(new IntakeOptions([Location.Bucket]));
        services.AddSingleton(new PlannerOptions { TextModel = model, ImageModel = model });
    }

    static void AddServices(IBusRegistrationConfigurator bus, HeldPost? post)
    {
        bus.DisableUsageTelemetry();
        bus.AddPlanner();
        bus.AddMemoryPersistence();
        bus.AddContentGen();
        bus.AddImages();
        bus.AddPpt();
        bus.AddBookBuilder();
        if (post is not null)
            bus.AddConfigureEndpointsCallback((name, endpoint) => post.Stand(name, endpoint));
        bus.UsingInMemory((context, transport) =>
        {
            transport.UseCourseConventions(context);
            transport.ConfigureEndpoints(context);
        });
    }

    sealed class Faults : IReceiveObserver
    {
        public ConcurrentQueue<string> All { get; } = [];

        public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

        public Task PostReceive(ReceiveContext context) => Task.CompletedTask;

        public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class => Task.CompletedTask;

        public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class
        {
            All.Enqueue($"{typeof(T).Name}: {exception}");
            return Task.CompletedTask;
        }

        public Task ReceiveFault(ReceiveContext context, Exception exception)
        {
            All.Enqueue($"{context.InputAddress}: {exception}");
            return Task.CompletedTask;
        }
    }
}
