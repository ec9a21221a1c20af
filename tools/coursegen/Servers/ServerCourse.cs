using System.CommandLine;
using CourseGen.Contracts;

namespace CourseGen.Cli.Servers;

/// <summary>A command to one course on the servers, from its folder's name to the exit code.</summary>
static class ServerCourse
{
    public static Task<int> Send(
        string folder, ServerOptions servers, ParseResult parsed, Func<CourseLocation, object> make, Func<CourseSession, object, Task<int>> send, CancellationToken token) =>
        Failures.OfServers(async () =>
        {
            var settings = servers.Read(parsed);
            var course = WatchedCourse.Named(folder, settings.Bucket(servers.Bucket(parsed)));
            var location = course.Location ?? throw new CommandException(ExitCodes.Usage, $"{folder}: give the course's project folder; a command needs it, its id is not enough.");
            await using var session = await CourseSession.Open(settings, course, token);
            return await send(session, make(location));
        });
}
