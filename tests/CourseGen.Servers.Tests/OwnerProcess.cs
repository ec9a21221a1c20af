using System.Diagnostics;

namespace CourseGen.Servers;

/// <summary>This assembly started as a process of its own, which starts the three servers and waits to be killed.</summary>
static class OwnerProcess
{
    static async Task Main(string[] args)
    {
        if (args is not ["own"])
            return;
        var folder = ServerFolder.Temporary();
        await Task.WhenAll(RabbitMqServer.Start(folder), PostgresServer.Start(folder), S3Server.Start(folder));
        await Console.Out.WriteLineAsync(folder.Path);
        await Console.In.ReadLineAsync();
    }

    /// <returns>The process, and the folder that its servers run in.</returns>
    public static async Task<(Process Process, string Folder)> Start()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(OwnerProcess).Assembly.Location, "own"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        return (process, (await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull());
    }
}
