using System.Text.RegularExpressions;

namespace CourseGen.Documents;

enum PartRole { Opening, Objectives, Introduction, Topic, Summary, References }

/// <summary>A lesson's H2 with all below it, or what stands before the first one.</summary>
sealed partial record LessonPart(PartRole Role, string Heading, IReadOnlyList<LessonBlock> Blocks)
{
    internal static IReadOnlyList<LessonPart> Of(LessonDocument lesson, CourseWords words)
    {
        var parts = new List<LessonPart>();
        foreach (var section in lesson.Sections)
        {
            if (section.Level == 2)
                parts.Add(new LessonPart(RoleOf(section.Heading, words), section.Heading, section.Blocks));
            else if (parts.Count == 0)
                parts.Add(new LessonPart(PartRole.Opening, lesson.Title.Length > 0 ? lesson.Title : words.Introduction, section.Blocks));
            else
                parts[^1] = parts[^1] with { Blocks = [.. parts[^1].Blocks, .. section.Blocks] };
        }
        return parts;
    }

    internal int FirstLine => Blocks.Count == 0 ? 0 : Blocks[0].Line;
    internal int LastLine => Blocks.Count == 0 ? 0 : Blocks[^1].Line;

    /// <summary>The visuals, tables and code, each of which needs a slide.</summary>
    internal IEnumerable<LessonBlock> Figures => Blocks.Where(block => block is VisualBlock or TableBlock or CodeBlock);

    /// <summary>Its running text, a list as one sentence an item.</summary>
    internal IEnumerable<(int Line, string Text)> Texts => Blocks.Select(block => (block.Line, Text: TextOf(block))).Where(text => text.Text.Length > 0);

    /// <summary>What its slides can say in bullets: list items, and the point of each paragraph.</summary>
    /// <param name="limit">Characters a bullet.</param>
    internal IReadOnlyList<(int Line, string Text)> Points(int limit)
    {
        var listsAlone = Role is PartRole.Objectives or PartRole.Summary or PartRole.References && Blocks.Any(block => block is ListBlock);
        var blocks = Blocks.Where(block => !listsAlone || block is ListBlock).ToList();
        return Points(blocks, limit, paragraph => Prose.Clause(paragraph, limit) ?? "") is { Count: > 0 } whole ? whole : Points(blocks, limit, paragraph => Prose.Point(paragraph, limit));
    }

    /// <param name="pointOf">Of a paragraph; empty where it has none. An item of a list always has one.</param>
    List<(int Line, string Text)> Points(IEnumerable<LessonBlock> blocks, int limit, Func<string, string> pointOf) =>
        [.. blocks.SelectMany(block => PointsOf(block, limit, pointOf).Select(text => (block.Line, Text: text))).Where(point => point.Text.Length > 0).DistinctBy(point => point.Text)];

    IEnumerable<string> PointsOf(LessonBlock block, int limit, Func<string, string> pointOf) => block switch
    {
        ListBlock list when Role == PartRole.References => Sources(list, limit),
        ListBlock list => list.Items.Select(item => Prose.Point(item, limit)),
        ParagraphBlock paragraph => [pointOf(paragraph.Text)],
        QuoteBlock quote => [pointOf(quote.Text)],
        _ => [],
    };

    static IEnumerable<string> Sources(ListBlock list, int limit)
    {
        var links = Link().Matches(list.Source);
        return links.Count < list.Items.Count
            ? list.Items.Select(item => Prose.Clip(item, limit))
            : links.Select(link => (Title: link.Groups["title"].Value, Host: HostOf(link.Groups["url"].Value)))
                .Select(source => $"{Prose.Clip(source.Title, limit - source.Host.Length - 3)} ({source.Host})");
    }

    static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : Prose.Clip(url, 30);

    static string TextOf(LessonBlock block) => block switch
    {
        ParagraphBlock paragraph => paragraph.Text.Trim(),
        QuoteBlock quote => quote.Text.Replace('\n', ' ').Trim(),
        ListBlock list => string.Join(' ', list.Items.Select(item => item.Trim()).Where(item => item.Length > 0).Select(Ended)),
        _ => "",
    };

    static string Ended(string item) => char.IsPunctuation(item[^1]) ? item : $"{item}.";

    static PartRole RoleOf(string heading, CourseWords words) =>
        Is(heading, words.LearningObjectives) ? PartRole.Objectives
        : Is(heading, words.Introduction) ? PartRole.Introduction
        : Is(heading, words.Summary) ? PartRole.Summary
        : Is(heading, words.References) ? PartRole.References
        : PartRole.Topic;

    static bool Is(string heading, string word) => heading.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\[(?<title>[^\]]+)\]\((?<url>[^)\s]+)[^)]*\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
