using System.CommandLine;
using CourseGen.Cli.Output;
using CourseGen.Contracts;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen repair FOLDER</c>: redo what is missing.</summary>
static class RepairCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "A course's folder, holding plan.json" };
        var what = new Option<string[]>("--what")
        {
            Description = "Ids such as 01-02 (a lesson) or 01-02-0003 (a picture); default: all that is missing",
            HelpName = "ids",
            AllowMultipleArgumentsPerToken = true,
        };
        var requirements = new Option<string?>("--requirements") { Description = "Wishes for the named items", HelpName = "text" };
        var force = new Option<bool>("--force") { Description = "Redo the named items even if they are there, or were edited by hand" };
        var (recorded, run) = (RecordedFolder.Option(), new RunOptions());
        var servers = new ServerSwitch(run.SharedJson);
        var command = new Command("repair", """
            Make what is missing of a course, or redo what is named.

            Examples:
              coursegen repair out/harbour-tides
              coursegen repair harbour-tides --server --bucket courses --what 01-02 --force --watch
            """) { folder, what, requirements, force, recorded };
        run.AddTo(command);
        servers.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            if (servers.IsAsked(parsed))
                return await servers.Send(parsed.GetValue(folder)!, parsed, location => Repair(location.Folder, parsed) with { CourseBucket = location.Bucket }, token);
            var course = await CourseFolder.Read(parsed.GetValue(folder)!, token);
            await using var embedded = await course.Run(course.Answers(parsed.GetValue(recorded)), run.SeedFailures(parsed), run.Verbose(parsed), token);
            return await CourseFollowing.Follow(embedded, Repair(course.ProjectFolder, parsed), run.Json(parsed), token);
        });
        return command;

        RepairCourse Repair(string projectFolder, ParseResult parsed) => new()
        {
            ProjectFolder = projectFolder,
            Requirements = parsed.GetValue(requirements),
            Force = parsed.GetValue(force) ? true : null,
            What = parsed.GetValue(what) is { Length: > 0 } ids ? [.. ids.SelectMany(id => id.Split(',', StringSplitOptions.RemoveEmptyEntries))] : ["missing"],
        };
    }
}
