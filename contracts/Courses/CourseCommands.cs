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
