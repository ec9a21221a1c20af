using CourseGen.Contracts.Documents;

namespace CourseGen.Planner.Outlines;

/// <summary>
/// The course and its modules. Its fields may stand under <c>course</c>, under <c>course_metadata</c>, or at the top of the file,
/// with the modules beside or among them.
/// </summary>
sealed class CourseReader(Findings findings)
{
    const int MaxModules = 30;

    /// <summary>The first wins where both give a field.</summary>
    static readonly string[] Wrappers = ["course", "course_metadata"];

    static readonly Dictionary<string, string> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["beginner"] = "beginner",
        ["intermediate"] = "intermediate",
        ["advanced"] = "advanced",
        ["principiante"] = "beginner",
        ["intermedio"] = "intermediate",
        ["avanzado"] = "advanced",
    };

    static readonly Dictionary<string, string> LanguageNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en",
        ["inglés"] = "en",
        ["ingles"] = "en",
        ["spanish"] = "es",
        ["español"] = "es",
        ["espanol"] = "es",
    };

    readonly OutlineSize _size = new(findings);

    /// <summary>Null, or made up in part, once there is a fault.</summary>
    public Outline? Read(Node root)
    {
        if (root is not MappingNode top)
        {
            if (root is not RefusedNode)
                findings.Fault(root.At, $"the outline is {root.Described}, expected a mapping: \"course:\" with a title and modules");
            return null;
        }
        var (at, entries) = Gather(top);
        var outline = ReadCourse(new FieldReader("course", at, entries, findings), at);
        _size.Check();
        return outline;
    }

    (Place At, IReadOnlyList<MappingEntry> Entries) Gather(MappingNode top)
    {
        var (at, gathered) = (top.At, new List<MappingEntry>());
        foreach (var entry in Wrappers.SelectMany(name => top.Entries.Where(entry => entry.Key == name)))
        {
            if (entry.Value is MappingNode nested)
                gathered.AddRange(nested.Entries);
            else if (entry.Value is not RefusedNode)
                findings.Fault(entry.At, $"\"{entry.Key}\" is {entry.Value.Described}, expected a mapping with \"title\" and \"modules\"");
            at = entry.At;
        }
        gathered.AddRange(top.Entries.Where(entry => !Wrappers.Contains(entry.Key)));
        return (at, gathered);
    }

    Outline ReadCourse(FieldReader fields, Place at)
    {
        var outline = new Outline
        {
            Title = fields.Title("title", "course_title"),
            Description = fields.Text("description", "summary") ?? "",
            Language = fields.Parsed(ParseLanguage, LanguageTag.Expected, "language") ?? "en",
            Level = fields.Parsed(Levels.GetValueOrDefault, "beginner, intermediate or advanced", "level", "difficulty_level"),
            Audience = fields.Texts("audience", "target_audience"),
            Prerequisites = fields.Texts("prerequisites"),
            LearningOutcomes = fields.Texts("learning_outcomes", "objectives", "learning_objectives"),
            TotalDurationMinutes = fields.Minutes("total_duration_minutes", "duration_hours", "course_duration_hours"),
            Author = fields.Line("author"),
            Organization = fields.Line("organization"),
            Legal = fields.Text("legal"),
            Modules = ReadModules(fields, at),
        };
        fields.RefuseUnknown(["bloom_level", "percent_theory", "percent_practice", "type", "number"], Wrappers);
        return outline;
    }

    List<OutlineModule> ReadModules(FieldReader fields, Place at)
    {
        var modules = fields.RequiredItems("modules", $"1 to {MaxModules} modules", at);
        if (modules.Count > MaxModules)
            findings.Fault(modules[MaxModules].At, $"the course has {modules.Count} modules, expected 1 to {MaxModules}");
        var reader = new ModuleReader(findings, _size);
        return [.. modules.Select((module, i) => reader.Read(module, i + 1)).OfType<OutlineModule>()];
    }

    static string? ParseLanguage(string language) => LanguageNames.GetValueOrDefault(language) ?? LanguageTag.Parse(language);
}
