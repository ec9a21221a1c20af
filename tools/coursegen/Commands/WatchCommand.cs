using System.CommandLine;
using CourseGen.Cli.Servers;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen watch FOLDER|ID</c>: follows a course on the servers to its end.</summary>
static class WatchCommand
{
    public static Command Create()
    {
        var course = new Argument<string>("course") { Description = "The course's project folder, or its id" };
        var next = new Option<bool>("--next") { Description = "Wait for the next end, even if the store has one already" };
        var giveUp = new Option<double?>("--give-up") { Description = "Exit 5 when nothing is heard for so many seconds (never)", HelpName = "s" };
        var json = RunOptions.JsonOption();
        var servers = new ServerOptions();
        var command = new Command("watch", """
            Follow a course on the servers to its end. Ctrl-C ends the watching, not the course.
            A course that has ended already is looked up in the store (course.json).

            Examples:
              coursegen watch harbour-tides --bucket courses
              coursegen watch 6f9619ff-8b86-d011-b42d-00c04fc964ff --json
            """) { course, next, giveUp, json };
        servers.AddTo(command);
        giveUp.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is { } seconds and not (> 0 and <= 604_800))
                result.AddError("--give-up: expected seconds, more than 0 and at most 604800.");
        });
        command.SetAction((parsed, token) => Failures.OfServers(async () =>
        {
            var settings = servers.Read(parsed);
            var watched = WatchedCourse.Named(parsed.GetValue(course)!, settings.Bucket(servers.Bucket(parsed)));
            await using var session = await CourseSession.Open(settings, watched, token);
            TimeSpan? patience = parsed.GetValue(giveUp) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
            return await session.Follow([], new FollowOptions(parsed.GetValue(json), patience, parsed.GetValue(next)), token);
        }));
        return command;
    }
}
