using System.Text.RegularExpressions;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.Ppt.Slides;

/// <summary>What must hold of a lesson's slides, each fault as a sentence that the model can act on.</summary>
static partial class SlidePlanRules
{
    /// <summary>Shares of the notes' longer words that the lesson has too: 0.48 and more on the recorded samples, under 0.2 where they speak of something else.</summary>
    const double LeastFromLesson = 0.25;
    const int LeastWordsToCompare = 12;
    const int SlidesToSpare = 2;

    internal static IReadOnlyList<string> Faults(IReadOnlyList<Slide> slides, SlideRequest request) =>
    [
        .. slides.SelectMany(slide => SlideFaults(slide, request).Select(fault => $"slide {slide.SlideNumber}: {fault}")),
        .. OrderFaults(slides, request.Lesson),
        .. BudgetFaults(slides, request),
        .. slides.GroupBy(slide => slide.Title, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"the title '{group.Key}' is used {group.Count()} times"),
        .. FigureFaults(slides, request.Lesson),
    ];

    static IEnumerable<string> SlideFaults(Slide slide, SlideRequest request)
    {
        var limit = slide.Layout == SlideLayout.LessonTitle ? Math.Max(AnswerLimits.Title, request.Lesson.Title.Length) : AnswerLimits.Title;
        if (slide.Title.Length > limit)
            yield return $"a title of {slide.Title.Length} characters; at most {limit}";
        var bullets = slide.ContentBlocks.SelectMany(block => block.Items ?? []).ToList();
        if (bullets.Count > AnswerLimits.Bullets)
            yield return $"{bullets.Count} bullets; at most {AnswerLimits.Bullets}";
        foreach (var bullet in bullets.Where(bullet => bullet.Length > AnswerLimits.Bullet))
            yield return $"a bullet of {bullet.Length} characters ('{Prose.Clip(bullet, 40)}'); at most {AnswerLimits.Bullet}";
        if (Shown(slide).Sum(Prose.WordCount) is var shown and > AnswerLimits.Words)
            yield return $"{shown} words are shown; at most {AnswerLimits.Words}, prose belongs in the notes";
        if (Prose.WordCount(slide.Notes) is var words && words is < AnswerLimits.LeastNotes or > AnswerLimits.MostNotes)
            yield return $"notes of {words} words; {AnswerLimits.LeastNotes} to {AnswerLimits.MostNotes}";
        else if (IsElsewhere(slide.Notes, request.Lesson))
            yield return "the notes say little of what the lesson says; take them from the lesson";
        foreach (var fault in LanguageFaults(slide, request.Language))
            yield return fault;
        if (LayoutFault(slide) is { } layout)
            yield return layout;
    }

    static IEnumerable<string> LanguageFaults(Slide slide, string language)
    {
        if (TextLanguage.IsForeignHeading(slide.Title, language))
            yield return $"the title '{slide.Title}' is not in {language}";
        if (TextLanguage.IsForeign(slide.Notes, language))
            yield return $"the notes are not in {language}";
        if (TextLanguage.IsForeign(string.Join(". ", Shown(slide).Prepend(slide.Title)), language))
            yield return $"its text is not in {language}";
    }

    /// <summary>What an audience reads, apart from tables, code and captions.</summary>
    static IEnumerable<string> Shown(Slide slide) =>
        slide.ContentBlocks.SelectMany(block => (block.Items ?? []).Append(block.Text ?? "").Append(block.Heading ?? "")).Where(text => text.Length > 0);

    /// <summary>Of scripts that part their words by spaces.</summary>
    static bool IsElsewhere(string notes, LessonDocument lesson)
    {
        var said = Stems(notes);
        return said.Count >= LeastWordsToCompare && said.Intersect(Stems(string.Join(' ', lesson.Sections.Select(section => section.Heading).Concat(lesson.Blocks.Select(block => block.Source))))).Count() < LeastFromLesson * said.Count;
    }

    static HashSet<string> Stems(string text) => [.. LongWord().Matches(text.ToLowerInvariant()).Select(word => word.Value[..5])];

    /// <summary>
    /// The budget is of slides besides those that pictures, tables and code need; a topic has one in any case. It is aimed at, so a few more
    /// pass.
    /// </summary>
    static IEnumerable<string> BudgetFaults(IReadOnlyList<Slide> slides, SlideRequest request)
    {
        var most = Math.Max(request.TargetSlides, request.Lesson.Sections.Count(section => section.Level == 2) + 1) + SlidesToSpare;
        var plain = slides.Count(slide => !slide.ContentBlocks.Any(block => block.Type is BlockType.Image or BlockType.Table or BlockType.Code));
        if (plain > most)
            yield return $"{plain} slides besides those of images, tables and code; at most {most}";
    }

