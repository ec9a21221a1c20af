using System.Text.Json;
using CourseGen.Storage;

namespace CourseGen.Resilience.Tests.Courses;

/// <summary>One model call, whoever made it and when.</summary>
/// <param name="Call">Which of the item's calls, from 1.</param>
sealed record ModelCall(string Item, string Fingerprint, int Call, string Model)
{
    /// <summary>Key of what the call is paid for: the answer, or the picture itself.</summary>
    public string KeptAt => Item.StartsWith("image ", StringComparison.Ordinal)
        ? ArtifactKeys.Image(Item["image ".Length..])
        : ArtifactKeys.Answer(Fingerprint, Call);
}

/// <summary>What the call logs of one or more processes say.</summary>
/// <param name="Began">Every call that was made, in the order of the model calls' names, repeated ones as often as they were made.</param>
/// <param name="CutOff">Those that never ended: their process did.</param>
sealed record ModelCallAccount(IReadOnlyList<ModelCall> Began, IReadOnlyList<ModelCall> CutOff)
{
    public IReadOnlyList<ModelCall> Repeated => [.. Began.GroupBy(call => call).SelectMany(same => same.Skip(1))];

    public static ModelCallAccount Read(IEnumerable<string> logs)
    {
        var (began, open) = (new List<ModelCall>(), new List<ModelCall>());
        foreach (var log in logs.Where(File.Exists))
        {
            foreach (var line in ReadShared(log))
            {
                var root = line.RootElement;
                var call = new ModelCall(Text("item"), Text("fingerprint"), root.GetProperty("call").GetInt32(), Text("model"));
                if (Text("event") == "began")
                {
                    began.Add(call);
                    open.Add(call);
                }
                else
                {
                    open.Remove(call);
                }

                string Text(string field) => root.GetProperty(field).GetString()!;
            }
        }
        return new([.. began.OrderBy(call => call.ToString(), StringComparer.Ordinal)], open);
    }

    /// <summary>Its process may be writing a line just now: a last one without an end is left out.</summary>
    static IEnumerable<JsonDocument> ReadShared(string log)
    {
        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line))];
    }
}
