using System.Globalization;

namespace CourseGen.Planner.Outlines;

/// <summary>Turns nodes into values. Each method reports what is wrong and then returns nothing, so that reading goes on.</summary>
sealed class ValueReader(Findings findings)
{
    /// <summary>In Unicode characters (scalar values): counted as text elements, a title could hide any length in combining marks.</summary>
    public const int MaxTitle = 200;
    public const int MaxMinutes = 100_000;

    public string Title(Node node, string name)
    {
        if (node is ScalarNode { IsNull: false } scalar && scalar.Value.Trim() is { Length: > 0 } title)
            return HasFault(node, name, title) ? "" : title;
        Wrong(node, name, $"text of 1 to {MaxTitle} characters");
        return "";
    }

    bool HasFault(Node node, string name, string title)
    {
        if (title.EnumerateRunes().Count() is > MaxTitle and var length)
            findings.Fault(node.At, $"\"{name}\" has {length} characters, expected 1 to {MaxTitle}");
        else if (title.Contains("../", StringComparison.Ordinal) || title.Contains(@"..\", StringComparison.Ordinal))
            findings.Fault(node.At, $"{Excerpt.Of(title)} reads as a path, expected a title without \"../\" and \"..\\\"");
        else
            return !IsReadable(node, name, title, multiline: false);
        return true;
    }

    public string? Line(Node node, string name) => Readable(node, name, multiline: false);

    public string? Text(Node node, string name) => Readable(node, name, multiline: true);

    public T? Parsed<T>(Node node, string name, Func<string, T?> parse, string expected) where T : class
    {
        if (node is ScalarNode { IsNull: true })
            return null;
        var parsed = node is ScalarNode scalar ? parse(scalar.Value.Trim()) : null;
        if (parsed is null)
            Wrong(node, name, expected);
        return parsed;
    }

    public string? BloomLevel(Node node, string name)
    {
        // "[Understand, Apply]" says the same as "Understand / Apply"
        var level = node is SequenceNode ? string.Join(" / ", Texts(node, name)) : Line(node, name);
        foreach (var unknown in level is null ? [] : BloomLevels.UnknownIn(level))
            findings.Warn(node.At, $"{Excerpt.Of(unknown)} is no level of Bloom's taxonomy and is not weighed, expected {BloomLevels.Names}");
        return level;
    }

    public int? Minutes(Node node, string name) => InRange(node, name, "a whole number of minutes from 1 to 100000",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes) ? minutes : null);

    public int? MinutesOfHours(Node node, string name) => InRange(node, name, "hours as a number, for example 1.5, from 1 minute to 100000",
        text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && Math.Abs(hours) <= MaxMinutes ? (int)Math.Round(hours * 60, MidpointRounding.AwayFromZero) : null);

    int? InRange(Node node, string name, string expected, Func<string, int?> parse)
    {
        if (node is ScalarNode { IsNull: true })
            return null;
        if (node is ScalarNode scalar && parse(scalar.Value.Trim()) is >= 1 and <= MaxMinutes and var minutes)
            return minutes;
        Wrong(node, name, expected);
        return null;
    }

    /// <summary>A list of texts; one text stands for a list of one.</summary>
    public IReadOnlyList<string> Texts(Node node, string name)
    {
        var texts = new List<string>();
        foreach (var item in Items(node, name, "texts") ?? [])
        {
            if (Colon.AsText(item, findings) is ScalarNode { IsNull: false } text && !string.IsNullOrWhiteSpace(text.Value))
                texts.Add(Readable(text, name, multiline: true) ?? "");
            else
                Wrong(item, name, "text in each item");
        }
        return texts;
    }

    /// <summary>The items of a list, or one text as a list of one; null after a fault.</summary>
    public IReadOnlyList<Node>? Items(Node node, string name, string expected)
    {
        switch (node)
        {
            case SequenceNode sequence:
                return sequence.Items;
            case ScalarNode scalar:
                return scalar.IsNull ? [] : [scalar];
            default:
                Wrong(node, name, $"a list of {expected}");
                return null;
        }
    }

    string? Readable(Node node, string name, bool multiline)
    {
        if (node is not ScalarNode scalar)
        {
            Wrong(node, name, "text");
            return null;
        }
        var text = scalar.Value.Trim();
        return !scalar.IsNull && text.Length > 0 && IsReadable(node, name, text, multiline) ? text : null;
    }

    bool IsReadable(Node node, string name, string text, bool multiline)
    {
        if (Characters.FirstRefused(text, multiline) is not { } refused)
            return true;
        var expected = multiline ? "readable text" : "readable text on one line";
        findings.Fault(node.At, $"\"{name}\" contains the control character {Characters.Name(refused)}, expected {expected}");
        return false;
    }

    void Wrong(Node node, string name, string expected)
    {
        if (node is not RefusedNode)
            findings.Fault(node.At, $"\"{name}\" is {node.Described}, expected {expected}");
    }
}
