using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.Ppt.Decks;

/// <summary>The slides of one deck batch, by module.</summary>
/// <param name="Missing">Lessons that are gaps.</param>
sealed record BatchDeck(IReadOnlyList<SlideSection> Sections, int Lessons, int Missing)
{
    /// <param name="slides">By lesson id; a lesson without them is a gap.</param>
    internal static BatchDeck Of(CoursePlan plan, DeckBatch batch, IReadOnlyDictionary<string, IReadOnlyList<Slide>> slides)
    {
        var words = CourseWords.In(plan.Language);
        var modules = new ModuleSlides(plan, words);
        var template = TemplateOf(plan);
        var lessons = plan.Lessons.Where(lesson => lesson.Number >= batch.LessonStart && lesson.Number <= batch.LessonEnd).ToList();
        var sections = lessons.GroupBy(lesson => lesson.ModuleNumber).Select(group =>
        {
            var module = plan.Outline.Modules.First(module => module.Number == group.Key);
            var inModule = group.SelectMany(lesson => Around(plan, module, lesson, modules, slides, words));
            return new SlideSection(ModuleSlides.NameOf(module, words), [.. inModule]);
        }).ToList();
        return new BatchDeck(Numbered(sections, template), lessons.Count, lessons.Count(lesson => !slides.ContainsKey(lesson.Id)));
    }

    /// <summary>What all decks of a course are written on.</summary>
    internal static DeckTemplate TemplateOf(CoursePlan plan) => StyledTemplate.Of(DeckStyle.Named(plan.Settings.Style), plan.Language);

    internal IEnumerable<Slide> Slides => Sections.SelectMany(section => section.Slides);

    static IEnumerable<Slide> Around(
        CoursePlan plan, OutlineModule module, PlannedLesson lesson, ModuleSlides modules, IReadOnlyDictionary<string, IReadOnlyList<Slide>> slides, CourseWords words)
    {
        var ofModule = plan.Lessons.Where(other => other.ModuleNumber == module.Number).ToList();
        if (ofModule[0].Id == lesson.Id)
            yield return modules.Opening(module);
        var own = slides.TryGetValue(lesson.Id, out var made) && made.Count > 0 ? LessonSlides.Of(lesson, made, plan) : [LessonSlides.Missing(lesson, words)];
        foreach (var slide in own)
            yield return slide;
        if (ofModule[^1].Id != lesson.Id)
            yield break;
        foreach (var slide in modules.Closing(module, slides))
            yield return slide;
    }

    static List<SlideSection> Numbered(List<SlideSection> sections, DeckTemplate template)
    {
        var number = 0;
        var unique = new Queue<Slide>(LessonSlides.WithUniqueTitles(sections.SelectMany(section => section.Slides)));
        return [.. sections.Select(section => section with
        {
            Slides = [.. section.Slides.Select(_ => unique.Dequeue()).ToList().SelectMany(slide => SlideFitter.Fit(slide, template)).Select(slide => slide with { SlideNumber = ++number })],
        })];
    }
}
