using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Estimates;
using CourseGen.Planner.History;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Quota;
using CourseGen.Planner.Tests.Postgres;
using CourseGen.Sagas;
using CourseGen.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace CourseGen.Planner.Tests.Courses;

/// <summary>The planner on MassTransit's in-memory test harness, with a folder for a store, workers that follow a script, and a clock of its own.</summary>
sealed class CourseBed : IAsyncDisposable
{
    public const string Bucket = "local";
    public const string EndedModel = "gone-1";
    public static readonly CourseLocation Location = new(Bucket, "tides");
    public static readonly Guid Id = CourseId.Of(Location);
    readonly IHost _host;
    readonly PlannerTestDatabase? _database;
    readonly bool _ownsFolder;

    CourseBed(IHost host, PlannerTestDatabase? database, TestFolder folder, FakeArtifacts artifacts, bool ownsFolder) =>
        (_host, _database, Folder, Artifacts, _ownsFolder) = (host, database, folder, artifacts, ownsFolder);

    public TestFolder Folder { get; }
    public FakeArtifacts Artifacts { get; }
    public WorkerScript Script => Get<WorkerScript>();
    public FakeWorkers Workers => Get<FakeWorkers>();
    public CourseEvents Events => Get<CourseEvents>();
    public ManualTime Time => Get<ManualTime>();
    public IArtifactStore Store => Get<IArtifactStore>();
    public IBus Bus => Get<IBus>();
    /// <summary>Faulted or skipped deliveries, but for those of workers, which throw when the script says so.</summary>
    public IReadOnlyList<string> Faults => [.. Get<FailedDeliveries>().All.Where(fault => !fault.StartsWith("/fake", StringComparison.Ordinal))];

    /// <param name="like">A bed whose store and artifacts this one takes over, its saga being new.</param>
    /// <param name="quota">Of the workers' model; null: no limit.</param>
    public static async Task<CourseBed> Start(
        CourseBed? like = null, Func<PlannerOptions, PlannerOptions>? options = null, Persistence persistence = Persistence.Memory, ModelQuota? quota = null)
    {
        var database = persistence == Persistence.Postgres ? await PlannerTestDatabase.Create() : null;
        var (folder, artifacts) = (like?.Folder ?? new TestFolder(), like?.Artifacts ?? new FakeArtifacts());
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        AddPlatform(builder.Services, folder, options ?? (all => all), quota ?? new ModelQuota());
        builder.Services.AddSingleton(artifacts);
        builder.Services.AddMassTransitTestHarness(bus => AddServices(bus, database));
        var bed = new CourseBed(builder.Build(), database, folder, artifacts, ownsFolder: like is null);
        bed.Time.TimerSet = bed.Get<Bell>().Ring;
        await bed._host.StartAsync();
        bed.Bus.ConnectReceiveObserver(bed.Get<FailedDeliveries>());
        return bed;
    }

    public async ValueTask DisposeAsync()
    {
        Script.Forget();
        await _host.StopAsync();
        _host.Dispose();
        if (_database is not null)
            await _database.DisposeAsync();
        if (_ownsFolder)
            Folder.Dispose();
    }

    public Task Publish(object message) => Bus.Publish(message, message.GetType());

    public Task StartCourse(string yaml, Func<StartCourse, StartCourse>? with = null)
    {
        var start = new StartCourse { ProjectFolder = Location.Folder, OutlineYaml = yaml };
        return Publish(with is null ? start : with(start));
    }

    /// <summary>Starts the course and waits for its end.</summary>
    public async Task<ICourseMessage> Make(string yaml, Func<StartCourse, StartCourse>? with = null)
    {
        var before = Events.Ends.Count;
        await StartCourse(yaml, with);
        return await End(before + 1);
    }

    /// <summary>Sends a command and waits for the end that comes of it.</summary>
    public async Task<ICourseMessage> Redo(object command)
    {
        var before = Events.Ends.Count;
        await Publish(command);
        return await End(before + 1);
    }

    /// <param name="number">From 1.</param>
    public async Task<ICourseMessage> End(int number = 1)
    {
        await Until(() => Events.Ends.Count >= number || Events.Of<CourseRejected>().Count > 0);
        Faults.ShouldBeEmpty();
        Events.Of<CourseRejected>().SelectMany(rejected => rejected.Faults).ShouldBeEmpty();
        return Events.Ends[number - 1];
    }

