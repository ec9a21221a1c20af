using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Resilience.Tests.Courses;

/// <summary>What a course left in the store: every key with its sha256. Claims are left out, and of the manifest what tells of the run instead of the course.</summary>
static class StoredCourse
{
    public static async Task<IReadOnlyDictionary<string, string>> Read(IArtifactStore store, CourseLocation location)
    {
        var artifacts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var full in store.List(location.Bucket, $"{location.Folder}/", CancellationToken.None))
        {
            var key = full[(location.Folder.Length + 1)..];
            if (!key.StartsWith(".coursegen/claims/", StringComparison.Ordinal))
                artifacts[key] = Fingerprint.Sha256(await Bytes(store, location, key));
        }
        return artifacts;
    }

    static async Task<byte[]> Bytes(IArtifactStore store, CourseLocation location, string key)
    {
        var bytes = await store.ReadBytes(location, key, CancellationToken.None);
        return key == ArtifactKeys.Manifest ? WithoutRun(bytes) : bytes;
    }

    static byte[] WithoutRun(byte[] manifest)
    {
        var root = JsonNode.Parse(manifest)!;
        Strip(root);
        return Encoding.UTF8.GetBytes(root.ToJsonString());

        static void Strip(JsonNode? node)
        {
            if (node is JsonArray list)
            {
                foreach (var element in list)
                    Strip(element);
            }
            else if (node is JsonObject fields)
            {
                foreach (var name in fields.Select(field => field.Key).ToList())
                {
                    if (IsOfTheRun(name))
                        fields.Remove(name);
                    else
                        Strip(fields[name]);
                }
            }
        }
    }

    static bool IsOfTheRun(string field) =>
        RunFields.Contains(JsonNamingPolicy.SnakeCaseLower.ConvertName(field));

    static readonly HashSet<string> RunFields =
    [
        "started_at", "written_at", "finished_at", "seconds",
        // Who paid for an item is told by its first event; one that comes again found it there.
        "calls", "reused", "input_tokens", "output_tokens", "tokens", "cost_usd", "skipped",
    ];
}
