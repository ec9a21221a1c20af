using CourseGen.Servers.Processes;

namespace CourseGen.Servers.RabbitMq;

/// <summary>One broker of its own: its name, its ports, its files, and the port mapper that its tools find it by.</summary>
sealed class RabbitMqNode : IAsyncDisposable
{
    public const string User = "coursegen";
    public const string Password = "coursegen";

    static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>Not <c>/usr/sbin/rabbitmq-server</c>, which changes to the user that the package made.</summary>
    static readonly Packages Needed = new("RabbitMQ", ["rabbitmq-server"], () => ["/usr/lib/rabbitmq/bin"], TestServers.RabbitMqVariable);

    readonly ServerFolder _folder;
    readonly IReadOnlyList<string> _programs;
    readonly string _files;
    readonly IReadOnlyDictionary<string, string> _environment;
    readonly int _mapperPort = FreePorts.Next();
    Daemon? _mapper;
    Daemon? _broker;

    RabbitMqNode(ServerFolder folder, IReadOnlyList<string> programs)
    {
        (_folder, _programs) = (folder, programs);
        _files = folder.For(ServerFolder.RabbitMq);
        (Port, ManagementPort) = folder.Lasting ? (FreePorts.Prefer(5672), FreePorts.Prefer(15672)) : (FreePorts.Next(), FreePorts.Next());
        _environment = EnvironmentVariables();
    }

    public int Port { get; }

    public int ManagementPort { get; }

    public Daemon Broker => _broker ?? throw new InvalidOperationException("RabbitMQ is stopped; call StartAgain.");

    public IReadOnlyList<Daemon> Daemons => [_broker!, _mapper!];

    public static async Task<RabbitMqNode> Start(ServerFolder folder, CancellationToken token)
    {
        var node = new RabbitMqNode(folder, await Needed.Require(["rabbitmq-server", "rabbitmqctl", "epmd"], token));
        Directory.CreateDirectory(node._files);
        await node.WriteConfiguration(token);
        node._mapper = Daemon.Start("RabbitMQ", new ProgramCommand(node._programs[2], ["-address", "127.0.0.1", "-port", $"{node._mapperPort}"]), node._files, folder.Lasting);
        node.StartBroker();
        return node;
    }

    public void StartBroker() => _broker = Daemon.Start("RabbitMQ", Program(_programs[0], []), _files, _folder.Lasting);

    public async Task Stop()
    {
        await Broker.Stop(Signals.Terminate, Grace);
        await Forget();
    }

    public async Task Kill()
    {
        await Broker.Kill();
        await Forget();
    }

    /// <summary>A command of <c>rabbitmqctl</c>.</summary>
    public Task Control(IReadOnlyList<string> arguments, CancellationToken token) => Programs.Run("RabbitMQ", Program(_programs[1], ["--quiet", .. arguments]), token);

    public async ValueTask DisposeAsync()
    {
        foreach (var daemon in Daemons.OfType<Daemon>())
            await daemon.DisposeAsync();
        TemporaryFiles.Delete(_folder, _files);
    }

    async Task Forget()
    {
        await Broker.DisposeAsync();
        _broker = null;
    }

    ProgramCommand Program(string path, IReadOnlyList<string> arguments) => new(path, arguments) { Environment = _environment };

    Task WriteConfiguration(CancellationToken token) => Task.WhenAll(
        File.WriteAllTextAsync(Path.Combine(_files, "enabled_plugins"), "[rabbitmq_management].\n", token),
        File.WriteAllTextAsync(Path.Combine(_files, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{Port}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {ManagementPort}
            default_user = {User}
            default_pass = {Password}
            collect_statistics_interval = 1000

            """, token));

    Dictionary<string, string> EnvironmentVariables()
    {
        string In(string name) => Path.Combine(_files, name);
        return new()
        {
            ["HOME"] = _files,
            ["RABBITMQ_NODENAME"] = "coursegen@localhost",
            ["RABBITMQ_MNESIA_BASE"] = In("data"),
            ["RABBITMQ_LOG_BASE"] = In("log"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("enabled_plugins"),
            ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.conf"),
            ["RABBITMQ_CONFIG_FILES"] = In("conf.d"),
            ["RABBITMQ_ADVANCED_CONFIG_FILE"] = In("advanced.config"),
            ["RABBITMQ_CONF_ENV_FILE"] = In("rabbitmq-env.conf"),
            ["RABBITMQ_DIST_PORT"] = $"{FreePorts.Next()}",
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            ["ERL_EPMD_PORT"] = $"{_mapperPort}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        };
    }
}
