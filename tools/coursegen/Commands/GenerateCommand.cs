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
        var output = new Option<string>("--out") { Description = "The folder that gets the project folder", HelpName = "dir", DefaultValueFactory = _ => "out" };
        var (recorded, template) = (RecordedFolder.Option(), DeckTemplateFile.Option());
        var (start, run) = (new StartOptions(), new RunOptions());
        var command = new Command("generate", "Make the whole course: book, pictures, labs and a merged deck") { outline, output, recorded, template };
        start.AddTo(command);
        run.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var file = await OutlineFile.Read(parsed.GetValue(outline)!, token);
            var (asked, look) = (parsed.GetValue(recorded), await DeckTemplateFile.Read(parsed.GetValue(template), token));
            var wish = start.Read(parsed, file.ProjectFolderOr(start.Project(parsed)), file.Provider(asked));
            CheckedStart.Read(file, wish);
            var answers = RecordedFolder.IsFor(wish.ModelProvider, wish.ImageProvider)
                ? asked is null ? RecordedFolder.Existing(file.RecordedFolder, "beside the outline") : RecordedFolder.Existing(asked, "--recorded")
                : null;
            var settings = new EmbeddedSettings(parsed.GetValue(output)!, answers, wish.ModelProvider!, run.SeedFailures(parsed), run.Verbose(parsed));
            return await Run(file, look, wish, settings, run.Json(parsed), token);
        });
        return command;
    }

    static async Task<int> Run(OutlineFile file, DeckTemplateFile? template, StartCourse start, EmbeddedSettings settings, bool json, CancellationToken token)
    {
        await Console.Error.WriteLineAsync($"{file.Outline.Title}: text by {start.ModelProvider}, pictures by {start.ImageProvider}.");
        await using var embedded = await EmbeddedRun.Start(settings, start.ProjectFolder, token);
        await CheckedStart.Place(embedded.Store, embedded.Location, token);
        var key = ArtifactKeys.ReceivedOutline(Fingerprint.Sha256(file.Bytes));
        await embedded.Store.PutBytes(embedded.Location, key, file.Bytes, PutCondition.Absent, token);
        if (template is not null)
            start = start with { DeckTemplateS3Key = await template.Deliver(start.ProjectFolder, embedded.Store, EmbeddedRun.Bucket, token) };
        if (settings.RecordedFolder is { } answers)
            await RecordedFolder.Remember(embedded.Store, embedded.Location, answers, token);
        return await CourseFollowing.Follow(embedded, start with { OutlineS3Key = $"{start.ProjectFolder}/{key}" }, json, token);
    }
}
