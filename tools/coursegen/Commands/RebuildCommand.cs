using System.CommandLine;
using CourseGen.Cli.Output;
using CourseGen.Contracts;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen rebuild FOLDER</c>: the book again from what is there, hand edits included; no model is called.</summary>
static class RebuildCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "A course's folder, holding plan.json" };
        var formats = new Option<string?>("--book-formats") { Description = "Of md,json,html (as before)" };
        var run = new RunOptions();
        var servers = new ServerSwitch(run.SharedJson);
        var command = new Command("rebuild", """
            Build the book again from what is there, hand edits included; no model is called.

            Examples:
              coursegen rebuild out/harbour-tides
              coursegen rebuild harbour-tides --server --bucket courses --watch
            """) { folder, formats };
        run.AddTo(command, callsModels: false);
        servers.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            if (servers.IsAsked(parsed))
                return await servers.Send(parsed.GetValue(folder)!, parsed, location => Build(location.Folder, parsed) with { CourseBucket = location.Bucket }, token);
            var course = await CourseFolder.Read(parsed.GetValue(folder)!, token);
            await using var embedded = await course.Run(recordedFolder: null, seedFailures: 0, run.Verbose(parsed), token);
            return await CourseFollowing.Follow(embedded, Build(course.ProjectFolder, parsed), run.Json(parsed), token);
        });
        return command;

        BuildBook Build(string projectFolder, ParseResult parsed) => new()
        {
            ProjectFolder = projectFolder,
            BookFormats = parsed.GetValue(formats)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
    }
}
