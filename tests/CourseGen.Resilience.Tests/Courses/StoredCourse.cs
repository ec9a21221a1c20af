using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Resilience.Tests.Courses;

/// <summary>
/// What a course left in the store: every key with its sha256. Claims are left out, and of the manifest its times. What the manifest says
/// of calls, reuse, tokens and cost is apart, under <see cref="Account"/>.
/// </summary>
static class StoredCourse
{
    public const string Account = $"{ArtifactKeys.Manifest}: account";

    public static async Task<IReadOnlyDictionary<string, string>> Read(IArtifactStore store, CourseLocation location)
    {
        var artifacts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var full in store.List(location.Bucket, $"{location.Folder}/", CancellationToken.None))
        {
            var key = full[(location.Folder.Length + 1)..];
            if (key.StartsWith(".coursegen/claims/", StringComparison.Ordinal))
                continue;
            var bytes = await store.ReadBytes(location, key, CancellationToken.None);
            if (key == ArtifactKeys.Manifest)
                (bytes, artifacts[Account]) = Split(bytes);
            artifacts[key] = Fingerprint.Sha256(bytes);
        }
        return artifacts;
    }

    public static IReadOnlyDictionary<string, string> WithoutAccount(IReadOnlyDictionary<string, string> artifacts) =>
        artifacts.Where(artifact => artifact.Key != Account).ToDictionary();

    static (byte[] Manifest, string Account) Split(byte[] manifest)
    {
        var root = JsonNode.Parse(manifest)!;
        var account = new List<string>();
        Strip(root);
        return (Encoding.UTF8.GetBytes(root.ToJsonString()), string.Join(", ", account));

        void Strip(JsonNode? node)
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
                    var snake = JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
                    if (AccountFields.Contains(snake))
                        account.Add($"{fields[name]!.GetPath()} {fields[name]!.ToJsonString()}");
                    if (AccountFields.Contains(snake) || Times.Contains(snake))
                        fields.Remove(name);
                    else
                        Strip(fields[name]);
                }
            }
        }
    }

    static readonly HashSet<string> Times = ["started_at", "written_at", "finished_at", "seconds"];

    static readonly HashSet<string> AccountFields = ["calls", "reused", "input_tokens", "output_tokens", "tokens", "cost_usd", "skipped"];
}
