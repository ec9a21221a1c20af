using CourseGen.Contracts.Documents;

namespace CourseGen.Planner.Outlines;

sealed class ModuleReader(Findings findings, OutlineSize size)
{
    readonly LabReader _labs = new(findings, size);

    /// <param name="number">From 1.</param>
    public OutlineModule? Read(Node node, int number)
    {
        if (FieldReader.Of("module", node, findings) is not { } fields)
            return null;
        var module = new OutlineModule(
            number,
            fields.Title("title", "module_title"),
            fields.Text("summary", "description"),
            fields.Minutes("duration_minutes", "duration_hours"),
            fields.BloomLevel(),
            ReadLessons(fields, node.At, number),
            _labs.Read(fields, $"{number:D2}-00"),
            fields.Texts("references"));
        fields.RefuseUnknown(["percent_theory", "percent_practice", "type", "number", "module_number"]);
        return module;
    }

    List<OutlineLesson> ReadLessons(FieldReader fields, Place at, int module)
    {
        var nodes = fields.RequiredItems("lessons", "at least one lesson", at);
        size.CheckIds(nodes, "lessons", "a module");
        var titles = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        var lessons = new List<OutlineLesson>();
        foreach (var (i, node) in nodes.Index())
        {
            size.CountLesson(node.At);
            if (ReadLesson(node, module, i + 1) is not { } lesson)
                continue;
            var title = lesson.Title;
            if (title.Length > 0 && !titles.TryAdd(title, node.At))
                findings.Fault(node.At, $"{Excerpt.Of(title)} is in this module twice, expected another title than in line {titles[title].Line}");
            lessons.Add(lesson);
        }
        return lessons;
    }

    OutlineLesson? ReadLesson(Node node, int module, int number)
    {
        if (FieldReader.Of("lesson", node, findings) is not { } fields)
            return null;
        var id = $"{module:D2}-{number:D2}";
        var lesson = new OutlineLesson(
            id,
            number,
            fields.Title("title", "lesson_title"),
            fields.Minutes("duration_minutes", "duration_hours"),
            fields.BloomLevel(),
            [.. (fields.Items("topics", "topics") ?? []).Select(ReadTopic).OfType<OutlineTopic>()],
            _labs.Read(fields, id));
        fields.RefuseUnknown(["percent_theory", "percent_practice", "type", "number", "lesson_number"]);
        return lesson;
    }

    OutlineTopic? ReadTopic(Node node)
    {
        if (FieldReader.OfTitled("topic", node, findings) is not { } fields)
            return null;
        var topic = new OutlineTopic(fields.Title("title"), fields.Minutes("duration_minutes", "duration_hours"), fields.BloomLevel());
        fields.RefuseUnknown(["type", "number"]);
        return topic;
    }
}
