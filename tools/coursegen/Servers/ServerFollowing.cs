using CourseGen.Cli.Output;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Cli.Servers;

/// <summary>How long silence may last.</summary>
/// <param name="Settle">What runs says so within this time; else an end that is in the store already is the end.</param>
/// <param name="Look">Between looks into the store for an end whose event was lost.</param>
/// <param name="Hint">Before the person is told that nothing is heard.</param>
/// <param name="GiveUp">Null: never.</param>
sealed record Silence(TimeSpan Settle, TimeSpan Look, TimeSpan Hint, TimeSpan? GiveUp)
{
    /// <summary>A model call of a lesson takes up to two minutes: looks cost little, and hints come once.</summary>
    public static Silence Until(TimeSpan? giveUp) => new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), giveUp);
}

/// <summary>Shows what comes of a course on the servers until it ends.</summary>
/// <param name="stored">Null when it is not known where the store is.</param>
/// <param name="after">Ends of this revision and of earlier ones are not the end: a later one waits for its turn.</param>
sealed class ServerFollowing(ServerConnection connection, WatchedCourse course, StoredCourse? stored, Silence silence, int after = 0)
{
    readonly ProgressTable _progress = new($"{course.Name}: waiting for its next event …");
    bool _heard;
    bool _storeTold;

    /// <param name="skipStored">An end that is in the store already is not asked for.</param>
    public async Task<ICourseMessage> End(IEnumerable<ICourseMessage> before, bool skipStored, CancellationToken token)
    {
        await using var display = ProgressDisplay.Open(_progress);
        foreach (var message in before)
            if (See(message, display))
                return message;
        var first = await Look(display, token);
        if (!skipStored && first is not null && await StoredEnd(first, display, token) is { } end)
            return end;
        return await Follow(first, display, token);
    }

    async Task<ICourseMessage?> StoredEnd(StoredState state, ProgressDisplay display, CancellationToken token)
    {
        if (state.ManifestIsOld)
            display.Note($"course.json is of revision {state.Manifest!.Revision}; revision {state.Revision} has begun and has not ended.");
        else if (state.End(stored!.Location) is { } end)
        {
            if (await connection.Next(silence.Settle, token) is not { } message)
            {
                display.Note($"This is of {state.Manifest!.WrittenAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, from course.json; nothing is heard of the course now.");
                return end;
            }
            if (See(message, display))
                return message;
        }
        return null;
    }

    async Task<ICourseMessage> Follow(StoredState? first, ProgressDisplay display, CancellationToken token)
    {
        var (quiet, hinted) = (TimeSpan.Zero, false);
        while (true)
        {
            var within = Shortest(silence.Look, silence.GiveUp - quiet);
            if (await connection.Next(within, token) is { } message)
            {
                if (See(message, display))
                    return message;
                quiet = TimeSpan.Zero;
                continue;
            }
            quiet += within;
            var now = await Look(display, token);
            first ??= now;
            if (now is not null && now.Manifest?.WrittenAt != first?.Manifest?.WrittenAt && now.End(stored!.Location) is { } lost && Counts(lost))
                return lost;
            if (quiet >= silence.GiveUp)
                throw new CommandException(ExitCodes.Unreachable, $"Nothing is heard of {course.Name} for {quiet.TotalSeconds:0} s. {Advice(now)}");
            if (hinted || quiet < silence.Hint)
                continue;
            display.Note($"nothing is heard of {course.Name} for {quiet.TotalSeconds:0} s. {Advice(first)}");
            hinted = true;
        }
    }

    string Advice(StoredState? state) => (_heard, stored, state) switch
    {
        (true, _, _) => "A model call may take minutes, a full quota longer; otherwise look whether the services run.",
        (_, null, _) => "It may have ended before: its events are gone then. With the store's settings (--buckets, --store-endpoint) its course.json is looked up.",
        (_, _, { Revision: 0 }) => $"The store has no such course: is {course.Name} right, and is it started? coursegen start OUTLINE --project {course.Name}",
        _ => "A model call may take minutes; otherwise look whether the services run, or start it again: what is made is kept.",
    };

    /// <summary>The store is a second source here: without it events still come.</summary>
    async Task<StoredState?> Look(ProgressDisplay display, CancellationToken token)
    {
        try
        {
            return stored is null ? null : await stored.Look(token);
        }
        catch (StoreUnusableException failure)
        {
            if (!_storeTold)
                display.Note($"{failure.Message} {failure.Remedy} Only events are followed.");
            _storeTold = true;
            return null;
        }
    }

    bool See(ICourseMessage message, ProgressDisplay display)
    {
        _heard = true;
        _progress.See(message);
        display.Show(message);
        return CourseFollowing.IsEnd(message) && Counts(message);
    }

    bool Counts(ICourseMessage end) => RevisionOf(end) is not { } revision || revision > after;

    static int? RevisionOf(ICourseMessage end) => end switch
    {
        CourseCompleted done => done.Revision,
        CourseCompletedWithGaps done => done.Revision,
        CourseFailed { Revision: > 0 } failed => failed.Revision,
        CourseCancelled cancelled => cancelled.Revision,
        _ => null,
    };

    static TimeSpan Shortest(TimeSpan one, TimeSpan? other) => other < one ? (other.Value > TimeSpan.Zero ? other.Value : TimeSpan.FromMilliseconds(1)) : one;
}
