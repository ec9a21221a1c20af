using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.SpeakerNotes;

namespace CourseGen.Ppt.Decks;

/// <summary>The slides of a module that are no lesson's: its title before its first lesson; its labs, summary and references after its last.</summary>
sealed class ModuleSlides(CoursePlan plan, CourseWords words)
{
    const int MaxBullet = 120;

    readonly ModuleNotes _notes = new(plan);

    internal static string NameOf(OutlineModule module, CourseWords words) => $"{words.Module} {module.Number}: {module.Title}";

    internal Slide Opening(OutlineModule module)
    {
        var lessons = Titles(LessonsOf(module));
        return Slide(module, SlideLayout.Section, NameOf(module, words), _notes.Opening(module), lessons) with { Subtitle = module.Summary };
    }

    /// <param name="slides">Of the module's lessons, by lesson id; those of other batches are missing.</param>
    internal IEnumerable<Slide> Closing(OutlineModule module, IReadOnlyDictionary<string, IReadOnlyList<Slide>> slides)
    {
        var name = $"{words.Module} {module.Number}";
        var labs = plan.Labs.Where(lab => lab.ModuleNumber == module.Number).ToList();
        if (labs.Count > 0)
            yield return Slide(module, SlideLayout.TitleContent, $"{words.Labs} · {name}", _notes.Labs(module, labs),
                [.. labs.Select(lab => $"{words.Lab} {lab.Id}: {lab.Title}")]);
        var lessons = LessonsOf(module);
        var learned = lessons.TrueForAll(lesson => slides.ContainsKey(lesson.Id)) ? [.. lessons.Select(lesson => Takeaway(lesson, slides[lesson.Id]))] : Titles(lessons);
        yield return Slide(module, SlideLayout.Summary, $"{words.Summary} · {name}", _notes.Summary(module, slides), learned);
        if (module.References.Count > 0)
            yield return Slide(module, SlideLayout.References, $"{words.References} · {name}", _notes.References(module), module.References);
    }

    List<PlannedLesson> LessonsOf(OutlineModule module) => [.. plan.Lessons.Where(lesson => lesson.ModuleNumber == module.Number)];

    static List<string> Titles(IEnumerable<PlannedLesson> lessons) => [.. lessons.Select(LessonSlides.NameOf)];

    /// <summary>The first thing its summary says, else its title.</summary>
    static string Takeaway(PlannedLesson lesson, IReadOnlyList<Slide> slides) =>
        ModuleNotes.SummaryOf(slides).FirstOrDefault() is { } first
            ? $"{lesson.ModuleNumber}.{lesson.LessonNumber} {Prose.Point(first, MaxBullet)}"
            : LessonSlides.NameOf(lesson);

    static Slide Slide(OutlineModule module, SlideLayout layout, string title, string notes, IReadOnlyList<string> bullets) =>
        new(0, layout, title, null, [new ContentBlock { Type = BlockType.Bullets, Items = bullets }], notes, module.Number, 0, null);
}