    public Task Until(Func<bool> holds) => Get<Bell>().Until(holds, Describe, Changed);

    /// <summary>Nobody tells when a database has changed: it is asked again.</summary>
    Task Changed() => _database is null ? Get<MemoryStore>().Changed : Task.Delay(TimeSpan.FromMilliseconds(20));

    /// <summary>Time passes, minute by minute, each once whoever wakes courses has set its timer.</summary>
    public async Task Passes(TimeSpan time)
    {
        var minute = TimeSpan.FromMinutes(1);
        var awaited = _database is null ? minute : Get<PlannerOptions>().SweepInterval;
        for (; time > TimeSpan.Zero; time -= minute)
        {
            var step = time < minute ? time : minute;
            await Until(() => Time.TryAdvance(step, awaited));
        }
    }

    public async Task<T> Event<T>(int number = 1) where T : ICourseMessage
    {
        await Until(() => Events.Of<T>().Count >= number);
        return Events.Of<T>()[number - 1];
    }

    /// <summary>A command for the item, the nth.</summary>
    public async Task<T> Command<T>(string item, int number = 1) where T : class, IWorkCommand
    {
        await Until(() => Find().Count >= number);
        return Find()[number - 1];

        List<T> Find() => [.. Workers.Sent<T>().Where(command => command.Units.Any(unit => unit.Id == item))];
    }

    /// <summary>Nothing is under way any more: all that was sent has been answered, and the answers are written down.</summary>
    public Task Quiet() => Until(() => Items().All(item => item.Status != WorkStatus.Sent) && InFlight() == 0);

    /// <summary>Nothing is under way, and nobody is about to be woken because his work fits the quota. On Postgres only time wakes: the sweep.</summary>
    public Task Idle() => Until(() => Items().All(item => item.Status != WorkStatus.Sent) && InFlight() == 0 && (_database is not null || !(NextFit()?.At <= Time.GetUtcNow())));

    QuotaFit? NextFit() => Read(services => services.GetRequiredService<IQuotaLedger>().NextFit(CancellationToken.None));

    /// <summary>Nothing is under way but commands of the kind.</summary>
    public Task OnlyUnderWay(WorkKind kind) => Until(() => InFlight() > 0 && Items().All(item => item.Kind == kind || item.Status is not (WorkStatus.Sent or WorkStatus.Ready)));

    /// <summary>Nothing is under way but commands of the kind, and their starts are written down.</summary>
    public async Task OnlyStarted(WorkKind kind)
    {
        await OnlyUnderWay(kind);
        await Until(() => Reservations().All(reservation => reservation.Closed || reservation.StartedAt is not null));
    }

    IReadOnlyList<Reservation> Reservations() => _database is null
        ? new MemorySession(Get<MemoryStore>()).Where<Reservation>(Id, _ => true)
        : Read<IReadOnlyList<Reservation>>(async services =>
            await services.GetRequiredService<PlannerDbContext>().Reservations.AsNoTracking().Where(reservation => reservation.CourseId == Id).ToListAsync());

    public LearnedCalls Learned => Get<LearnedCalls>();

    public IReadOnlyList<QuotaState> Quotas => Read(services => services.GetRequiredService<IQuotaLedger>().States(CancellationToken.None));

    /// <summary>The bed's own; null in memory.</summary>
    public PlannerTestDatabase? Database => _database;

    public IReadOnlyList<WorkItem> Items(WorkKind? kind = null) =>
        Read(services => services.GetRequiredService<IWorkItems>().Where(Id, new WorkQuery { Kinds = kind is { } one ? [one] : null }, CancellationToken.None));

    public WorkItem Item(WorkKind kind, string id) => Items(kind).Single(item => item.Id == id);

    public Task<IReadOnlyList<HistoryEntry>> History(long after, int count) =>
        Task.FromResult(Read(services => services.GetRequiredService<HistoryPages>().After(Id, after, count, CancellationToken.None)));

    public Course Course => Read(services => services.GetRequiredService<ILoadSagaRepository<Course>>().Load(Id));

    public int InFlight() => Read(services => services.GetRequiredService<IQuotaLedger>().Open(Id, CancellationToken.None)).Count;

