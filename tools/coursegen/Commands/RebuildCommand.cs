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
        var command = new Command("rebuild", "Build the book again from what is there; no model is called") { folder, formats };
        run.AddTo(command, callsModels: false);
        command.SetAction(async (parsed, token) =>
        {
            var course = await CourseFolder.Read(parsed.GetValue(folder)!, token);
            var build = new BuildBook
            {
                ProjectFolder = course.ProjectFolder,
                BookFormats = parsed.GetValue(formats)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            };
            await using var embedded = await course.Run(recordedFolder: null, seedFailures: 0, run.Verbose(parsed), token);
            return await CourseFollowing.Follow(embedded, build, run.Json(parsed), token);
        });
        return command;
    }
}
