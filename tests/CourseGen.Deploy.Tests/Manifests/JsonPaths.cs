using System.Globalization;
using System.Text.Json.Nodes;

namespace CourseGen.Deploy.Manifests;

/// <summary>Paths as JSON pointers write them, without the first slash: <c>spec/template/metadata/labels/app.kubernetes.io~1name</c>.</summary>
static class JsonPaths
{
    public static JsonNode? At(this JsonNode? node, string path) =>
        path.Split('/').Aggregate(node, (parent, step) => parent switch
        {
            JsonObject fields => fields[Unescape(step)],
            JsonArray items => int.TryParse(step, CultureInfo.InvariantCulture, out var index) && index < items.Count ? items[index] : null,
            _ => null,
        });

    /// <summary>Empty when there is nothing at the path.</summary>
    public static string Text(this JsonNode? node, string path) => node.At(path) is JsonValue value ? value.ToString() : "";

    public static IEnumerable<JsonNode> Each(this JsonNode? node, string path) => (node.At(path) as JsonArray ?? []).Where(item => item is not null).Select(item => item!);

    public static IReadOnlyDictionary<string, string> Map(this JsonNode? node, string path) =>
        (node.At(path) as JsonObject ?? []).ToDictionary(field => field.Key, field => $"{field.Value}");

    /// <summary>Puts a value there, or takes the field away when there is none.</summary>
    public static void Set(this JsonNode node, string path, JsonNode? value)
    {
        var cut = path.LastIndexOf('/');
        var parent = cut < 0 ? node : node.At(path[..cut]);
        var last = Unescape(path[(cut + 1)..]);
        switch (parent)
        {
            case JsonArray items when last == "-":
                items.Add(value);
                break;
            case JsonArray items when value is null:
                items.RemoveAt(int.Parse(last, CultureInfo.InvariantCulture));
                break;
            case JsonArray items:
                items[int.Parse(last, CultureInfo.InvariantCulture)] = value;
                break;
            case JsonObject fields when value is null:
                fields.Remove(last).ShouldBeTrue($"nothing is at {path}");
                break;
            case JsonObject fields:
                fields[last] = value;
                break;
            default:
                throw new InvalidOperationException($"Nothing is at {path}.");
        }
    }

    /// <summary>Every text in it.</summary>
    public static IEnumerable<string> Texts(this JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Value.Texts()),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value => [value.ToString()],
        _ => [],
    };

    static string Unescape(string step) => step.Replace("~1", "/", StringComparison.Ordinal);
}