    public Task<CoursePlan> Plan(int revision = 1) =>
        Store.ReadDocument<CoursePlan>(Location, ArtifactKeys.RevisionPlan(revision), CancellationToken.None);

    public Task<CourseManifest> Manifest() => Store.ReadDocument<CourseManifest>(Location, ArtifactKeys.Manifest, CancellationToken.None);

    T Read<T>(Func<IServiceProvider, Task<T>> read)
    {
        using var scope = _host.Services.CreateScope();
        return read(scope.ServiceProvider).GetAwaiter().GetResult();
    }

    T Get<T>() where T : class => _host.Services.GetRequiredService<T>();

    string Describe()
    {
        var items = Items().GroupBy(item => (item.Kind, item.Status)).Select(group => $"{group.Key.Kind} {group.Key.Status} {group.Count()}");
        return $"Course {Course?.CurrentState}; {string.Join(", ", items)}; in flight {InFlight()}; quotas {string.Join(", ", Quotas)}; faults {string.Join(Environment.NewLine, Faults.Take(3))}";
    }

    static void AddPlatform(IServiceCollection services, TestFolder folder, Func<PlannerOptions, PlannerOptions> options, ModelQuota quota)
    {
        services.AddSingleton<ManualTime>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<ManualTime>());
        services.AddSingleton<IArtifactStore>(_ => new FolderStore(folder.Path, Bucket));
        services.AddSingleton(new ModelProfiles(
        [
            new ModelProfile("fake", ModelProfile.AnyModel) { InputPrice = 1000, OutputPrice = 0, Burndown = 5, Quota = quota },
            new ModelProfile("fake", EndedModel) { EndOfLife = new(2020, 1, 1), Replacement = "fake-1" },
        ]));
        services.AddSingleton(new WorkOptions { ConcurrentCommands = 16 });
        services.AddSingleton(provider => new WorkRules(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<WorkOptions>(), NullLogger<WorkRules>.Instance));
        services.AddSingleton(new LeaseOptions());
        services.AddSingleton(new QuotaOptions());
        services.AddSingleton(new IntakeOptions([Bucket, "second"]));
        services.AddSingleton(options(new PlannerOptions { TextModel = FakeWorkers.Model, ImageModel = FakeWorkers.Model }));
        services.AddSingleton<Bell>();
        services.AddSingleton<WorkerScript>();
        services.AddSingleton<FakeWorkers>();
        services.AddSingleton<CourseEvents>();
        services.AddSingleton<FailedDeliveries>();
    }

    static void AddServices(IBusRegistrationConfigurator bus, PlannerTestDatabase? database)
    {
        bus.DisableUsageTelemetry();
        bus.AddPlanner();
        if (database is null)
            bus.AddMemoryPersistence();
        else
            bus.AddPostgresPersistence(database.ConnectionString);
        AddWorkers(bus);
        bus.AddConsumer<CourseEvents>().Endpoint(endpoint => endpoint.Name = "events");
        bus.UsingInMemory((context, transport) =>
        {
            transport.UseCourseConventions(context);
            transport.ConfigureEndpoints(context);
        });
    }

    static void AddWorkers(IBusRegistrationConfigurator bus)
    {
        Add<WriteLessons>();
        Add<PlanVisuals>();
        Add<RenderImages>();
        Add<PlanSlides>();
        Add<PlanLabs>();
        Add<WriteLab>();
        Add<BuildDeckBatch>();
        Add<BuildInfographic>();
        Add<WriteBook>();
        Add<BuildLabGuide>();
        Add<CombineDeck>();

        void Add<T>() where T : class, IWorkCommand =>
            bus.AddConsumer<FakeWorker<T>>().Endpoint(endpoint => endpoint.Name = $"fake-{typeof(T).Name}");
    }
}

/// <summary>Where a bed keeps its courses.</summary>
public enum Persistence { Memory, Postgres }

/// <summary>Specifications of the saga that hold wherever it is kept.</summary>
public abstract class CourseSpecs(Persistence persistence)
{
    private protected Task<CourseBed> Start(CourseBed? like = null, Func<PlannerOptions, PlannerOptions>? options = null, ModelQuota? quota = null) =>
        CourseBed.Start(like, options, persistence, quota);
}

/// <summary>A folder of the test's own, which goes with it.</summary>
sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("coursegen-planner-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
