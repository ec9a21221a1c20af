using CourseGen.Servers.Processes;

namespace CourseGen.Servers.Postgres;

/// <summary>One Postgres of its own: its data folder, its port, its process. Postgres refuses to run as root, so root runs it as its package's user.</summary>
sealed class PostgresCluster : IAsyncDisposable
{
    public const string User = "coursegen";
    public const string Password = "coursegen";

    static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    const string Versions = "/usr/lib/postgresql";

    readonly ServerFolder _folder;
    readonly string _files;
    readonly string _program;
    Daemon? _daemon;

    PostgresCluster(ServerFolder folder, string program)
    {
        (_folder, _program) = (folder, program);
        _files = PostgresFiles.In(folder);
        Port = folder.Lasting ? FreePorts.Prefer(5432) : FreePorts.Next();
    }

    public int Port { get; }

    public Daemon Daemon => _daemon ?? throw new InvalidOperationException("Postgres is stopped; call StartAgain.");

    string Data => Path.Combine(_files, "data");

    public static async Task<PostgresCluster> Start(ServerFolder folder, CancellationToken token)
    {
        var programs = await new Packages("Postgres", ["postgresql"], Folders, TestServers.PostgresVariable).Require(["postgres", "initdb"], token);
        var cluster = new PostgresCluster(folder, programs[0]);
        await Undo.OnFailure(cluster, async () =>
        {
            if (!File.Exists(Path.Combine(cluster.Data, "PG_VERSION")))
                await cluster.Initialize(programs[1], token);
            cluster.StartDaemon();
        });
        return cluster;
    }

    /// <summary>The defaults keep what is committed through a crash (fsync); only the number of connections is raised.</summary>
    public void StartDaemon() => _daemon = Daemon.Start("Postgres",
        AsItsUser(_program, ["-D", Data, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300"]),
        _files, _folder.Lasting);

    public async Task Stop(int signal)
    {
        await Daemon.Stop(signal, Grace);
        await Daemon.DisposeAsync();
        _daemon = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null)
            await Stop(Signals.Quit);
        TemporaryFiles.Delete(_folder, _files);
    }

    static ProgramCommand AsItsUser(string program, IReadOnlyList<string> arguments) => new(program, arguments) { User = "postgres" };

    /// <summary>The newest first.</summary>
    static IEnumerable<string> Folders() => Directory.Exists(Versions)
        ? Directory.GetDirectories(Versions).OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
        : [];

    async Task Initialize(string program, CancellationToken token)
    {
        var password = Path.Combine(_files, "password");
        await File.WriteAllTextAsync(password, Password, token);
        Directory.CreateDirectory(Data);
        if (Signals.IsRoot)
            await Programs.Run("Postgres", new ProgramCommand("chown", ["-R", "postgres:postgres", _files]), token);
        await Programs.Run("Postgres",
            AsItsUser(program, ["-D", Data, "-U", User, $"--pwfile={password}", "-A", "scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]), token);
    }
}
