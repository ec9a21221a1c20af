using System.CommandLine;
using CourseGen.Cli.Embedded;
using CourseGen.Cli.Output;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen generate OUTLINE --out DIR</c>: the whole course, in this process.</summary>
static class GenerateCommand
{
    public static Command Create()
    {
        var outline = new Argument<string>("outline") { Description = "The course outline (YAML)" };
        var output = new Option<string>("--out") { Description = "The folder that gets the project folder", DefaultValueFactory = _ => "out" };
        var (start, run) = (new StartOptions(), new RunOptions());
        var command = new Command("generate", "Make the whole course: book, pictures, labs and a merged deck") { outline, output };
        start.AddTo(command);
        run.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var file = await OutlineFile.Read(parsed.GetValue(outline)!, token);
            var provider = Directory.Exists(file.RecordedFolder) ? "recorded" : "simulated";
            var wish = start.Read(parsed, file.ProjectFolderOr(start.Project(parsed)), provider);
            return await Run(file, wish, parsed.GetValue(output)!, run, parsed, token);
        });
        return command;
    }

    static async Task<int> Run(OutlineFile file, StartCourse start, string output, RunOptions run, ParseResult parsed, CancellationToken token)
    {
        await Console.Error.WriteLineAsync($"{file.Outline.Title}: text by {start.ModelProvider}, pictures by {start.ImageProvider}.");
        var settings = new EmbeddedSettings(output, file.RecordedFolder, start.ModelProvider!, run.SeedFailures(parsed), run.Verbose(parsed));
        await using var embedded = await EmbeddedRun.Start(settings, start.ProjectFolder, token);
        var sha256 = Fingerprint.Sha256(file.Bytes);
        var key = ArtifactKeys.ReceivedOutline(sha256);
        await embedded.Store.PutBytes(embedded.Location, key, file.Bytes, PutCondition.Absent, token);
        return await CourseFollowing.Follow(embedded, start with { OutlineS3Key = $"{start.ProjectFolder}/{key}" }, run.Json(parsed), token);
    }
}