    static string? LayoutFault(Slide slide)
    {
        var blocks = slide.ContentBlocks;
        var texts = blocks.Count(block => block.Type is BlockType.Bullets or BlockType.Text);
        return slide.Layout switch
        {
            SlideLayout.LessonTitle => blocks.Count == 0 ? null : "lesson_title holds no blocks",
            SlideLayout.TextImageLeft or SlideLayout.TextImageRight =>
                blocks.Count == 2 && texts == 1 && Count(slide, BlockType.Image) == 1 && blocks.All(block => block.Items is null or { Count: <= AnswerLimits.BulletsBesideImage })
                    ? null : $"an image layout holds one bullets (up to {AnswerLimits.BulletsBesideImage} items) or text block and one image",
            SlideLayout.TwoColumns => blocks.Count == 2 && blocks.All(block => block is { Type: BlockType.Bullets, Heading: not null }) ? null : "two_columns holds exactly two bullets blocks with headings",
            SlideLayout.Table => Count(slide, BlockType.Table) == 1 && blocks.Count == 2 && blocks.Any(block => block.Type is BlockType.Text or BlockType.Callout)
                ? null : "table holds one table and one text or callout that explains it",
            SlideLayout.Code => Count(slide, BlockType.Code) == 1 && blocks.Count == 2 && blocks.Any(block => block is { Type: BlockType.Bullets, Items.Count: <= AnswerLimits.BulletsBesideCode })
                ? null : $"code holds one code block and one bullets block of up to {AnswerLimits.BulletsBesideCode} items that explain it",
            SlideLayout.Quote => blocks is [{ Type: BlockType.Quote }] ? null : "quote holds one quote block",
            _ => blocks.Count > 0 && blocks.All(block => block.Type is BlockType.Bullets or BlockType.Text or BlockType.Callout or BlockType.Quote)
                ? null : "this layout holds bullets, text, callout or quote blocks; images, tables and code have layouts of their own",
        };
    }

    static IEnumerable<string> OrderFaults(IReadOnlyList<Slide> slides, LessonDocument lesson)
    {
        if (slides[0].Layout != SlideLayout.LessonTitle)
            yield return "the first slide must have the layout lesson_title";
        if (slides.Skip(1).Any(slide => slide.Layout == SlideLayout.LessonTitle))
            yield return "only the first slide has the layout lesson_title";
        var endsAsItMust = slides[^1].Layout == SlideLayout.References
            ? slides.Count > 1 && slides[^2].Layout == SlideLayout.Summary
            : slides[^1].Layout == SlideLayout.Summary && !HasReferences(lesson);
        if (!endsAsItMust)
            yield return HasReferences(lesson) ? "the last two slides must be summary and references" : "the last slide must be summary";
    }

    static bool HasReferences(LessonDocument lesson) => lesson.Sections.Any(section => section.Level == 2
        && (section.Heading == CourseWords.English.References || section.Heading == CourseWords.Spanish.References));

    static IEnumerable<string> FigureFaults(IReadOnlyList<Slide> slides, LessonDocument lesson)
    {
        var blocks = slides.SelectMany(slide => slide.ContentBlocks.Select(block => (slide.SlideNumber, Block: block))).ToList();
        var visuals = lesson.Visuals.Select(visual => visual.Id).Distinct().ToList();
        var tables = lesson.Blocks.OfType<TableBlock>().ToList();
        var codes = lesson.Blocks.OfType<CodeBlock>().ToList();
        foreach (var (number, block) in blocks)
        {
            if (block.Type == BlockType.Image && !visuals.Contains(block.ImageReference!))
                yield return $"slide {number}: the lesson has no visual {block.ImageReference}";
            if (block.Type == BlockType.Table && !tables.Exists(table => LessonFigures.Same(block, table)))
                yield return $"slide {number}: the table is not word for word one of the lesson's";
            if (block.Type == BlockType.Code && !codes.Exists(code => LessonFigures.Same(block, code)))
                yield return $"slide {number}: the code is not character for character one of the lesson's blocks";
        }
        foreach (var visual in visuals)
        {
            if (blocks.Count(used => used.Block.ImageReference == visual) is var uses and not 1)
                yield return $"visual {visual} is used {uses} times; exactly once";
        }
        foreach (var table in tables.DistinctBy(table => table.Source))
        {
            if (blocks.Count(used => used.Block.Type == BlockType.Table && LessonFigures.Same(used.Block, table)) is var uses && uses != tables.Count(same => same.Source == table.Source))
                yield return $"the lesson's table with '{table.Headers.FirstOrDefault()}' at line {table.Line} is used {uses} times; exactly once";
        }
        foreach (var code in codes.DistinctBy(code => code.Code))
        {
            if (blocks.Count(used => used.Block.Type == BlockType.Code && LessonFigures.Same(used.Block, code)) is var uses && uses != codes.Count(same => same.Code == code.Code))
                yield return $"the lesson's code block at line {code.Line} is used {uses} times; exactly once";
        }
    }

    static int Count(Slide slide, BlockType type) => slide.ContentBlocks.Count(block => block.Type == type);

    /// <summary>Latin, Greek and Cyrillic.</summary>
    [GeneratedRegex(@"[a-z\u00DF-\u052F]{5,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongWord();
}
