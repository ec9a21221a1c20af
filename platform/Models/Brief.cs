using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using Microsoft.Extensions.AI;

namespace CourseGen.Models;

/// <summary>
/// What a model call is about, as data. Every prompt carries its brief as JSON between <c>&lt;brief&gt;</c> tags, and the lesson it is
/// about, if any, between <c>&lt;lesson&gt;</c> tags: models read structured facts well, the recorded provider finds its file by
/// it, and the simulated one writes from it. Kind and item name a call for people too.
/// </summary>
public sealed record Brief
{
    public required WorkKind Kind { get; init; }
    /// <summary>For example <c>01-02</c>.</summary>
    public required string Item { get; init; }
    public required string Language { get; init; }
    public required string CourseTitle { get; init; }
    public string? Level { get; init; }
    public IReadOnlyList<string> Audience { get; init; } = [];
    public int ModuleNumber { get; init; }
    public string? ModuleTitle { get; init; }
    public int LessonNumber { get; init; }
    public string? LessonTitle { get; init; }
    public string? BloomLevel { get; init; }
    public int? Minutes { get; init; }
    public int TargetWords { get; init; }
    public int TargetSlides { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    /// <summary>Titles of the lessons before this one, from the plan.</summary>
    public IReadOnlyList<string> TaughtAlready { get; init; } = [];
    public string? NextLesson { get; init; }
    public string? Requirements { get; init; }
    /// <summary>Sources that the outline names for the module.</summary>
    public IReadOnlyList<string> References { get; init; } = [];
    public IReadOnlyList<BriefVisual> Visuals { get; init; } = [];
    public IReadOnlyList<OutlineLab> Labs { get; init; } = [];
    /// <summary>The master plan's entry of the lab to write.</summary>
    public LabPlan? LabPlan { get; init; }

    /// <summary>A repair's own wishes for the item take the place of the plan's.</summary>
    public Brief AskedFor(UnitContext unit) => unit.Unit.Requirements is { } wishes ? this with { Requirements = wishes } : this;

    /// <summary>The tagged block that goes into a prompt.</summary>
    public string ToPrompt() => $"<brief>\n{JsonSerializer.Serialize(this, DocumentJson.Options)}\n</brief>";

    public static string LessonBlock(string markdown) => $"<lesson>\n{markdown}\n</lesson>";

    /// <exception cref="FormatException">No message carries a brief.</exception>
    public static Brief Read(IEnumerable<ChatMessage> messages) =>
        messages.Select(message => Between(message.Text, "<brief>\n", "\n</brief>")).FirstOrDefault(text => text is not null) is { } json
            ? JsonSerializer.Deserialize<Brief>(json, DocumentJson.Options)!
            : throw new FormatException("No message carries a <brief> block.");

    /// <summary>The lesson's Markdown, or null.</summary>
    public static string? ReadLesson(IEnumerable<ChatMessage> messages) =>
        messages.Select(message => Around(message.Text, "<lesson>\n", "\n</lesson>")).FirstOrDefault(text => text is not null);

    /// <summary>Up to the first close: the brief's JSON escapes angle brackets, and what is quoted after it may hold anything.</summary>
    static string? Between(string text, string open, string close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        var end = start < open.Length ? -1 : text.IndexOf(close, start, StringComparison.Ordinal);
        return end < 0 ? null : text[start..end];
    }

    /// <summary>Up to the last close: a lesson may itself speak of such tags.</summary>
    static string? Around(string text, string open, string close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        var end = start < open.Length ? -1 : text.LastIndexOf(close, StringComparison.Ordinal);
        return end < start ? null : text[start..end];
    }
}

/// <summary>A visual tag of a lesson.</summary>
public sealed record BriefVisual(string Id, string Description);
