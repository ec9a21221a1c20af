using System.CommandLine;
using System.Text.Json;
using CourseGen.Cli.Dev;
using CourseGen.Contracts.Documents;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen dev up|down|status</c>: RabbitMQ, Postgres and S3 for development on this machine.</summary>
static class DevCommand
{
    public static Command Create() => new("dev", "RabbitMQ, Postgres and S3 for development on this machine, without Docker") { Up(), Down(), Status() };

    static Command Up()
    {
        var (folder, json) = (Folder(), Json());
        var shell = new Option<bool>("--env") { Description = "Only the environment variables, for a shell to read" };
        var command = new Command("up", "Start what does not run yet, print the addresses, and write the services' settings for a shell to read") { folder, json, shell };
        command.SetAction(async (parsed, token) =>
        {
            var place = new DevFolder(parsed.GetValue(folder)!);
            place.RequireOwn();
            using var hold = place.Hold();
            var addresses = await new DevServers(place).Start(token);
            await File.WriteAllTextAsync(place.EnvironmentFile, addresses.Shell, token);
            await Console.Out.WriteAsync(parsed.GetValue(json) ? DevText.Json(addresses) : parsed.GetValue(shell) ? addresses.Shell : DevText.Of(addresses));
            await Console.Error.WriteLineAsync($"The services' settings, for a shell to take over: . {Path.Combine(place.Shown, "env")}");
            return ExitCodes.Done;
        });
        return command;
    }

    static Command Down()
    {
        var (folder, json) = (Folder(), Json());
        var command = new Command("down", "End the servers that 'dev up' started, and delete their data") { folder, json };
        command.SetAction(async (parsed, token) =>
        {
            var place = new DevFolder(parsed.GetValue(folder)!);
            var ended = DevState.IsIn(place.Path) ? await End(place, token) : 0;
            if (parsed.GetValue(json))
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { ended }, DocumentJson.Options));
            await Console.Error.WriteLineAsync(ended > 0 ? "The servers have ended, and their data are deleted." : "No server runs.");
            return ExitCodes.Done;
        });
        return command;
    }

    static Command Status()
    {
        var (folder, json) = (Folder(), Json());
        var command = new Command("status", "Say of each server whether it runs, and where") { folder, json };
        command.SetAction(async (parsed, token) =>
        {
            var place = new DevFolder(parsed.GetValue(folder)!);
            var servers = await DevStatus.Of(DevState.Read(place.Path), token);
            await Console.Out.WriteAsync(parsed.GetValue(json) ? DevText.Json(new { servers }) : DevText.Of(servers));
            if (servers.All(server => server.Runs))
                return ExitCodes.Done;
            await Console.Error.WriteLineAsync("This starts what does not run: coursegen dev up");
            return ExitCodes.Failed;
        });
        return command;
    }

    static Option<string> Folder() => new("--folder")
    {
        Description = "Where the servers keep their files",
        HelpName = "dir",
        DefaultValueFactory = _ => DevFolder.Default,
    };

    static Option<bool> Json() => new("--json") { Description = "One JSON object on standard output" };

    static async Task<int> End(DevFolder place, CancellationToken token)
    {
        using var hold = place.Hold();
        var state = DevState.Read(place.Path);
        var running = ((DevServer?[])[state.RabbitMq, state.Postgres, state.S3]).OfType<DevServer>().Where(server => server.Processes.Any(process => process.Runs)).ToList();
        await Task.WhenAll(running.Select(server => server.End(token)));
        place.Delete();
        return running.Count;
    }
}
