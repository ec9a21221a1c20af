using CourseGen.Servers.Processes;

namespace CourseGen.Servers.S3;

/// <summary>The least of Ceph that serves S3: one monitor, one storage daemon that keeps its data in memory, and the gateway.</summary>
sealed class CephCluster : IAsyncDisposable
{
    public const string AccessKey = "coursegen";
    public const string SecretKey = "coursegen-secret";

    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    static readonly Packages Needed = new("S3 (Ceph)", ["ceph-mon", "ceph-osd", "radosgw", "ceph-common"], () => ["/usr/bin"], TestServers.S3Variable);

    readonly ServerFolder _folder;
    readonly CephFiles _files;
    readonly List<Daemon> _daemons = [];

    CephCluster(ServerFolder folder)
    {
        _folder = folder;
        Port = folder.Lasting ? FreePorts.Prefer(7480) : FreePorts.Next();
        _files = new CephFiles(folder.For(ServerFolder.S3), FreePorts.Next(), Port);
    }

    public int Port { get; }

    public IReadOnlyList<Daemon> Daemons => _daemons;

    public static async Task<CephCluster> Start(ServerFolder folder, CancellationToken token)
    {
        await Needed.Require(["ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "ceph", "ceph-authtool", "monmaptool"], token);
        var cluster = new CephCluster(folder);
        await Undo.OnFailure(cluster, () => cluster.Start(token));
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var daemon in Enumerable.Reverse(_daemons))
            await daemon.DisposeAsync();
        TemporaryFiles.Delete(_folder, _files.Folder);
    }

    async Task Start(CancellationToken token)
    {
        _files.Write();
        await Keys(token);
        await Run("monmaptool", ["--create", "--clobber", "--fsid", _files.Id, "--addv", "a", _files.MonitorAddress, _files.MonitorMap], token);
        await Ceph("ceph-mon", ["--mkfs", "-i", "a", "--monmap", _files.MonitorMap, "--keyring", _files.Keys], token);
        StartDaemon("ceph-mon", ["-i", "a"]);
        var disk = Guid.NewGuid().ToString();
        await Ceph("ceph", ["--connect-timeout", "60", "osd", "new", disk], token);
        await Ceph("ceph-osd", ["-i", "0", "--mkfs", "--osd-uuid", disk], token);
        StartDaemon("ceph-osd", ["-i", "0"]);
        await Ceph("radosgw-admin",
            ["user", "create", "--uid=coursegen", "--display-name=coursegen", $"--access-key={AccessKey}", $"--secret={SecretKey}"], token);
        StartDaemon("radosgw", ["-n", "client.rgw"]);
    }

    /// <summary>The monitor takes over what the file has when it is made.</summary>
    async Task Keys(CancellationToken token)
    {
        await Key("mon.", token, "mon", "allow *");
        await Key("client.admin", token, "mon", "allow *", "osd", "allow *", "mgr", "allow *");
        await Key("client.rgw", token, "mon", "allow *", "osd", "allow *", "mgr", "allow *");
        await Key("osd.0", token, "mon", "allow profile osd", "osd", "allow *", "mgr", "allow profile osd");
    }

    Task Key(string name, CancellationToken token, params string[] may) => Run("ceph-authtool",
        [.. File.Exists(_files.Keys) ? Array.Empty<string>() : ["--create-keyring"], _files.Keys, "--gen-key", "-n", name,
            .. may.Chunk(2).SelectMany(pair => new[] { "--cap", pair[0], pair[1] })], token);

    void StartDaemon(string program, string[] arguments) =>
        _daemons.Add(Daemon.Start("S3 (Ceph)", new ProgramCommand(program, ["-c", _files.Configuration, "-f", .. arguments]), _files.Folder, _folder.Lasting));

    static Task Run(string program, IReadOnlyList<string> arguments, CancellationToken token) => Programs.Run("S3 (Ceph)", new ProgramCommand(program, arguments), token);

    Task Ceph(string program, IReadOnlyList<string> arguments, CancellationToken token) => Run(program, ["-c", _files.Configuration, .. arguments], token);
}
