using System.Text.Json.Serialization;

namespace CourseGen.Contracts;

/// <summary>
/// A user's command: make a course of an outline. JSON in snake_case; read leniently and validated by the planner's entry
/// consumer, so this record is what a .NET sender fills in, not what the planner trusts. Every field but the folder may be absent.
/// </summary>
public sealed record StartCourse
{
    [JsonPropertyName("course_bucket")] public string? CourseBucket { get; init; }
    [JsonPropertyName("project_folder")] public required string ProjectFolder { get; init; }
    [JsonPropertyName("outline_s3_key")] public string? OutlineS3Key { get; init; }
    [JsonPropertyName("outline_yaml")] public string? OutlineYaml { get; init; }
    /// <summary><c>all</c>, <c>3</c>, <c>1,3-5</c>. In raw JSON also a number or a list of numbers.</summary>
    [JsonPropertyName("modules_to_generate")] public string? ModulesToGenerate { get; init; }
    /// <summary><c>theory</c>, <c>labs</c> or <c>both</c>.</summary>
    [JsonPropertyName("content_type")] public string? ContentType { get; init; }
    [JsonPropertyName("model_provider")] public string? ModelProvider { get; init; }
    [JsonPropertyName("text_model")] public string? TextModel { get; init; }
    [JsonPropertyName("image_provider")] public string? ImageProvider { get; init; }
    [JsonPropertyName("image_model")] public string? ImageModel { get; init; }
    [JsonPropertyName("course_language")] public string? CourseLanguage { get; init; }
    [JsonPropertyName("lesson_requirements")] public string? LessonRequirements { get; init; }
    [JsonPropertyName("lab_requirements")] public string? LabRequirements { get; init; }
    [JsonPropertyName("batch_size")] public int? BatchSize { get; init; }
    [JsonPropertyName("deck_batch_size")] public int? DeckBatchSize { get; init; }
    [JsonPropertyName("max_concurrency")] public int? MaxConcurrency { get; init; }
    [JsonPropertyName("priority")] public int? Priority { get; init; }
    [JsonPropertyName("max_cost_usd")] public decimal? MaxCostUsd { get; init; }
    [JsonPropertyName("max_hours")] public double? MaxHours { get; init; }
    /// <summary><c>professional</c>, <c>modern</c> or <c>minimal</c>.</summary>
    [JsonPropertyName("style")] public string? Style { get; init; }
    /// <summary>A full key in the bucket, of a <c>.pptx</c> or <c>.potx</c> file whose master and layouts take the place of the style's.</summary>
    [JsonPropertyName("deck_template_s3_key")] public string? DeckTemplateS3Key { get; init; }
    [JsonPropertyName("slides_per_lesson")] public int? SlidesPerLesson { get; init; }
    [JsonPropertyName("max_images")] public int? MaxImages { get; init; }
    [JsonPropertyName("auto_combine")] public bool? AutoCombine { get; init; }
    [JsonPropertyName("build_deck")] public bool? BuildDeck { get; init; }
    [JsonPropertyName("book_formats")] public IReadOnlyList<string>? BookFormats { get; init; }
    [JsonPropertyName("labs_in_book")] public bool? LabsInBook { get; init; }
    [JsonPropertyName("refresh")] public bool? Refresh { get; init; }
}
