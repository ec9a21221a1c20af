using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.Ppt.Slides;

/// <summary>What must hold of a lesson's slides, each fault as a sentence that the model can act on.</summary>
static class SlidePlanRules
{
    const int MaxTitle = 60;
    const int MaxBullets = 6;
    const int MaxBullet = 90;
    const int MaxBulletsBesideCode = 3;
    const int MinNotes = 60;
    const int MaxNotes = 180;

    internal static IReadOnlyList<string> Faults(IReadOnlyList<Slide> slides, LessonDocument lesson) =>
    [
        .. slides.SelectMany(slide => SlideFaults(slide, lesson).Select(fault => $"slide {slide.SlideNumber}: {fault}")),
        .. OrderFaults(slides, lesson),
        .. slides.GroupBy(slide => slide.Title, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"the title '{group.Key}' is used {group.Count()} times"),
        .. FigureFaults(slides, lesson),
    ];

    static IEnumerable<string> SlideFaults(Slide slide, LessonDocument lesson)
    {
        var limit = slide.Layout == SlideLayout.LessonTitle ? Math.Max(MaxTitle, lesson.Title.Length) : MaxTitle;
        if (slide.Title.Length == 0)
            yield return "no title";
        else if (slide.Title.Length > limit)
            yield return $"a title of {slide.Title.Length} characters; at most {limit}";
        var bullets = slide.ContentBlocks.SelectMany(block => block.Items ?? []).ToList();
        if (bullets.Count > MaxBullets)
            yield return $"{bullets.Count} bullets; at most {MaxBullets}";
        foreach (var bullet in bullets.Where(bullet => bullet.Length > MaxBullet))
            yield return $"a bullet of {bullet.Length} characters ('{Prose.Clip(bullet, 40)}'); at most {MaxBullet}";
        if (Prose.WordCount(slide.Notes) is var words && words is < MinNotes or > MaxNotes)
            yield return $"notes of {words} words; {MinNotes} to {MaxNotes}";
        if (LayoutFault(slide) is { } fault)
            yield return fault;
    }

    static string? LayoutFault(Slide slide)
    {
        var blocks = slide.ContentBlocks;
        var texts = blocks.Count(block => block.Type is BlockType.Bullets or BlockType.Text);
        return slide.Layout switch
        {
            SlideLayout.LessonTitle => blocks.Count == 0 ? null : "lesson_title holds no blocks",
            SlideLayout.TextImageLeft or SlideLayout.TextImageRight =>
                blocks.Count == 2 && texts == 1 && Count(slide, BlockType.Image) == 1 ? null : "an image layout holds one bullets or text block and one image",
            SlideLayout.TwoColumns => blocks.Count == 2 && blocks.All(block => block is { Type: BlockType.Bullets, Heading: not null }) ? null : "two_columns holds exactly two bullets blocks with headings",
            SlideLayout.Table => Count(slide, BlockType.Table) == 1 && blocks.Count <= 2 && blocks.All(block => block.Type is BlockType.Table or BlockType.Text or BlockType.Callout)
                ? null : "table holds one table and at most one text or callout",
            SlideLayout.Code => Count(slide, BlockType.Code) == 1 && blocks.Count <= 2 && blocks.All(block => block.Type is BlockType.Code || (block.Type == BlockType.Bullets && block.Items!.Count <= MaxBulletsBesideCode))
                ? null : $"code holds one code block and at most one bullets block of up to {MaxBulletsBesideCode} items",
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
}
