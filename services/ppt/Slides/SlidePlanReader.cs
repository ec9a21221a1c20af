using System.Text.Json;
using System.Text.Json.Nodes;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Slides;

/// <summary>A plan that keeps every rule, or what is wrong with it.</summary>
/// <param name="Slides">Null when there are faults.</param>
sealed record SlidePlanReading(IReadOnlyList<Slide>? Slides, IReadOnlyList<string> Faults);

/// <summary>Reads a model's slide plan: the outermost JSON object of the answer, whatever stands around it.</summary>
static class SlidePlanReader
{
    static readonly JsonNodeOptions NodeOptions = new();
    static readonly JsonDocumentOptions DocumentOptions = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

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

    internal static SlidePlanReading Read(string answer, SlideRequest request)
    {
        var (start, end) = (answer.IndexOf('{'), answer.LastIndexOf('}'));
        if (start < 0 || end < start)
            return Faulty(["the answer holds no JSON object"]);
        try
        {
            var json = JsonNode.Parse(answer[start..(end + 1)], NodeOptions, DocumentOptions);
            var faults = SlidePlanSchema.Schema.Faults(json);
            return Read(json) is { } plan ? Judge(plan, request, faults) : Faulty(faults.Count > 0 ? faults : ["the JSON object is no slide plan"]);
        }
        catch (JsonException unreadable)
        {
            return Faulty([$"the JSON cannot be read at line {unreadable.LineNumber + 1}: {unreadable.Message.Split('.')[0]}"]);
        }
    }

    /// <returns>Null where something is of another type than a plan has there: the schema's faults say so.</returns>
    static AnswerPlan? Read(JsonNode? json)
    {
        try
        {
            return json.Deserialize<AnswerPlan>(SlidePlanSchema.Options) is { Slides.Count: > 0 } plan ? plan : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>All that is wrong at once, so that one answer can mend it.</summary>
    static SlidePlanReading Judge(AnswerPlan plan, SlideRequest request, IReadOnlyList<string> broken)
    {
        var faults = broken.ToList();
        var slides = plan.Slides!.Select((answer, index) => SlideOf(answer, index + 1, faults) with
        {
            ModuleNumber = request.Module,
            LessonNumber = request.Number,
            LessonTitle = request.Lesson.Title,
        }).ToList();
        faults.AddRange(SlidePlanRules.Faults(slides, request));
        return faults.Count > 0 ? Faulty(faults) : new SlidePlanReading(SlideMinutes.Assign(LessonFigures.Verbatim(slides, request.Lesson), request.Minutes), []);
    }

    /// <summary>A layout that is not known is a fault of the schema; the slide is judged as plain text.</summary>
    static Slide SlideOf(AnswerSlide? answer, int number, List<string> faults)
    {
        var layout = Layouts.GetValueOrDefault(answer?.Layout ?? "", SlideLayout.TitleContent);
        var blocks = (answer?.ContentBlocks ?? []).Select(block => BlockOf(block, number, faults)).OfType<ContentBlock>().ToList();
        return new Slide(number, layout, Clean(answer?.Title), Clean(answer?.Subtitle) is { Length: > 0 } subtitle ? subtitle : null, blocks, Clean(answer?.Notes), 0, 0, null);
    }

    static ContentBlock? BlockOf(AnswerBlock? answer, int number, List<string> faults)
    {
        if (!Types.TryGetValue(answer?.Type ?? "", out var type))
            return null;
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

    static SlidePlanReading Faulty(IReadOnlyList<string> faults) => new(null, faults);
}
