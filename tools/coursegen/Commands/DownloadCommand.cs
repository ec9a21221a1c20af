using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CourseGen.Cli.Downloads;
using CourseGen.Cli.Servers;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary>The closing object of <c>download --json</c>.</summary>
/// <param name="Folder">The course's folder here.</param>
sealed record DownloadReport(string Folder, int Fetched, long Bytes, int Same, int Replaced, IReadOnlyList<string> Refused);

/// <summary><c>coursegen download FOLDER --out DIR</c>: a course's files from the servers' store.</summary>
static class DownloadCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The course's project folder" };
        var output = new Option<string>("--out") { Description = "The folder that gets the project folder", HelpName = "dir", DefaultValueFactory = _ => "out" };
        var all = new Option<bool>("--all") { Description = "Also .coursegen/: revisions, answers, claims" };
        var json = RunOptions.JsonOption();
        var servers = new ServerOptions();
        var command = new Command("download", """
            Fetch a course's files from the servers' store. What is here with the same sha256 is not fetched again,
            so the same command goes on after an interruption, and brings what a repair changed.

            Examples:
              coursegen download harbour-tides --bucket courses --out out
              coursegen download harbour-tides --buckets courses --store-endpoint http://s3:7480 --store-path-style
            """) { folder, output, all, json };
        servers.AddTo(command, broker: false);
        command.SetAction((parsed, token) => Failures.OfServers(async () =>
        {
            var settings = servers.Read(parsed);
            var options = settings.RequireStore();
            var course = WatchedCourse.Named(parsed.GetValue(folder)!, settings.Bucket(servers.Bucket(parsed)));
            var location = course.Location ?? throw new CommandException(ExitCodes.Usage, $"{course.Name}: give the course's project folder; its id does not say where the files are.");
            var target = Path.GetFullPath(Path.Combine(parsed.GetValue(output)!, location.Folder));
            var store = options.OpenStore(TimeProvider.System);
            using (store as IDisposable)
                return Sum(await new CourseDownload(store, location, target, Console.Error.WriteLine).Run(parsed.GetValue(all), token),
                    Path.Combine(parsed.GetValue(output)!, location.Folder), parsed.GetValue(json));
        }));
        return command;
    }

    static int Sum(DownloadResult result, string folder, bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new DownloadReport(folder, result.Fetched, result.Bytes, result.Same, result.Replaced, result.Refused), DocumentJson.Options));
        else
            Console.WriteLine(folder);
        var size = string.Create(CultureInfo.InvariantCulture, $"{result.Bytes / 1024.0 / 1024.0:0.0} MiB");
        Console.Error.WriteLine($"{result.Fetched} files fetched ({size}), {result.Replaced} of them replaced; {result.Same} were here already.");
        if (result.Refused.Count == 0)
            return ExitCodes.Done;
        Console.Error.WriteLine($"{result.Refused.Count} keys refused: they are no artifacts, or would leave the folder; look who writes into this store.");
        return ExitCodes.InvalidInput;
    }
}
