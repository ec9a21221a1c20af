using System.Globalization;
using System.Text.Json;
using CourseGen.Contracts;

namespace CourseGen.Planner.Intake;

/// <summary>Reads an untrusted command field by field, and collects every fault of it at once.</summary>
sealed class CommandFields(JsonElement root)
{
    readonly List<CommandFault> _faults = [];
    readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<CommandFault> Faults => _faults;

    public void Fault(string field, string message) => _faults.Add(new CommandFault(field, message));

    /// <returns>The field's value; null when it is absent or null.</returns>
    public JsonElement? Take(string field)
    {
        _known.Add(field);
        return root.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public string? Text(string field, int maxBytes = 4096)
    {
        if (Take(field) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && IsPlain(value.GetString()!) && System.Text.Encoding.UTF8.GetByteCount(value.GetString()!) <= maxBytes)
            return value.GetString();
        Fault(field, $"expected text of at most {maxBytes} bytes, without control characters");
        return null;
    }

    /// <returns>The canonical spelling of the choice.</returns>
    public string? Choice(string field, params string[] choices)
    {
        if (Text(field) is not { } text)
            return null;
        var choice = Array.Find(choices, one => one.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (choice is null)
            Fault(field, $"'{Excerpt(text)}' is not known; expected one of {string.Join(", ", choices)}");
        return choice;
    }

    public int? Integer(string field, int min, int max)
    {
        if (Take(field) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max)
            return number;
        Fault(field, $"expected a whole number from {min} to {max}");
        return null;
    }

    public decimal? Number(string field, decimal min, decimal max)
    {
        if (Take(field) is not { } value)
            return null;
        if (NumberOf(value) is { } number && number >= min && number <= max)
            return number;
        Fault(field, string.Create(CultureInfo.InvariantCulture, $"expected a number from {min} to {max}"));
        return null;

        // MassTransit writes decimals as text.
        static decimal? NumberOf(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
            JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
    }

    public bool? Flag(string field)
    {
        if (Take(field) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Fault(field, "expected true or false");
        return null;
    }

    public IReadOnlyList<string>? Texts(string field)
    {
        if (Take(field) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && IsPlain(item.GetString()!)))
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        Fault(field, "expected a list of texts, without control characters");
        return null;
    }

    /// <summary>A field that the original's clients send, and that means nothing here.</summary>
    public void Ignore(params ReadOnlySpan<string> fields) => _known.UnionWith(fields.ToArray());

    public void FaultUnknown()
    {
        foreach (var field in root.EnumerateObject().Select(property => property.Name).Where(name => !_known.Contains(name)))
            Fault(Excerpt(field), "is not a field of this command; see the list in the documentation");
    }

    /// <summary>A database takes no U+0000, and a terminal should be shown none of the others.</summary>
    static bool IsPlain(string text) => !text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'));

    internal static string Excerpt(string text) => new([.. text.Where(character => !char.IsControl(character)).Take(40)]);
}
