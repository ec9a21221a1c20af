using CourseGen.Cli.Output;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Cli.Servers;

/// <summary>One command's talk with the servers about one course.</summary>
sealed class CourseSession : IAsyncDisposable
{
    /// <summary>Before the store is asked whether there is anything to wait for.</summary>
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);
    readonly ServerConnection _connection;
    readonly IArtifactStore? _store;

    CourseSession(WatchedCourse course, ServerConnection connection, IArtifactStore? store) => (Course, _connection, _store) = (course, connection, store);

    public WatchedCourse Course { get; }

    StoredCourse? Stored => _store is not null && Course.Location is { } location ? new StoredCourse(_store, location) : null;

    public static async Task<CourseSession> Open(ServerSettings settings, WatchedCourse course, CancellationToken token)
    {
        var store = settings.Store?.OpenStore(TimeProvider.System);
        return new CourseSession(course, await ServerConnection.Open(settings.RequireRabbitMq(), course, token), store);
    }

    /// <summary>Publishes a command and waits for the first word that answers it.</summary>
    /// <returns>Null when none comes in time.</returns>
    public async Task<ICourseMessage?> Send(object command, Func<ICourseMessage, bool> answers, TimeSpan wait, CancellationToken token)
    {
        await _connection.Publish(command, token);
        return await _connection.First(answers, wait, token);
    }

    /// <summary>As <see cref="Send"/>, for commands that a course which has ended leaves without a word: then its end is the answer.</summary>
    public async Task<ICourseMessage?> SendToRunning(object command, Func<ICourseMessage, bool> answers, TimeSpan wait, CancellationToken token)
    {
        var soon = wait < Soon ? wait : Soon;
        return await Send(command, answers, soon, token) is { } word ? word
            : Stored is { } stored && (await stored.Look(token)).End(stored.Location) is { } end and not CoursePaused ? end
            : await _connection.First(answers, wait - soon, token);
    }

    /// <summary>Follows the course to its end, and sums up.</summary>
    /// <param name="before">What was heard already.</param>
    public async Task<int> Follow(IEnumerable<ICourseMessage> before, FollowOptions options, CancellationToken token)
    {
        try
        {
            var following = new ServerFollowing(_connection, Course, Stored, Silence.Until(options.GiveUp), options.After);
            var end = await following.End(before, options.SkipStored, token);
            var location = WatchedCourse.LocationOf(end) ?? Course.Location!;
            return await CourseSummary.Write(CoursePlace.OnServers(location), end, await Manifest(location, token), options.Json);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"No longer watched; the course goes on. coursegen watch {Course.Arguments} looks again, coursegen cancel {Course.Arguments} stops it.");
            return ExitCodes.Cancelled;
        }
    }

    public async ValueTask DisposeAsync()
    {
        (_store as IDisposable)?.Dispose();
        await _connection.DisposeAsync();
    }

    async Task<CourseManifest?> Manifest(CourseLocation location, CancellationToken token)
    {
        try
        {
            return _store is null ? null : await new StoredCourse(_store, location).Manifest(token);
        }
        catch (StoreUnusableException)
        {
            return null; // the end is known; only the list of files is not
        }
    }
}

/// <param name="GiveUp">Null: never.</param>
/// <param name="SkipStored">An end that is in the store already is not the end that is waited for.</param>
/// <param name="After">Ends of this revision and of earlier ones are not the end.</param>
sealed record FollowOptions(bool Json, TimeSpan? GiveUp = null, bool SkipStored = false, int After = 0);
