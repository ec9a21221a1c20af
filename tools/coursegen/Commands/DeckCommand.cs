using System.CommandLine;
using CourseGen.Cli.Embedded;
using CourseGen.Cli.Output;
using CourseGen.Contracts;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen deck FOLDER</c>: the deck of a book that is there.</summary>
static class DeckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "A folder with a book: book/{slug}_data.json" };
        var provider = new Option<string?>("--provider", "--model-provider")
        {
            Description = $"Who plans slides that are not planned yet: {string.Join(", ", EmbeddedProviders.TextNames)} (as the course was written, else simulated)",
            HelpName = "name",
        };
        var style = new Option<string?>("--style") { Description = "professional, modern or minimal (as before)", HelpName = "style" };
        var slides = new Option<int?>("--slides-per-lesson") { Description = "A target (by duration)", HelpName = "n" };
        var size = new Option<int?>("--batch-size") { Description = "Lessons per deck batch (6)", HelpName = "n" };
        var apart = new Option<bool>("--no-combine") { Description = "Leave the batch decks as they are; merge-decks merges them" };
        var (template, key) = (DeckTemplateFile.Option(), DeckTemplateFile.KeyOption());
        var (recorded, run) = (RecordedFolder.Option(), new RunOptions());
        var servers = new ServerSwitch(run.SharedJson);
        var command = new Command("deck", """
            Make the deck of a book that is there, hand edits included; only slides that are not planned yet call a model.

            Examples:
              coursegen deck out/harbour-tides --style minimal
              coursegen deck my-book --provider bedrock --batch-size 4 --no-combine
              coursegen deck harbour-tides --server --bucket courses --watch
            """) { folder, provider, style, slides, size, apart, template, key, recorded };
        run.AddTo(command);
        servers.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            if (servers.IsAsked(parsed) && parsed.GetValue(template) is { } local)
                throw new CommandException(ExitCodes.Usage, $"--deck-template {local}: the servers read templates in their store; put it there, and name it with --deck-template-s3-key.");
            if (servers.IsAsked(parsed))
                return await servers.Send(parsed.GetValue(folder)!, parsed, location => Build(location.Folder, parsed) with { CourseBucket = location.Bucket }, token);
            var look = await DeckTemplateFile.Read(parsed.GetValue(template), token);
            var book = await BookFolder.Read(parsed.GetValue(folder)!, token);
            await using var embedded = await book.Run(KnownHere(parsed.GetValue(provider)), parsed.GetValue(recorded), run.SeedFailures(parsed), run.Verbose(parsed), token);
            var build = Build(book.ProjectFolder, parsed);
            if (look is not null)
                build = build with { DeckTemplateS3Key = await look.Deliver(book.ProjectFolder, embedded.Store, EmbeddedRun.Bucket, token) };
            return await CourseFollowing.Follow(embedded, build, run.Json(parsed), token);
        });
        return command;

        BuildDeck Build(string projectFolder, ParseResult parsed) => new()
        {
            ProjectFolder = projectFolder,
            ModelProvider = parsed.GetValue(provider)?.ToLowerInvariant(),
            Style = parsed.GetValue(style),
            SlidesPerLesson = parsed.GetValue(slides),
            BatchSize = parsed.GetValue(size),
            DeckTemplateS3Key = parsed.GetValue(key),
            AutoCombine = parsed.GetValue(apart) ? false : null,
        };
    }

    /// <summary>The servers have theirs, and the planner knows which.</summary>
    /// <exception cref="CommandException">This program has no such provider (2).</exception>
    static string? KnownHere(string? provider) => provider is null || EmbeddedProviders.TextNames.Contains(provider, StringComparer.OrdinalIgnoreCase)
        ? provider?.ToLowerInvariant()
        : throw new CommandException(ExitCodes.Usage, $"--provider: '{provider}' is not a provider of this version; expected one of {string.Join(", ", EmbeddedProviders.TextNames)}.");
}
