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
        var (progress, end) = (new ProgressTable(), default(ICourseMessage));
        await run.Bus.Publish(command, command.GetType(), token);
        await using (var display = ProgressDisplay.Open(progress))
        {
            await foreach (var message in run.Watch.Events.ReadAllAsync(token))
            {
                progress.See(message);
                display.Show(message);
                if (IsEnd(message))
                {
                    end = message;
                    break;
                }
            }
        }
        var manifest = await Manifest(run, token);
        return await CourseSummary.Write(run, end!, manifest, json, token);
    }

    static bool IsEnd(ICourseMessage message) =>
        message is CourseCompleted or CourseCompletedWithGaps or CourseFailed or CourseRejected or CoursePaused or CourseCancelled;

    static async Task<CourseManifest?> Manifest(EmbeddedRun run, CancellationToken token) =>
        await run.Store.Find(run.Location, ArtifactKeys.Manifest, token) is null
            ? null
            : await run.Store.ReadDocument<CourseManifest>(run.Location, ArtifactKeys.Manifest, token);
}
