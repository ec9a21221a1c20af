using CourseGen.Cli.Embedded;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Cli.Output;

/// <summary>Sends one command to the embedded services, shows what comes of it, and sums up.</summary>
static class CourseFollowing
{
    public static async Task<int> Follow(EmbeddedRun run, object command, bool json, CancellationToken token)
    {
        var progress = new ProgressTable();
        ICourseMessage end;
        try
        {
            await run.Bus.Publish(command, command.GetType(), token);
            end = await End(run, progress, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            end = new CourseCancelled(Guid.Empty, run.Location, 0, progress.Totals);
        }
        var place = CoursePlace.OnDisk(Path.Combine(run.Settings.OutputFolder, run.Location.Folder));
        return await CourseSummary.Write(place, end, end is CourseCancelled ? null : await Manifest(run, token), json);
    }

    static async Task<ICourseMessage> End(EmbeddedRun run, ProgressTable progress, CancellationToken token)
    {
        await using var display = ProgressDisplay.Open(progress);
        while (true)
        {
            var message = await run.Watch.Events.ReadAsync(token);
            progress.See(message);
            display.Show(message);
            if (IsEnd(message))
                return message;
        }
    }

    internal static bool IsEnd(ICourseMessage message) =>
        message is CourseCompleted or CourseCompletedWithGaps or CourseFailed or CourseRejected or CoursePaused or CourseCancelled;

    static async Task<CourseManifest?> Manifest(EmbeddedRun run, CancellationToken token) =>
        await run.Store.Find(run.Location, ArtifactKeys.Manifest, token) is null
            ? null
            : await run.Store.ReadDocument<CourseManifest>(run.Location, ArtifactKeys.Manifest, token);
}
