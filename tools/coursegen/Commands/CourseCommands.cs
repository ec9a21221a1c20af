using System.CommandLine;
using CourseGen.Cli.Servers;
using CourseGen.Contracts;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen cancel|pause|resume|merge FOLDER</c>: a command to a course on the servers.</summary>
static class CourseCommands
{
    public static Command Cancel() => Create("cancel", "Stop a course on the servers for good; what is made stays, work already sent may still finish", [], watch: false,
        (_, location) => new CancelCourse { CourseBucket = location.Bucket, ProjectFolder = location.Folder },
        (session, command, wish, token) => SentCommand.RunOnRunning(session, command, Answers.ToCancel, succeeds: _ => true, wish, token));

    public static Command Pause() => Create("pause", "Send no more work of a course on the servers until it is resumed", [], watch: false,
        (_, location) => new PauseCourse { CourseBucket = location.Bucket, ProjectFolder = location.Folder },
        (session, command, wish, token) => SentCommand.RunOnRunning(session, command, Answers.ToPause, succeeds: _ => true, wish, token));

    public static Command Resume()
    {
        var maxCost = new Option<decimal?>("--max-cost-usd") { Description = "A new limit", HelpName = "usd" };
        var maxHours = new Option<double?>("--max-hours") { Description = "A new limit, from the course's start", HelpName = "hours" };
        return Create("resume", "Go on with a paused course on the servers", [maxCost, maxHours], watch: true,
            (parsed, location) => new ResumeCourse
            {
                CourseBucket = location.Bucket,
                ProjectFolder = location.Folder,
                MaxCostUsd = parsed.GetValue(maxCost),
                MaxHours = parsed.GetValue(maxHours),
            },
            (session, command, wish, token) => SentCommand.RunOnRunning(session, command, Answers.ToResume, word => word is not CoursePaused, wish, token));
    }

    public static Command Merge() => Create("merge", "Merge the batch decks of a course on the servers again, in the plan's order, hand edits included", [], watch: true,
        (_, location) => new MergeDeck { CourseBucket = location.Bucket, ProjectFolder = location.Folder },
        SentCommand.Run);

    static Command Create(
        string name, string description, Option[] options, bool watch, Func<ParseResult, CourseLocation, object> make,
        Func<CourseSession, object, AnswerWish, CancellationToken, Task<int>> send)
    {
        var folder = new Argument<string>("folder") { Description = "The course's project folder" };
        var (answer, servers) = (new AnswerOptions(), new ServerOptions());
        var command = new Command(name, $"""
            {description}.

            Example: coursegen {name} harbour-tides --bucket courses
            """) { folder };
        foreach (var option in options)
            command.Options.Add(option);
        answer.AddTo(command, watch);
        servers.AddTo(command);
        command.SetAction((parsed, token) => ServerCourse.Send(parsed.GetValue(folder)!, servers, parsed, location => make(parsed, location),
            (session, made) => send(session, made, answer.Read(parsed), token), token));
        return command;
    }
}
