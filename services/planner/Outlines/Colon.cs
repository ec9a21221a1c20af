namespace CourseGen.Planner.Outlines;

/// <summary>
/// <c>- Chart datum: the zero of depths</c> in a list of texts is a mapping to YAML and a text to everyone else.
/// </summary>
static class Colon
{
    /// <summary>The text, or the node as it is. A mapping is a text when it has one entry, with a text, that is no mistyped title.</summary>
    public static Node AsText(Node item, Findings findings, params IReadOnlyList<string> fields)
    {
        if (item is not MappingNode { Entries: [{ Value: ScalarNode { IsNull: false } value } entry] })
            return item;
        if (fields.Contains(entry.Key) || (fields.Contains("title") && Spelling.Nearest(entry.Key, ["title"]) is not null))
            return item;
        findings.Warn(entry.At, "unquoted text containing \": \" was read as one text, expected quotes around it");
        return new ScalarNode(entry.At, $"{entry.Key}: {value.Value}", IsPlain: false);
    }
}
