using System.Text.Json;
using CourseGen.Servers;

namespace CourseGen.Cli.Dev;

/// <summary>What runs for development, as the folder remembers it between commands.</summary>
sealed record DevState(DevServer? RabbitMq, DevServer? Postgres, DevServer? S3)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>An empty one when there is none, or none that can be read.</summary>
    public static DevState Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<DevState>(File.ReadAllBytes(FileIn(folder)), Json) ?? new DevState(null, null, null);
        }
        catch (Exception missing) when (missing is IOException or JsonException)
        {
            return new DevState(null, null, null);
        }
    }

    public void Write(string folder)
    {
        var written = FileIn(folder) + ".new";
        File.WriteAllBytes(written, JsonSerializer.SerializeToUtf8Bytes(this, Json));
        File.Move(written, FileIn(folder), overwrite: true);
    }

    public static bool IsIn(string folder) => File.Exists(FileIn(folder));

    public static void Delete(string folder) => File.Delete(FileIn(folder));

    static string FileIn(string folder) => Path.Combine(folder, "servers.json");
}

/// <param name="Addresses">As <see cref="DevAddresses"/> needs them: the broker and its management, the database, the store.</param>
sealed record DevServer(IReadOnlyList<string> Addresses, int Port, IReadOnlyList<ServerProcess> Processes)
{
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    public bool Runs => Processes.Count > 0 && Processes.All(process => process.Runs);

    /// <summary>In the order in which they are listed: one that others need comes last.</summary>
    public async Task End(CancellationToken token)
    {
        foreach (var process in Processes)
            await process.End(Grace, token);
    }
}
