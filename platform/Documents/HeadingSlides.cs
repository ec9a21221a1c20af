using CourseGen.Contracts.Documents;

namespace CourseGen.Documents;

/// <summary>
/// A lesson's slides made from its own headings and sentences, without a model: every visual, table and code block once, at
/// most six bullets of 90 characters a slide, unique titles, notes of 60 to 180 words. Equal lessons give equal slides.
/// </summary>
public static class HeadingSlides
{
    const int MaxTitle = 60;
    const int MaxBullet = 90;
    const int MaxBullets = 6;
    const int WordsPerSlide = 54;

    /// <param name="number">Of the lesson in its module.</param>
    /// <param name="targetSlides">Text is spread over about so many slides; what the lesson's visuals, tables and code need comes in any case.</param>
    public static IReadOnlyList<Slide> From(LessonDocument lesson, int module, int number, string language, int targetSlides)
    {
        var words = CourseWords.In(language);
        var parts = LessonPart.Of(lesson, words);
        var texts = parts.Where(part => part.Role != PartRole.References).SelectMany(part => part.Texts).ToList();
        var name = lesson.Title.Length > 0 ? lesson.Title : $"{words.Lesson} {module}.{number}";
        var budget = TextBudget(parts, targetSlides);
        var pictures = new Alternation();
        var drafts = parts.SelectMany(part => Titled(part, DraftsOf(part, budget, pictures))).ToList();
        if (!drafts.Exists(draft => draft.Layout == SlideLayout.Summary))
            drafts.Insert(drafts.FindLastIndex(draft => draft.Layout != SlideLayout.References) + 1, Overview(parts, words, name));
        var opening = parts.FirstOrDefault(part => part.Role == PartRole.Introduction && part.Blocks.Count > 0);
        drafts.Insert(0, new Draft(0, SlideLayout.LessonTitle, [])
        {
            Title = name,
            Subtitle = $"{words.Module} {module} · {words.Lesson} {number}",
            NotesFrom = opening?.FirstLine ?? 0,
            NotesTo = opening?.LastLine + 1 ?? int.MaxValue,
        });
        return Numbered(drafts, texts, module, number, name);
    }

    /// <summary>Slides of plain text a topic may have besides those of its figures.</summary>
    static int TextBudget(IReadOnlyList<LessonPart> parts, int targetSlides)
    {
        var topics = parts.Count(part => part.Role == PartRole.Topic);
        var spoken = 1 + parts.Count(part => part.Role is PartRole.Objectives or PartRole.Summary or PartRole.References);
        var figures = parts.Sum(part => part.Figures.Count());
        return topics == 0 ? 1 : Math.Max(0, (targetSlides - spoken - figures) / topics);
    }

    static List<Draft> DraftsOf(LessonPart part, int budget, Alternation pictures)
    {
        var points = part.Points(MaxBullet).ToList();
        var drafts = part.Figures.Select(figure => FigureSlide(figure, part, points, pictures)).ToList();
        var (layout, limit) = part.Role switch
        {
            PartRole.Objectives => (SlideLayout.TitleContent, int.MaxValue),
            PartRole.Summary => (SlideLayout.Summary, int.MaxValue),
            PartRole.References => (SlideLayout.References, int.MaxValue),
            PartRole.Topic => (SlideLayout.TitleContent, Math.Max(budget, drafts.Count == 0 ? 1 : 0)),
            _ => (SlideLayout.TitleContent, 0),
        };
        drafts.AddRange(Even([.. Chunks(points).Take(limit)])
            .Select(chunk => new Draft(chunk[0].Line, layout, [Bullets(chunk)])));
        return [.. drafts.OrderBy(draft => draft.Line)];
    }

    /// <summary>A figure beside what the lesson says of it.</summary>
    static Draft FigureSlide(LessonBlock figure, LessonPart part, List<(int Line, string Text)> points, Alternation pictures) => figure switch
    {
        VisualBlock visual => new Draft(visual.Line, pictures.Next(), [
            Take(points, visual.Line, 3) is { Count: > 0 } beside ? Bullets(beside) : new ContentBlock { Type = BlockType.Text, Text = visual.Description },
            new ContentBlock { Type = BlockType.Image, ImageReference = visual.Id, Caption = visual.Description }]),
        TableBlock table => new Draft(table.Line, SlideLayout.Table, [
            new ContentBlock { Type = BlockType.Text, Text = Take(points, table.Line, 1).Select(point => point.Text).FirstOrDefault() ?? Explanation(part, table.Line) },
            new ContentBlock { Type = BlockType.Table, Headers = table.Headers, Rows = table.Rows }]),
        CodeBlock code => new Draft(code.Line, SlideLayout.Code, [
            Take(points, code.Line, 2) is { Count: > 0 } beside ? Bullets(beside) : new ContentBlock { Type = BlockType.Bullets, Items = [Explanation(part, code.Line)] },
            new ContentBlock { Type = BlockType.Code, Language = code.Language ?? "text", Code = code.Code }]),
        _ => throw new ArgumentException($"A {figure.GetType().Name} is no figure.", nameof(figure)),
    };

