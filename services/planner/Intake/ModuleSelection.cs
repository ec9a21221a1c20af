using System.Text.Json;

namespace CourseGen.Planner.Intake;

/// <summary>The forms of <c>modules_to_generate</c>: <c>"all"</c>, <c>3</c>, <c>[1,3,4]</c>, <c>"1,3-5"</c>.</summary>
static class ModuleSelection
{
    public const string Rule = "expected \"all\", a number, a list of numbers, or text such as \"1,3-5\"";
    const int MaxModules = 30;

    /// <returns>False when it is none of the forms; null modules are all.</returns>
    public static bool TryRead(JsonElement value, out IReadOnlyList<int>? modules)
    {
        modules = null;
        switch (value.ValueKind)
        {
            case JsonValueKind.Number when value.TryGetInt32(out var number) && IsModule(number):
                modules = [number];
                return true;
            case JsonValueKind.Array:
                var numbers = value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var one) ? one : 0).ToList();
                modules = [.. numbers.Distinct().Order()];
                return numbers.Count > 0 && numbers.TrueForAll(IsModule);
            case JsonValueKind.String:
                return TryRead(value.GetString()!, out modules);
            default:
                return false;
        }
    }

    public static bool TryRead(string text, out IReadOnlyList<int>? modules)
    {
        modules = null;
        if (text.Trim().Equals("all", StringComparison.OrdinalIgnoreCase))
            return true;
        var numbers = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !int.TryParse(ends[0], out var first) || !int.TryParse(ends[^1], out var last) || !IsModule(first) || !IsModule(last) || last < first)
                return false;
            numbers.UnionWith(Enumerable.Range(first, last - first + 1));
        }
        modules = [.. numbers];
        return true;
    }

    static bool IsModule(int number) => number is >= 1 and <= MaxModules;
}
