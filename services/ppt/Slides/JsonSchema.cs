using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseGen.Ppt.Slides;

/// <summary>
/// Holds a JSON value against a schema: the keywords that the exporter of the base library writes and the limits added to them
/// (<c>type, enum, properties, required, items, minItems, maxItems, minLength, maxLength</c>). Lengths are in UTF-16 units.
/// </summary>
sealed class JsonSchema(JsonNode root)
{
    const int MostFaults = 50;

    /// <summary>The schema on one line.</summary>
    internal string Text { get; } = root.ToJsonString();

    /// <returns>Each fault with its place, for example <c>$.slides[1].layout</c>; at most fifty.</returns>
    internal IReadOnlyList<string> Faults(JsonNode? value)
    {
        var faults = new List<string>();
        Check(root, value, "$", faults);
        return faults.Count <= MostFaults ? faults : faults[..MostFaults];
    }

    static void Check(JsonNode schema, JsonNode? value, string path, List<string> faults)
    {
        if (schema is not JsonObject rules)
            return;
        if (!HasType(rules["type"], value))
        {
            faults.Add($"{path}: expected {Types(rules["type"])}, found {KindOf(value)}");
            return;
        }
        switch (value)
        {
            case JsonObject found:
                CheckObject(rules, found, path, faults);
                break;
            case JsonArray list:
                CheckLength(rules, list.Count, "Items", "entries", path, faults);
                for (var index = 0; index < list.Count && rules["items"] is { } items; index++)
                    Check(items, list[index], $"{path}[{index}]", faults);
                break;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                CheckText(rules, text.GetValue<string>(), path, faults);
                break;
        }
    }

    static void CheckObject(JsonObject rules, JsonObject found, string path, List<string> faults)
    {
        foreach (var name in (rules["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).Where(name => !found.ContainsKey(name)))
            faults.Add($"{path}: \"{name}\" is missing");
        foreach (var (name, schema) in rules["properties"]?.AsObject() ?? [])
        {
            if (found.TryGetPropertyValue(name, out var value))
                Check(schema!, value, $"{path}.{name}", faults);
        }
    }

    static void CheckText(JsonObject rules, string text, string path, List<string> faults)
    {
        CheckLength(rules, text.Trim().Length, "Length", "characters", path, faults);
        if (rules["enum"] is JsonArray allowed && !allowed.Any(one => one?.GetValue<string>() == text))
            faults.Add($"{path}: '{Excerpt(text)}' is not one of {string.Join(", ", allowed.Select(one => one?.GetValue<string>()))}");
    }

    static void CheckLength(JsonObject rules, int length, string unit, string name, string path, List<string> faults)
    {
        if (rules[$"min{unit}"]?.GetValue<int>() is { } least && length < least)
            faults.Add($"{path}: {length} {name}; at least {least}");
        if (rules[$"max{unit}"]?.GetValue<int>() is { } most && length > most)
            faults.Add($"{path}: {length} {name}; at most {most}");
    }

    static bool HasType(JsonNode? type, JsonNode? value) => type switch
    {
        null => true,
        JsonArray several => several.Any(one => HasType(one, value)),
        _ => type.GetValue<string>() == KindOf(value),
    };

    static string Types(JsonNode? type) => type is JsonArray several ? string.Join(" or ", several.Select(one => one!.GetValue<string>())) : type!.GetValue<string>();

    /// <summary>Whole numbers are no type of their own here: no plan has numbers.</summary>
    static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    static string Excerpt(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}
