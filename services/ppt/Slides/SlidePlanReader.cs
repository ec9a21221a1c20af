using System.Text.Json;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Slides;

/// <summary>A plan that keeps every rule, or what is wrong with it.</summary>
/// <param name="Slides">Null when there are faults.</param>
sealed record SlidePlanReading(IReadOnlyList<Slide>? Slides, IReadOnlyList<string> Faults);

/// <summary>Reads a model's slide plan: the outermost JSON object of the answer, whatever stands around it.</summary>
static class SlidePlanReader
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    static readonly Dictionary<string, SlideLayout> Layouts = new()
    {
        ["lesson_title"] = SlideLayout.LessonTitle,
        ["title_content"] = SlideLayout.TitleContent,
        ["text_image_left"] = SlideLayout.TextImageLeft,
        ["text_image_right"] = SlideLayout.TextImageRight,
        ["two_columns"] = SlideLayout.TwoColumns,
        ["table"] = SlideLayout.Table,
        ["code"] = SlideLayout.Code,
        ["quote"] = SlideLayout.Quote,
        ["summary"] = SlideLayout.Summary,
        ["references"] = SlideLayout.References,
    };

    static readonly Dictionary<string, BlockType> Types = Enum.GetValues<BlockType>().ToDictionary(type => type.ToString().ToLowerInvariant());

    /// <param name="number">Of the lesson in its module.</param>
    internal static SlidePlanReading Read(string answer, LessonDocument lesson, int module, int number)
    {
        var (start, end) = (answer.IndexOf('{'), answer.LastIndexOf('}'));
        if (start < 0 || end < start)
            return Faulty("the answer holds no JSON object");
        try
        {
            var plan = JsonSerializer.Deserialize<AnswerPlan>(answer.AsSpan(start, end - start + 1), Options);
            return plan?.Slides is { Count: > 0 } slides ? Judge(slides, lesson, module, number) : Faulty("the JSON object has no \"slides\"");
        }
        catch (JsonException unreadable)
        {
            return Faulty($"the JSON cannot be read at {unreadable.Path ?? "$"}, line {unreadable.LineNumber + 1}");
        }
    }

    static SlidePlanReading Judge(IReadOnlyList<AnswerSlide?> answers, LessonDocument lesson, int module, int number)
    {
        var faults = new List<string>();
        var slides = answers.Select((answer, index) => SlideOf(answer, index + 1, faults) with { ModuleNumber = module, LessonNumber = number, LessonTitle = lesson.Title }).ToList();
        faults.AddRange(SlidePlanRules.Faults(slides, lesson));
        return faults.Count > 0 ? new SlidePlanReading(null, faults) : new SlidePlanReading(LessonFigures.Verbatim(slides, lesson), []);
    }

    static Slide SlideOf(AnswerSlide? answer, int number, List<string> faults)
    {
        var layout = SlideLayout.TitleContent;
        if (!Layouts.TryGetValue(answer?.Layout ?? "", out layout))
            faults.Add($"slide {number}: unknown layout '{answer?.Layout}'; expected one of {string.Join(", ", Layouts.Keys)}");
        var blocks = (answer?.ContentBlocks ?? []).Select(block => BlockOf(block, number, faults)).OfType<ContentBlock>().ToList();
        return new Slide(number, layout, Clean(answer?.Title), Clean(answer?.Subtitle) is { Length: > 0 } subtitle ? subtitle : null, blocks, Clean(answer?.Notes), 0, 0, null);
    }

    static ContentBlock? BlockOf(AnswerBlock? answer, int number, List<string> faults)
    {
        if (!Types.TryGetValue(answer?.Type ?? "", out var type))
        {
            faults.Add($"slide {number}: unknown block type '{answer?.Type}'; expected one of {string.Join(", ", Types.Keys)}");
            return null;
        }
        var block = Filled(type, answer!);
        if (block is null)
            faults.Add($"slide {number}: an empty {answer!.Type} block");
        return block;
    }

    /// <returns>Only the fields of its type; null when what the type needs is missing.</returns>
    static ContentBlock? Filled(BlockType type, AnswerBlock answer) => type switch
    {
        BlockType.Bullets when (answer.Items ?? []).Select(Clean).Where(item => item.Length > 0).ToList() is { Count: > 0 } items =>
            new() { Type = type, Heading = Clean(answer.Heading) is { Length: > 0 } heading ? heading : null, Items = items },
        BlockType.Text or BlockType.Callout when Clean(answer.Text) is { Length: > 0 } text => new() { Type = type, Text = text },
        BlockType.Quote when Clean(answer.Text) is { Length: > 0 } text =>
            new() { Type = type, Text = text, Attribution = Clean(answer.Attribution) is { Length: > 0 } source ? source : null },
        BlockType.Image when Clean(answer.ImageReference) is { Length: > 0 } id => new() { Type = type, ImageReference = id, Caption = Clean(answer.Caption) },
        BlockType.Table when answer is { Headers: { Count: > 0 } headers, Rows: { } rows } =>
            new() { Type = type, Headers = [.. headers.Select(Clean)], Rows = [.. rows.Select(row => (IReadOnlyList<string>)[.. (row ?? []).Select(Clean)])] },
        BlockType.Code when !string.IsNullOrWhiteSpace(answer.Code) => new() { Type = type, Language = Clean(answer.Language), Code = XmlText.Clean(answer.Code) },
        _ => null,
    };

    static string Clean(string? text) => XmlText.Clean(text ?? "").Trim();

    static SlidePlanReading Faulty(string fault) => new(null, [fault]);
}
