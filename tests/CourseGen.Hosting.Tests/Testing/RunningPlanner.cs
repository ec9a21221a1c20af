using CourseGen.Servers;

namespace CourseGen.Hosting.Testing;

/// <summary>The planner as a process, with broker, database and store of its own, and a queue that hears what becomes of commands.</summary>
public class RunningPlanner : IAsyncLifetime
{
    public const string Heard = "heard";
    internal const string Planner = "CourseGen.Planner";
    internal const string Database = "ConnectionStrings:Postgres";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-planner-");
    PostgresServer _postgres = null!;
    VirtualHost? _broker;
    ServiceUnderTest? _process;

    internal VirtualHost Broker => _broker!;

    internal ServiceUnderTest Process => _process!;

    internal Dictionary<string, string?> Settings { get; private set; } = [];

    /// <summary>It has taken a command and rejected one.</summary>
    internal bool IsWarm { get; set; }

    public string Folder => _folder.FullName;

    public virtual async Task InitializeAsync()
    {
        await Start(await TestServers.RabbitMq(), await TestServers.Postgres());
    }

    private protected async Task Start(RabbitMqServer rabbit, PostgresServer postgres, IReadOnlyDictionary<string, string?>? settings = null)
    {
        _postgres = postgres;
        _broker = await VirtualHost.Create(rabbit);
        Settings = Broker.Settings(Folder);
        Settings[Database] = await postgres.CreateDatabase();
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
            Settings[key] = value;
        await Prepare("--migrate");
        await Prepare("--topology");
        await Broker.Listen(Heard, "CourseGen.Contracts:CourseRequested");
        await Broker.Put("api/exchanges/{vhost}/CourseGen.Contracts:CourseRejected", new { type = "fanout", durable = true });
        await Broker.Listen(Heard, "CourseGen.Contracts:CourseRejected");
        _process = await ServiceUnderTest.StartReady(Planner, Settings);
    }

    public virtual async Task DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        if (_broker is not null)
            await _broker.DisposeAsync();
        if (Settings.GetValueOrDefault(Database) is { } database)
            await _postgres.DropDatabase(database);
        _folder.Delete(recursive: true);
    }

    async Task Prepare(string task)
    {
        var (code, errors, _) = await ServiceUnderTest.Run(Planner, Settings, task);
        code.ShouldBe(0, errors);
    }
}
