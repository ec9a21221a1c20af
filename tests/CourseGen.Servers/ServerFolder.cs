using CourseGen.Servers.Postgres;

namespace CourseGen.Servers;

/// <summary>Where a server keeps everything it writes, and how long it lives.</summary>
public sealed class ServerFolder
{
    internal const string RabbitMq = "rabbitmq";
    internal const string Postgres = "postgres";
    internal const string S3 = "s3";

    static readonly string[] Servers = [RabbitMq, Postgres, S3];

    ServerFolder(string path, bool lasting) => (Path, Lasting) = (path, lasting);

    public string Path { get; }

    /// <summary>The server lives on after the process that started it, and its files stay; else both end with that process, even when it is killed.</summary>
    public bool Lasting { get; }

    /// <summary>A new folder that ends with the process that started its servers.</summary>
    public static ServerFolder Temporary() => new(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"coursegen-servers-{Guid.NewGuid():N}"), lasting: false);

    /// <summary>A folder whose servers live on; started in it again, they find their data (apart from S3's, which lie in memory).</summary>
    public static ServerFolder LastingAt(string path) => new(System.IO.Path.GetFullPath(path), lasting: true);

    /// <summary>Deletes what servers wrote into it and nothing else; they must have ended.</summary>
    public void Delete()
    {
        if (PostgresFiles.Target(this) is { } elsewhere)
            Directory.Delete(elsewhere, recursive: true);
        foreach (var server in Servers.Select(For).Where(Directory.Exists))
            Directory.Delete(server, recursive: true);
    }

    internal string For(string server) => System.IO.Path.Combine(Path, server);
}
