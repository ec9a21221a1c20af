using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.Planner.Intake;

/// <summary>A start that holds every rule but those of its outline.</summary>
/// <param name="OutlineYaml">The outline itself, or null when <paramref name="OutlineKey"/> says where it is.</param>
/// <param name="OutlineKey">A full key in the course's bucket.</param>
/// <param name="TemplateKey">A full key in the course's bucket, of the customer's deck template; the settings name it once it is kept.</param>
/// <param name="Repair">The original's way to ask for a repair: then nothing else of the start matters.</param>
sealed record ReadStart(CourseLocation Location, CourseSettings Settings, string? OutlineYaml, string OutlineKey, string? TemplateKey, RepairScope? Repair);

/// <summary>Reads <c>StartCourse</c>: its fields, their aliases, and what the original's clients send besides.</summary>
static class StartCourseReader
{
    const int MaxOutlineBytes = 48 * 1024;
    /// <summary>S3's longest key.</summary>
    internal const int MaxKeyBytes = 1024;
    const int MaxLessons = 200;
    static readonly string[] Formats = ["md", "json", "html"];
    static readonly string[] LaterFormats = ["epub", "docx", "pdf", "scorm"];

    /// <param name="buckets">The configured ones; the first is the default.</param>
    public static ReadStart? Read(CommandFields fields, IReadOnlyList<string> buckets, int maxLessonsPerBatch = 10)
    {
        var location = CommandLocation.Read(fields, buckets);
        var settings = Settings(fields, maxLessonsPerBatch);
        var yaml = fields.Text("outline_yaml", MaxOutlineBytes);
        var key = fields.Text("outline_s3_key", MaxKeyBytes);
        var template = DeckTemplates.KeyOf(fields);
        var repair = OriginalRepair.Read(fields, settings);
        if (fields.Take("course_topic") is not null && yaml is null && key is null && repair is null)
            fields.Fault("course_topic", "an outline is needed; making one of a topic is not part of this product");
        NotYet(fields, "book_template_s3_key", "callback_url");
        fields.Ignore("content_source", "performance_mode", "allow_openai_fallback", "user_email", "course_duration_hours", "execution_id", "html_first",
            "total_lessons", "book_version_key", "book_type");
        fields.FaultUnknown();
        return fields.Faults.Count == 0 ? new ReadStart(location!, settings, yaml, key ?? $"{location!.Folder}/outline.yaml", template, repair) : null;
    }

    /// <summary>What only the outline can tell: modules that are not there, labs where there are none.</summary>
    public static void CheckSelection(Outline outline, CourseSettings settings, CommandFields fields)
    {
        foreach (var module in (settings.Modules ?? []).Where(number => number > outline.Modules.Count))
            fields.Fault("modules_to_generate", $"there is no module {module}; the outline has {outline.Modules.Count}");
        var labs = outline.Modules.Where(module => settings.Modules?.Contains(module.Number) != false).SelectMany(module => module.AllLabs()).Any();
        if (settings.ContentType == ContentType.Labs && !labs)
            fields.Fault("content_type", "'labs' is asked for, and the selected modules have none");
    }

    static CourseSettings Settings(CommandFields fields, int maxLessonsPerBatch) => new()
    {
        Modules = Modules(fields),
        ContentType = Enum.Parse<ContentType>(fields.Choice("content_type", "theory", "labs", "both") ?? "both", ignoreCase: true),
        TextProvider = Provider(fields, "model_provider"),
        TextModel = fields.Text("text_model", 200),
        ImageProvider = Provider(fields, "image_provider"),
        ImageModel = fields.Text("image_model", 200),
        Language = Language(fields),
        LessonRequirements = fields.Text("lesson_requirements"),
        LabRequirements = fields.Text("lab_requirements"),
        BatchSize = Math.Min(maxLessonsPerBatch, BatchSize(fields)),
        DeckBatchSize = fields.Integer("deck_batch_size", 1, 50) ?? 6,
        MaxConcurrency = fields.Integer("max_concurrency", 1, 1000),
        Priority = fields.Integer("priority", 0, 9) ?? 5,
        MaxCostUsd = fields.Number("max_cost_usd", 0.01m, 1_000_000m),
        MaxHours = (double)(fields.Number("max_hours", 0.01m, 24 * 30) ?? 24),
        Style = fields.Choice("style", "professional", "modern", "minimal") ?? "professional",
        SlidesPerLesson = fields.Integer("slides_per_lesson", 3, 50),
        MaxImages = fields.Integer("max_images", 0, 10_000),
        AutoCombine = fields.Flag("auto_combine") ?? true,
        BuildDeck = fields.Flag("build_deck") ?? true,
        BookFormats = BookFormats(fields) ?? Formats,
        LabsInBook = fields.Flag("labs_in_book") ?? true,
        Refresh = fields.Flag("refresh") ?? false,
    };

    static IReadOnlyList<int>? Modules(CommandFields fields)
    {
        IReadOnlyList<int>? modules = null;
        foreach (var field in (string[])["modules_to_generate", "module_number", "module_to_generate"])
            if (fields.Take(field) is { } value && !ModuleSelection.TryRead(value, out modules))
                fields.Fault(field, ModuleSelection.Rule);
        return modules;
    }

    internal static IReadOnlyList<string>? BookFormats(CommandFields fields)
    {
        if (fields.Texts("book_formats") is not { } asked)
            return null;
        if (asked.Count == 0)
            fields.Fault("book_formats", "expected some of md, json, html");
        foreach (var format in asked.Where(format => !Formats.Contains(format)))
            fields.Fault("book_formats", LaterFormats.Contains(format) ? $"{format} is not made in this version; expected some of md, json, html" : "expected some of md, json, html");
        return [.. Formats.Intersect(asked)];
    }

    static int BatchSize(CommandFields fields)
    {
        var (size, alias) = (fields.Integer("batch_size", 1, MaxLessons), fields.Integer("max_lessons_per_batch", 1, MaxLessons));
        return size ?? alias ?? 3;
    }

    static string? Provider(CommandFields fields, string field) => fields.Text(field, 40)?.ToLowerInvariant();

    static string? Language(CommandFields fields)
    {
        if (fields.Text("course_language", 100) is not { } tag)
            return null;
        var known = Outlines.LanguageTag.Parse(tag);
        if (known is null)
            fields.Fault("course_language", $"expected {Outlines.LanguageTag.Expected}");
        return known;
    }

    static void NotYet(CommandFields fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (fields.Take(name) is not null)
                fields.Fault(name, "is not supported in this version; leave it out");
    }
}
