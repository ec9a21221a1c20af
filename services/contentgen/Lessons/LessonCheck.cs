using System.Text.RegularExpressions;
using CourseGen.ContentGen.Markdown;
using CourseGen.Documents;

namespace CourseGen.ContentGen.Lessons;

/// <summary>Judges a mended lesson by its form. Length and style are not judged here: they are reported, and cost no second call.</summary>
static partial class LessonCheck
{
    /// <returns>What is wrong, each with its line where it has one; empty when the lesson is usable.</returns>
    public static IReadOnlyList<string> Faults(string markdown, LessonForm form)
    {
        LessonDocument lesson;
        try
        {
            lesson = LessonReader.Read(markdown);
        }
        catch (ArgumentException)
        {
            return ["the Markdown is nested too deeply to be read"];
        }
        var parts = SectionPart.Of(lesson.Sections, 2);
        return
        [
            .. HeadingCheck.Levels(lesson, form.Title),
            .. HeadingCheck.Sequence(parts, form.Sections, "##", "the lesson"),
            .. BlockCheck.Faults(lesson),
            .. Find(parts, form.Words.LearningObjectives).SelectMany(Objectives),
            .. TopicsOf(parts, form).SelectMany(topic => Topic(topic, form)),
            .. Visuals(lesson, form),
            .. Find(parts, form.Words.Summary, last: true).SelectMany(summary =>
                HeadingCheck.Sequence(summary.Parts(3), form.SummarySections, "###", "the summary")),
            .. Find(parts, form.Words.References, last: true).SelectMany(References),
        ];
    }

    static IEnumerable<SectionPart> Find(IReadOnlyList<SectionPart> parts, string heading, bool last = false)
    {
        var found = parts.Where(part => part.Heading == heading).ToList();
        return found.Count == 0 ? [] : [last ? found[^1] : found[0]];
    }

    /// <summary>The topics' sections where all sections are there; what is missing or too much is a fault of the sequence already.</summary>
    static IEnumerable<SectionPart> TopicsOf(IReadOnlyList<SectionPart> parts, LessonForm form) =>
        parts.Count == form.Sections.Count ? parts.Skip(2).Take(form.Topics.Count) : [];

    static IEnumerable<string> Objectives(SectionPart part)
    {
        var count = part.Blocks.OfType<ListBlock>().Sum(list => list.Items.Count);
        if (count is < 3 or > 5)
            yield return $"line {part.Line}: {count} learning objectives, expected a list of 3 to 5";
    }

    static IEnumerable<string> Topic(SectionPart topic, LessonForm form)
    {
        foreach (var fault in HeadingCheck.Sequence(topic.Parts(3), form.TopicSections, "###", $"line {topic.Line}, the topic '{topic.Heading}'"))
            yield return fault;
        if (!topic.Blocks.OfType<VisualBlock>().Any())
            yield return $"line {topic.Line}: the topic '{topic.Heading}' has no visual tag [VISUAL: {form.Id}-NNNN - what the picture shows]";
    }

    static IEnumerable<string> Visuals(LessonDocument lesson, LessonForm form) =>
        lesson.Visuals.Select((visual, index) => (visual, Id: $"{form.Id}-{index + 1:0000}"))
            .Where(tag => tag.visual.Id != tag.Id)
            .Select(tag => $"line {tag.visual.Line}: the visual tag has the id {tag.visual.Id}, expected {tag.Id}");

    static IEnumerable<string> References(SectionPart part)
    {
        var sources = part.Blocks.OfType<ListBlock>()
            .SelectMany(list => list.Source.Split('\n').Select((text, index) => (Text: text, Line: list.Line + index)))
            .Where(line => Bullet().IsMatch(line.Text)).ToList();
        if (sources.Count == 0)
            yield return $"line {part.Line}: the references must be a list of links, - [Title](https://…)";
        foreach (var (text, line) in sources.Where(source => !source.Text.Contains("https://", StringComparison.OrdinalIgnoreCase)))
            yield return $"line {line}: the reference '{text.Trim()}' has no https link";
    }

    [GeneratedRegex(@"^\s*([-*+]|\d+[.)])\s", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Bullet();
}
