namespace CourseGen.Planner.Outlines;

/// <summary>Reads an untrusted outline. It never throws for what the bytes hold.</summary>
public static class OutlineReader
{
    /// <summary>The outline with every alias and tolerated form resolved and every limit kept, or all its faults.</summary>
    public static OutlineReading Read(ReadOnlySpan<byte> yaml)
    {
        var findings = new Findings();
        var root = OutlineText.Decode(yaml, findings) is { } text ? Parse(text, findings) : null;
        var outline = root is null ? null : new CourseReader(findings).Read(root);
        return new OutlineReading(findings.HasFaults ? null : outline, findings.Faults, findings.Warnings);
    }

    static Node? Parse(string text, Findings findings)
    {
        var tree = NodeTree.Parse(text);
        if (!tree.IsYaml && ColonRepair.Repair(text) is { Repaired.Count: > 0 } repair)
        {
            tree = NodeTree.Parse(repair.Text);
            foreach (var place in repair.Repaired)
                findings.Warn(place, "unquoted text containing \": \" was read as one text, expected quotes around it");
        }
        foreach (var (at, message) in tree.Faults)
            findings.Fault(at, message);
        return tree.Root;
    }
}
