using System.Text.RegularExpressions;
using CourseGen.ContentGen.Answers;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.ContentGen.Visuals;

/// <summary>All visuals of a lesson, in the order of its tags.</summary>
sealed record LessonVisuals(IReadOnlyList<Visual> Visuals);

/// <summary>
/// Reads the model's answer for a lesson's visual tags. What stays faulty falls back: a diagram that cannot be drawn becomes
/// an artistic image, a missing text the tag's own description. Only an answer without any of the visuals is unusable.
/// </summary>
static partial class VisualsReader
{
    const int MinAltText = 10;
    const int MaxAltText = 250;

    public static Reading<LessonVisuals> Read(string answer, string lessonId, IReadOnlyList<VisualBlock> tags)
    {
        if (AnswerJson.Read<AnsweredVisuals>(answer, out var unreadable) is not { Visuals: { } entries })
            return new Reading<LessonVisuals>(null, [unreadable.Length > 0 ? unreadable : "the answer has no list 'visuals'"]);
        var byId = entries.OfType<AnsweredVisual>().Where(entry => entry.Id is not null).ToLookup(entry => entry.Id!.Trim());
        var faults = new List<string>();
        var visuals = tags.Select(tag => VisualOf(tag, byId[tag.Id].FirstOrDefault(), lessonId, faults)).ToList();
        return new Reading<LessonVisuals>(tags.Any(tag => byId.Contains(tag.Id)) ? new LessonVisuals(visuals) : null, faults);
    }

    static Visual VisualOf(VisualBlock tag, AnsweredVisual? entry, string lessonId, List<string> faults)
    {
        var plain = new Visual(
            tag.Id, lessonId, tag.Description, VisualType.ArtisticImage, tag.Description, Fitting(tag.Description, tag.Id), $"{tag.Id}.png");
        if (entry is null)
        {
            faults.Add($"visual {tag.Id} is missing");
            return plain;
        }
        var diagram = DiagramOf(entry, tag.Id, faults);
        return plain with
        {
            VisualType = diagram is null ? VisualType.ArtisticImage : VisualType.Diagram,
            EnhancedPrompt = PromptOf(entry, tag, faults),
            AltText = AltTextOf(entry, tag, faults),
            Diagram = diagram,
        };
    }

    static Diagram? DiagramOf(AnsweredVisual entry, string id, List<string> faults)
    {
        switch (entry.VisualType?.Trim().ToLowerInvariant())
        {
            case "artistic_image":
                return null;
            case "diagram":
                return DiagramReader.Read(entry.Diagram, id, faults);
            default:
                faults.Add($"visual {id}: visual_type is '{entry.VisualType}', expected 'diagram' or 'artistic_image'");
                return DiagramReader.Read(entry.Diagram, id, []);
        }
    }

    static string PromptOf(AnsweredVisual entry, VisualBlock tag, List<string> faults)
    {
        if (!string.IsNullOrWhiteSpace(entry.EnhancedPrompt))
            return entry.EnhancedPrompt.Trim();
        faults.Add($"visual {tag.Id}: enhanced_prompt is empty");
        return tag.Description;
    }

    static string AltTextOf(AnsweredVisual entry, VisualBlock tag, List<string> faults)
    {
        var text = entry.AltText?.Trim() ?? "";
        if (text.Length is >= MinAltText and <= MaxAltText && !FileName().IsMatch(text))
            return text;
        faults.Add($"visual {tag.Id}: alt_text must have {MinAltText} to {MaxAltText} characters and say what the picture tells; it has {text.Length}");
        return text.Length > MaxAltText ? Prose.Clip(text, MaxAltText) : Fitting(tag.Description, tag.Id);
    }

    static string Fitting(string description, string id) =>
        description.Length < MinAltText ? $"{id}: {description}" : Prose.Clip(description, MaxAltText);

    [GeneratedRegex(@"^\S+\.(png|jpe?g|svg|gif|webp)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
