using CourseGen.Servers;

namespace CourseGen.Hosting.Testing;

/// <summary>The planner as a process, with broker, database and store of its own, and a queue that hears what becomes of commands.</summary>
public sealed class RunningPlanner : IAsyncLifetime
{
    public const string Heard = "heard";
    internal const string Planner = "CourseGen.Planner";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-planner-");
    VirtualHost? _broker;
    ServiceProcess? _process;

    internal VirtualHost Broker => _broker!;

    internal ServiceProcess Process => _process!;

    internal Dictionary<string, string?> Settings { get; private set; } = [];

    public string Folder => _folder.FullName;

    public async Task InitializeAsync()
    {
        _broker = await VirtualHost.Create();
        Settings = Broker.Settings(Folder);
        Settings["ConnectionStrings:Postgres"] = await (await TestServers.Postgres()).CreateDatabase();
        await Prepare("--migrate");
        await Prepare("--topology");
        await Broker.Listen(Heard, "CourseGen.Contracts:CourseRequested");
        await Broker.Put("api/exchanges/{vhost}/CourseGen.Contracts:CourseRejected", new { type = "fanout", durable = true });
        await Broker.Listen(Heard, "CourseGen.Contracts:CourseRejected");
        _process = await ServiceProcess.StartReady(Planner, Settings);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        if (_broker is not null)
            await _broker.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    async Task Prepare(string task)
    {
        var (code, errors, _) = await ServiceProcess.Run(Planner, Settings, task);
        code.ShouldBe(0, errors);
    }
}
