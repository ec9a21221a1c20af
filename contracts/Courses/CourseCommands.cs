using System.Text.Json.Serialization;

namespace CourseGen.Contracts;

/// <summary>A user's command: redo what is missing of a course, or the named items (<c>missing</c>, or ids such as <c>01-02</c>, <c>01-02-0003</c>).</summary>
public sealed record RepairCourse
{
    [JsonPropertyName("course_bucket")] public string? CourseBucket { get; init; }
    [JsonPropertyName("project_folder")] public required string ProjectFolder { get; init; }
    [JsonPropertyName("what")] public IReadOnlyList<string>? What { get; init; }
    [JsonPropertyName("requirements")] public string? Requirements { get; init; }
    [JsonPropertyName("force")] public bool? Force { get; init; }
}

/// <summary>A user's command: merge the course's batch decks; without a list, all of the plan in order.</summary>
public sealed record MergeDeck
{
    [JsonPropertyName("course_bucket")] public string? CourseBucket { get; init; }
    [JsonPropertyName("project_folder")] public required string ProjectFolder { get; init; }
    [JsonPropertyName("ppt_batch_results")] public IReadOnlyList<DeckBatchResult>? PptBatchResults { get; init; }
}

/// <summary>One batch deck to merge. <c>batch_index</c> counts from 0 and gives the order.</summary>
public sealed record DeckBatchResult(
    [property: JsonPropertyName("ppt_s3_key")] string PptS3Key,
    [property: JsonPropertyName("batch_index")] int BatchIndex,
    [property: JsonPropertyName("lessons_count")] int LessonsCount);

/// <summary>A user's command: build the book again from what is stored; no model is called.</summary>
public sealed record BuildBook
{
    [JsonPropertyName("course_bucket")] public string? CourseBucket { get; init; }
    [JsonPropertyName("project_folder")] public required string ProjectFolder { get; init; }
    [JsonPropertyName("book_formats")] public IReadOnlyList<string>? BookFormats { get; init; }
}

/// <summary>
/// A user's command, the original's <c>ppt-orchestration</c>: the deck of a book that is in the store. Lessons without a slide plan of that
/// style and budget get one, which calls the model; nothing else does.
/// </summary>
public sealed record BuildDeck
{
    [JsonPropertyName("course_bucket")] public string? CourseBucket { get; init; }
    [JsonPropertyName("project_folder")] public required string ProjectFolder { get; init; }
    [JsonPropertyName("model_provider")] public string? ModelProvider { get; init; }
    /// <summary>False leaves the batch decks; <see cref="MergeDeck"/> merges them later.</summary>
    [JsonPropertyName("auto_combine")] public bool? AutoCombine { get; init; }
    /// <summary>Lessons of one batch deck, 6 by default.</summary>
    [JsonPropertyName("batch_size")] public int? BatchSize { get; init; }
    /// <summary><c>professional</c>, <c>modern</c> or <c>minimal</c>.</summary>
    [JsonPropertyName("style")] public string? Style { get; init; }
    /// <summary>A full key in the bucket, of a <c>.pptx</c> or <c>.potx</c> file; without it, the template that the course was started with.</summary>
    [JsonPropertyName("deck_template_s3_key")] public string? DeckTemplateS3Key { get; init; }
    [JsonPropertyName("slides_per_lesson")] public int? SlidesPerLesson { get; init; }
}

/// <summary>A user's command: stop a course for good; what is made stays. Work already queued may still finish.</summary>
public sealed record CancelCourse
{
    [JsonPropertyName("course_bucket")] public string? CourseBucket { get; init; }
    [JsonPropertyName("project_folder")] public required string ProjectFolder { get; init; }
}

/// <summary>A user's command: send no more work until <see cref="ResumeCourse"/>.</summary>
public sealed record PauseCourse
{
    [JsonPropertyName("course_bucket")] public string? CourseBucket { get; init; }
    [JsonPropertyName("project_folder")] public required string ProjectFolder { get; init; }
}

/// <summary>A user's command: go on with a paused course, with new limits if any are given.</summary>
public sealed record ResumeCourse
{
    [JsonPropertyName("course_bucket")] public string? CourseBucket { get; init; }
    [JsonPropertyName("project_folder")] public required string ProjectFolder { get; init; }
    [JsonPropertyName("max_cost_usd")] public decimal? MaxCostUsd { get; init; }
    [JsonPropertyName("max_hours")] public double? MaxHours { get; init; }
}
