using System.Text.Json;
using CourseGen.Cli.Commands;
using CourseGen.Cli.Output;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Courses;

namespace CourseGen.Cli.Servers;

/// <summary>The closing object of a command that only sends.</summary>
/// <param name="Status"><c>started</c>, <c>under_way</c>, <c>waiting</c>, <c>busy</c>, <c>going_on</c>, <c>paused</c>, <c>cancelled</c>, <c>ended</c>, <c>rejected</c>, <c>no_answer</c>.</param>
/// <param name="CourseId">Null when the bucket is not known and nobody answered.</param>
sealed record SentReport(string Status, Guid? CourseId, string Folder, int? Revision, IReadOnlyList<string> Notes);

/// <summary>Sends one command, says what the planner's first word on it is, and follows the course when that is asked for.</summary>
static class SentCommand
{
    /// <summary>A command that makes something.</summary>
    public static async Task<int> Run(CourseSession session, object command, AnswerWish wish, CancellationToken token)
    {
        var word = await session.Send(command, Answers.AllButProgress, wish.Wait, token);
        var follow = new FollowOptions(wish.Json, SkipStored: true, After: word is CourseStarted { Revision: var running } started && Says(started, CourseBeginnings.Waits) ? running : 0);
        var begun = word is CourseStarted && !Says(word, CourseBeginnings.SendAgain);
        if (word is not null and not CourseRejected && (begun ? wish.Watch : CourseFollowing.IsEnd(word)))
        {
            await Console.Error.WriteLineAsync($"Course {word.CourseId}, folder {session.Course.Name}.");
            return await session.Follow([word], follow, token);
        }
        return await Tell(session.Course, word, wish, begun);
    }

    /// <summary>A command to a course that runs.</summary>
    /// <param name="answers">Which event is the first word on it.</param>
    /// <param name="succeeds">Which of them says that it took effect.</param>
    public static async Task<int> RunOnRunning(
        CourseSession session, object command, Func<ICourseMessage, bool> answers, Func<ICourseMessage, bool> succeeds, AnswerWish wish, CancellationToken token)
    {
        var word = await session.SendToRunning(command, answers, wish.Wait, token);
        return word is not null and not CourseRejected && wish.Watch && !CourseFollowing.IsEnd(word)
            ? await session.Follow([word], new FollowOptions(wish.Json, SkipStored: true), token)
            : await Tell(session.Course, word, wish, word is not null && succeeds(word));
    }

    static async Task<int> Tell(WatchedCourse course, ICourseMessage? word, AnswerWish wish, bool succeeded)
    {
        var location = (word is null ? null : WatchedCourse.LocationOf(word)) ?? course.Location;
        var named = location is null ? course : new WatchedCourse(location.Folder, location.Bucket);
        var folder = location is null ? course.Name : $"{location.Bucket}/{location.Folder}";
        var report = new SentReport(StatusOf(word), word?.CourseId ?? course.Id, folder, (word as CourseStarted)?.Revision, NotesOf(word));
        if (wish.Json)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, DocumentJson.Options));
        else if (word is CourseStarted or null)
            await Console.Out.WriteLineAsync($"course  {report.CourseId?.ToString() ?? "(its id is known once the planner answers)"}{Environment.NewLine}folder  {folder}");
        foreach (var line in Lines(word, named, wish.Wait))
            await Console.Error.WriteLineAsync(line);
        return word switch
        {
            null => ExitCodes.Unreachable,
            CourseRejected => ExitCodes.InvalidInput,
            _ => succeeded ? ExitCodes.Done : ExitCodes.Failed,
        };
    }

    static IEnumerable<string> Lines(ICourseMessage? word, WatchedCourse course, TimeSpan wait) => word switch
    {
        null => [$"Published; no planner answered within {wait.TotalSeconds:0} s: are the services running? coursegen watch {course.Arguments}"],
        CourseRejected rejected => [FaultText.Of(rejected.Faults)],
        CourseStarted started when StatusOf(started) == "busy" => started.Warnings,
        CourseStarted started =>
        [
            .. StatusOf(started) == "started" ? [$"Started: {started.Title}, revision {started.Revision}."] : Array.Empty<string>(),
            .. started.Warnings.Select(warning => $"note: {warning}"),
            $"To follow it: coursegen watch {course.Arguments}",
        ],
        CourseProgressed => [$"The course goes on. To follow it: coursegen watch {course.Arguments}"],
        CoursePaused paused => [$"Paused: {paused.Reason} What is made is kept; to go on: coursegen resume {course.Arguments}"],
        CourseCancelled => [$"Cancelled. What is made is kept; to go on: coursegen repair {course.Arguments} --server"],
        _ => [$"The course has ended. To see how: coursegen watch {course.Arguments}"],
    };

    static IReadOnlyList<string> NotesOf(ICourseMessage? word) => word switch
    {
        CourseStarted started => started.Warnings,
        CourseRejected rejected => [.. rejected.Faults.Select(fault => FaultText.Of([fault]))],
        CoursePaused paused => [paused.Reason, paused.Remedy],
        _ => [],
    };

    static string StatusOf(ICourseMessage? word) => word switch
    {
        null => "no_answer",
        CourseRejected => "rejected",
        CourseStarted when Says(word, CourseBeginnings.SendAgain) => "busy",
        CourseStarted when Says(word, CourseBeginnings.Waits) => "waiting",
        CourseStarted when Says(word, CourseBeginnings.AlreadyUnderWay) => "under_way",
        CourseStarted => "started",
        CourseProgressed => "going_on",
        CoursePaused => "paused",
        CourseCancelled => "cancelled",
        _ => "ended",
    };

    static bool Says(ICourseMessage word, string warning) => word is CourseStarted started && started.Warnings.Contains(warning, StringComparer.Ordinal);
}
