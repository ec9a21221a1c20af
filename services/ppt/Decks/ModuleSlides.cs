using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.SpeakerNotes;

namespace CourseGen.Ppt.Decks;

/// <summary>The slides of a module that are no lesson's: its title before its first lesson; its labs, summary and references after its last.</summary>
sealed class ModuleSlides(CoursePlan plan, CourseWords words, DeckTemplate template)
{
    const int MaxBullet = 120;

    readonly ModuleNotes _notes = new(plan);

    internal static string NameOf(OutlineModule module, CourseWords words) => $"{words.Module} {module.Number}: {module.Title}";

    internal static string NameOf(OutlineLab lab, CourseWords words) => $"{words.Lab} {lab.Id}: {lab.Title} · {lab.DurationMinutes} {words.Minutes}";

    /// <summary>The module's lessons and labs with their minutes.</summary>
    internal static IReadOnlyList<string> AgendaOf(CoursePlan plan, OutlineModule module, CourseWords words) =>
    [
        .. plan.Lessons.Where(lesson => lesson.ModuleNumber == module.Number).Select(lesson => $"{LessonSlides.NameOf(lesson)} · {plan.MinutesOf(lesson)} {words.Minutes}"),
        .. plan.LabsOf(module).Select(lab => NameOf(lab, words)),
    ];

    /// <summary>Its title with its lessons; where they do not stand on it all, they are on a slide of their own.</summary>
    internal IEnumerable<Slide> Opening(OutlineModule module)
    {
        var lessons = Titles(LessonsOf(module));
        var opening = Slide(module, SlideLayout.Section, NameOf(module, words), _notes.Opening(module), Bullets(lessons)) with { Subtitle = module.Summary };
        if (SlideFitter.Fit(opening, template).Count == 1)
            return [opening];
        var contents = Slide(module, SlideLayout.TitleContent, $"{words.Contents} · {words.Module} {module.Number}", _notes.Contents(module), Bullets(AgendaOf(plan, module, words)));
        return [opening with { ContentBlocks = [] }, contents];
    }

    /// <param name="slides">Of the module's lessons, by lesson id; those of other batches are missing.</param>
    internal IEnumerable<Slide> Closing(OutlineModule module, IReadOnlyDictionary<string, IReadOnlyList<Slide>> slides)
    {
        var name = $"{words.Module} {module.Number}";
        var labs = plan.LabsOf(module).Select(LabOf).ToList();
        if (labs.Count > 0)
            yield return Slide(module, SlideLayout.TitleContent, $"{words.Labs} · {name}", _notes.Labs(module), [.. labs]);
        var lessons = LessonsOf(module);
        var learned = lessons.TrueForAll(lesson => slides.ContainsKey(lesson.Id)) ? [.. lessons.Select(lesson => Takeaway(lesson, slides[lesson.Id]))] : Titles(lessons);
        yield return Slide(module, SlideLayout.Summary, $"{words.Summary} · {name}", _notes.Summary(module, slides), Bullets(learned));
        if (module.References.Count > 0)
            yield return Slide(module, SlideLayout.References, $"{words.References} · {name}", _notes.References(module), Bullets(module.References));
    }

    /// <summary>What it is called and how long it takes, with what the outline says that it is for.</summary>
    ContentBlock LabOf(OutlineLab lab)
    {
        var name = NameOf(lab, words);
        IReadOnlyList<string> purpose = lab.Objectives.Count > 0 ? lab.Objectives : [.. new[] { lab.Description }.OfType<string>()];
        return purpose.Count > 0 ? Bullets(purpose) with { Heading = name } : Bullets([name]);
    }

    List<PlannedLesson> LessonsOf(OutlineModule module) => [.. plan.Lessons.Where(lesson => lesson.ModuleNumber == module.Number)];

    static List<string> Titles(IEnumerable<PlannedLesson> lessons) => [.. lessons.Select(LessonSlides.NameOf)];

    /// <summary>The first thing its summary says, else its title.</summary>
    static string Takeaway(PlannedLesson lesson, IReadOnlyList<Slide> slides) =>
        ModuleNotes.SummaryOf(slides).FirstOrDefault() is { } first
            ? $"{lesson.ModuleNumber}.{lesson.LessonNumber} {Prose.Point(first, MaxBullet)}"
            : LessonSlides.NameOf(lesson);

    static Slide Slide(OutlineModule module, SlideLayout layout, string title, string notes, params IReadOnlyList<ContentBlock> blocks) =>
        new(0, layout, title, null, blocks, notes, module.Number, 0, null);

    static ContentBlock Bullets(IReadOnlyList<string> items) => new() { Type = BlockType.Bullets, Items = items };
}