    /// <summary>Where every point stands on another slide already: the nearest text before a line, else after it, else the heading.</summary>
    static string Explanation(LessonPart part, int line)
    {
        var texts = part.Texts.ToList();
        var nearest = texts.FindLast(text => text.Line < line) is { Text: not null } before ? before : texts.FirstOrDefault();
        return nearest.Text is { } text && Prose.Point(text, MaxBullet) is { Length: > 0 } point ? point : Prose.Clip(part.Heading, MaxBullet);
    }

    /// <summary>The nearest points before a line, else after it, which are then no longer free.</summary>
    static List<(int Line, string Text)> Take(List<(int Line, string Text)> points, int line, int count)
    {
        var before = points.FindAll(point => point.Line < line);
        var taken = before.Count > 0 ? before.TakeLast(count).ToList() : points.Take(count).ToList();
        points.RemoveAll(taken.Contains);
        return taken;
    }

    static IEnumerable<List<(int Line, string Text)>> Chunks(List<(int Line, string Text)> points)
    {
        var (chunk, words) = (new List<(int Line, string Text)>(), 0);
        foreach (var point in points)
        {
            words += Prose.WordCount(point.Text);
            if (chunk.Count == MaxBullets || (words > WordsPerSlide && chunk.Count > 2))
            {
                yield return chunk;
                (chunk, words) = ([], Prose.WordCount(point.Text));
            }
            chunk.Add(point);
        }
        if (chunk.Count > 0)
            yield return chunk;
    }

    /// <summary>As many chunks of about equal length, so that no bullet is left over for a slide of its own; as they are where one would be too long.</summary>
    static List<List<(int Line, string Text)>> Even(List<List<(int Line, string Text)>> chunks)
    {
        var points = chunks.SelectMany(chunk => chunk).ToList();
        List<List<(int Line, string Text)>> even = [.. chunks.Select((_, index) => points[(points.Count * index / chunks.Count)..(points.Count * (index + 1) / chunks.Count)])];
        return even.TrueForAll(chunk => chunk.Sum(point => Prose.WordCount(point.Text)) <= WordsPerSlide) ? even : chunks;
    }

    static ContentBlock Bullets(IEnumerable<(int Line, string Text)> points) =>
        new() { Type = BlockType.Bullets, Items = [.. points.Select(point => point.Text)] };

    static Draft Overview(IReadOnlyList<LessonPart> parts, CourseWords words, string name)
    {
        var topics = parts.Where(part => part.Role == PartRole.Topic).Select(part => Prose.Clip(part.Heading, MaxBullet)).Take(MaxBullets).ToList();
        return new Draft(int.MaxValue, SlideLayout.Summary, [new ContentBlock { Type = BlockType.Bullets, Items = topics.Count > 0 ? topics : [Prose.Clip(name, MaxBullet)] }])
        {
            Title = words.Summary,
        };
    }

    /// <summary><c>Topic</c>, or <c>Topic (1/3)</c> and so on; each speaks of the lines from the one before it to the next.</summary>
    static IEnumerable<Draft> Titled(LessonPart part, List<Draft> drafts) => drafts.Select((draft, index) =>
    {
        var count = drafts.Count == 1 ? "" : $" ({index + 1}/{drafts.Count})";
        return draft with
        {
            Title = Prose.Clip(part.Heading, MaxTitle - count.Length) + count,
            NotesFrom = index == 0 ? part.FirstLine : draft.Line,
            NotesTo = index + 1 < drafts.Count ? drafts[index + 1].Line : part.LastLine + 1,
        };
    });

    static List<Slide> Numbered(List<Draft> drafts, IReadOnlyList<(int Line, string Text)> texts, int module, int number, string name)
    {
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. drafts.Select((draft, index) => new Slide(
            index + 1, draft.Layout, Unique(draft.Title, titles), draft.Subtitle, draft.Blocks,
            SlideNotes.From(texts, draft.NotesFrom, draft.NotesTo, draft.Title), module, number, name))];
    }

    static string Unique(string title, HashSet<string> titles)
    {
        var unique = title;
        for (var copy = 2; !titles.Add(unique); copy++)
            unique = $"{Prose.Clip(title, MaxTitle - 5)} · {copy}";
        return unique;
    }

    /// <param name="Line">Where in the lesson it belongs.</param>
    sealed record Draft(int Line, SlideLayout Layout, IReadOnlyList<ContentBlock> Blocks)
    {
        internal string Title { get; init; } = "";
        internal string? Subtitle { get; init; }
        internal int NotesFrom { get; init; }
        internal int NotesTo { get; init; } = int.MaxValue;
    }

    /// <summary>Pictures stand right and left in turn.</summary>
    sealed class Alternation
    {
        int _count;

        internal SlideLayout Next() => _count++ % 2 == 0 ? SlideLayout.TextImageRight : SlideLayout.TextImageLeft;
    }
}
