using System.CommandLine;
using CourseGen.Cli.Servers;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen start OUTLINE</c>: asks the servers for the course.</summary>
static class StartCommand
{
    public static Command Create()
    {
        var outline = new Argument<string>("outline") { Description = "The course outline (YAML)" };
        var template = DeckTemplateFile.Option();
        var (start, servers, answer) = (new StartOptions(embedded: false), new ServerOptions(), new AnswerOptions());
        var command = new Command("start", """
            Start a course on the servers: its outline is checked here, then StartCourse is published to RabbitMQ.

            Examples:
              coursegen start outline.yaml --project harbour-tides --rabbitmq amqp://user:password@broker/ --buckets courses
              coursegen start outline.yaml --modules-to-generate 1-2 --max-cost-usd 20 --watch
            """) { outline, template };
        start.AddTo(command);
        answer.AddTo(command);
        servers.AddTo(command);
        command.SetAction((parsed, token) => Failures.OfServers(async () =>
        {
            var file = await OutlineFile.Read(parsed.GetValue(outline)!, token);
            var settings = servers.Read(parsed);
            var bucket = settings.Bucket(servers.Bucket(parsed));
            var wish = start.Read(parsed, file.ProjectFolderOr(start.Project(parsed)), provider: null) with { CourseBucket = bucket };
            CheckedStart.Read(file, wish, bucket ?? "the planner's first");
            var look = await DeckTemplateFile.Read(parsed.GetValue(template), token);
            await using var session = await CourseSession.Open(settings, new WatchedCourse(wish.ProjectFolder, bucket), token);
            return await SentCommand.Run(session, await Deliver(file, look, wish, settings, token), answer.Read(parsed), token);
        }));
        return command;
    }

    /// <exception cref="CommandException">The template goes through the store, or the outline is too large for a message, and it is not known where the store is (2).</exception>
    static async Task<StartCourse> Deliver(OutlineFile file, DeckTemplateFile? template, StartCourse start, ServerSettings settings, CancellationToken token)
    {
        if (template is not null)
            start = await Deliver(template, start, settings, token);
        if (OutlineDelivery.FitsInMessage(start, file.Bytes))
            return OutlineDelivery.InMessage(start, file.Bytes);
        if (settings.Store is null)
            throw new CommandException(ExitCodes.Usage, $"{file.Path}: {file.Bytes.Length / 1024} KiB are too many for a message; it goes through the store then: give --buckets (and --store-endpoint unless it is AWS).");
        var store = settings.Store.OpenStore(TimeProvider.System);
        using (store as IDisposable)
            return await OutlineDelivery.ThroughStore(start, file.Bytes, store, start.CourseBucket!, token);
    }

    static async Task<StartCourse> Deliver(DeckTemplateFile template, StartCourse start, ServerSettings settings, CancellationToken token)
    {
        if (settings.Store is null)
            throw new CommandException(ExitCodes.Usage, $"{template.Path}: a deck template goes through the store: give --buckets (and --store-endpoint unless it is AWS), or name its key with --deck-template-s3-key.");
        var store = settings.Store.OpenStore(TimeProvider.System);
        using (store as IDisposable)
            return start with { DeckTemplateS3Key = await template.Deliver(start.ProjectFolder, store, start.CourseBucket!, token) };
    }
}
