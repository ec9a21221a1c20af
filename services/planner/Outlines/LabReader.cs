using CourseGen.Contracts.Documents;

namespace CourseGen.Planner.Outlines;

/// <summary>The labs of a lesson or a module, under either of their names, as texts or as mappings.</summary>
sealed class LabReader(Findings findings, OutlineSize size)
{
    const int DefaultMinutes = 30;

    /// <param name="place"><c>MM-LL</c> of the lesson, <c>MM-00</c> of the module.</param>
    public IReadOnlyList<OutlineLab> Read(FieldReader fields, string place)
    {
        var nodes = fields.Items("labs", "labs", "lab_activities") ?? [];
        size.CheckIds(nodes, "labs", "a lesson or directly in a module");
        foreach (var node in nodes)
            size.CountLab(node.At);
        return [.. nodes.Select((node, i) => ReadLab(node, $"{place}-{i + 1:D2}")).OfType<OutlineLab>()];
    }

    OutlineLab? ReadLab(Node node, string id)
    {
        if (FieldReader.OfTitled("lab", node, findings) is not { } fields)
            return null;
        var lab = new OutlineLab(
            id,
            fields.Title("title"),
            fields.Minutes("duration_minutes", "duration_hours") ?? DefaultMinutes,
            fields.BloomLevel(),
            fields.Texts("objectives", "objective", "learning_objectives"),
            Describe(fields.Text("description", "summary"), fields.Texts("activities")));
        fields.RefuseUnknown(["type", "number", "lab_number"]);
        return lab;
    }

    /// <summary>What is to be done in a lab belongs to what its author is told of it.</summary>
    static string? Describe(string? description, IReadOnlyList<string> activities) => activities.Count == 0
        ? description
        : string.Join('\n', activities.Select(activity => $"- {activity}").Prepend(description).Where(line => line is not null));
}
