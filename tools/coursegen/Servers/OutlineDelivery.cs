using System.Text;
using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Cli.Servers;

/// <summary>How an outline gets to the planner: in the message while that is small, else through the store.</summary>
static class OutlineDelivery
{
    /// <summary>The planner's limit for the field.</summary>
    const int MaxYamlBytes = 48 * 1024;
    /// <summary>Of the command as JSON: a message has 64 KiB, less what the envelope takes; escaping may triple a text.</summary>
    const int MaxCommandBytes = 60 * 1024;

    public static bool FitsInMessage(StartCourse start, byte[] outline) =>
        outline.Length <= MaxYamlBytes && Text(outline) is { } yaml && JsonSerializer.SerializeToUtf8Bytes(start with { OutlineYaml = yaml }).Length <= MaxCommandBytes;

    public static StartCourse InMessage(StartCourse start, byte[] outline) => start with { OutlineYaml = Text(outline) };

    /// <summary>Under its own hash, as the planner keeps what it receives: a start that is refused leaves the course's own outline as it is.</summary>
    /// <exception cref="StoreUnusableException">The store is out of reach.</exception>
    public static async Task<StartCourse> ThroughStore(StartCourse start, byte[] outline, IArtifactStore store, string bucket, CancellationToken token)
    {
        var key = ArtifactKeys.ReceivedOutline(Fingerprint.Sha256(outline));
        await store.PutBytes(new CourseLocation(bucket, start.ProjectFolder), key, outline, PutCondition.Absent, token);
        return start with { OutlineS3Key = $"{start.ProjectFolder}/{key}" };
    }

    /// <returns>Null when the bytes are no text that comes out the same.</returns>
    static string? Text(byte[] outline) => Encoding.UTF8.GetString(outline) is var text && Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(outline) ? text : null;
}
