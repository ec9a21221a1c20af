namespace CourseGen.Planner.Outlines;

/// <summary>
/// Reads the fields of one course, module, lesson, topic or lab. The names it was asked for are the names that are known there;
/// <see cref="RefuseUnknown"/> judges the rest.
/// </summary>
/// <param name="level">For example <c>lesson</c>.</param>
/// <param name="at">Where the mapping begins.</param>
sealed class FieldReader(string level, Place at, IReadOnlyList<MappingEntry> entries, Findings findings)
{
    readonly List<string> _known = [];
    readonly ValueReader _values = new(findings);

    /// <summary>The fields of a mapping; null, and a fault, for anything else.</summary>
    public static FieldReader? Of(string level, Node node, Findings findings)
    {
        if (node is MappingNode mapping)
            return new FieldReader(level, mapping.At, mapping.Entries, findings);
        if (node is not RefusedNode)
            findings.Fault(node.At, $"the {level} is {node.Described}, expected a mapping with \"title\"");
        return null;
    }

    /// <summary>The same, and a text stands for a mapping with that title.</summary>
    public static FieldReader? OfTitled(string level, Node node, Findings findings) =>
        Colon.AsText(node, findings, "title", "duration_minutes", "duration_hours", "bloom_level", "objectives", "description") is ScalarNode title
            ? new FieldReader(level, title.At, [new MappingEntry("title", title.At, title)], findings)
            : Of(level, node, findings);

    public string Title(params ReadOnlySpan<string> names)
    {
        if (Find(names) is { } title)
            return _values.Title(title.Value, title.Key);
        findings.Fault(at, $"the {level} has no title, expected \"title\" with 1 to {ValueReader.MaxTitle} characters");
        return "";
    }

    /// <summary>Text on one line.</summary>
    public string? Line(params ReadOnlySpan<string> names) => Find(names) is { } found ? _values.Line(found.Value, found.Key) : null;

    /// <summary>Text that may have several lines.</summary>
    public string? Text(params ReadOnlySpan<string> names) => Find(names) is { } found ? _values.Text(found.Value, found.Key) : null;

    public T? Parsed<T>(Func<string, T?> parse, string expected, params ReadOnlySpan<string> names) where T : class =>
        Find(names) is { } found ? _values.Parsed(found.Value, found.Key, parse, expected) : null;

    public string? BloomLevel() => Find("bloom_level") is { } found ? _values.BloomLevel(found.Value, found.Key) : null;

    /// <summary>Minutes, from a field in minutes or one in hours.</summary>
    public int? Minutes(string minutesName, params ReadOnlySpan<string> hoursNames)
    {
        var minutes = Find(minutesName) is { } inMinutes ? _values.Minutes(inMinutes.Value, inMinutes.Key) : null;
        if (Find(hoursNames) is not { } inHours)
            return minutes;
        var hours = _values.MinutesOfHours(inHours.Value, inHours.Key);
        if (minutes is not null && hours is not null && minutes != hours)
            findings.Warn(inHours.At, $"\"{inHours.Key}\" is ignored, because \"{minutesName}\" says {minutes}, expected one of them");
        return minutes ?? hours;
    }

    /// <summary>Every text of every one of the fields that is given.</summary>
    public IReadOnlyList<string> Texts(params ReadOnlySpan<string> names) =>
        [.. FindAll(names).SelectMany(entry => _values.Texts(entry.Value, entry.Key))];

    /// <summary>The items of every one of the fields that is given, none when none is; null once a fault is reported.</summary>
    public IReadOnlyList<Node>? Items(string expected, params ReadOnlySpan<string> names)
    {
        var lists = FindAll(names).Select(entry => _values.Items(entry.Value, entry.Key, expected)).ToList();
        if (lists.Contains(null))
            return null;
        return [.. lists.SelectMany(list => list!)];
    }

    /// <summary>The same of a field that must be there and not be empty; empty once a fault is reported.</summary>
    public IReadOnlyList<Node> RequiredItems(string name, string expected, Place owner)
    {
        if (Items(expected, name) is not { } items)
            return [];
        if (items.Count == 0)
            findings.Fault(entries.FirstOrDefault(entry => entry.Key == name)?.At ?? owner, $"the {level} has no {name}, expected {expected}");
        return items;
    }

    /// <summary>A fault for each unknown field that looks mistyped, a warning for each other.</summary>
    /// <param name="ignored">Known, and without effect.</param>
    /// <param name="elsewhere">Known beside this mapping; what resembles them is mistyped too.</param>
    public void RefuseUnknown(IReadOnlyList<string> ignored, params IReadOnlyList<string> elsewhere)
    {
        foreach (var entry in entries.Where(entry => !_known.Contains(entry.Key) && !ignored.Contains(entry.Key)))
        {
            var unknown = $"unknown field {Excerpt.Of(entry.Key)} in the {level}";
            if (Spelling.Nearest(entry.Key, [.. _known, .. ignored, .. elsewhere]) is { } meant)
                findings.Fault(entry.At, $"{unknown}, did you mean \"{meant}\"?");
            else
                findings.Warn(entry.At, $"{unknown} is ignored, expected one of {string.Join(", ", _known)}");
        }
    }

    /// <summary>The first of the names that has a value; the others are said to be ignored.</summary>
    MappingEntry? Find(params ReadOnlySpan<string> names)
    {
        var found = FindAll(names);
        foreach (var other in found.Skip(1))
            findings.Warn(other.At, $"\"{other.Key}\" is ignored, because line {found[0].At.Line} gives \"{found[0].Key}\", expected one of them");
        return found.FirstOrDefault() ?? FirstNull(names);
    }

    List<MappingEntry> FindAll(ReadOnlySpan<string> names)
    {
        var found = new List<MappingEntry>();
        foreach (var name in names)
        {
            if (!_known.Contains(name))
                _known.Add(name);
            found.AddRange(entries.Where(entry => entry.Key == name && entry.Value is not ScalarNode { IsNull: true }));
        }
        return found;
    }

    MappingEntry? FirstNull(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (entries.FirstOrDefault(entry => entry.Key == name) is { } empty)
                return empty;
        }
        return null;
    }
}
