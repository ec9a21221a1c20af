using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Slides;

namespace CourseGen.Ppt.Decks;

/// <summary>A lesson's slides in its batch, with those of the module that stand before and after it.</summary>
/// <param name="Section">The module's name.</param>
/// <param name="Missing">The lesson is a gap.</param>
sealed record BatchLesson(PlannedLesson Lesson, string Section, IReadOnlyList<Slide> Slides, bool Missing);

/// <summary>The slides of one deck batch, or of a part of it, by lesson.</summary>
sealed record BatchDeck(IReadOnlyList<BatchLesson> Lessons)
{
    /// <param name="slides">By lesson id; a lesson without them is a gap.</param>
    internal static BatchDeck Of(CoursePlan plan, DeckBatch batch, IReadOnlyDictionary<string, IReadOnlyList<Slide>> slides, DeckTemplate template)
    {
        var words = CourseWords.In(plan.Language);
        var modules = new ModuleSlides(plan, words, template);
        var lessons = plan.Lessons.Where(lesson => lesson.Number >= batch.LessonStart && lesson.Number <= batch.LessonEnd).Select(lesson =>
        {
            var module = plan.Outline.Modules.First(module => module.Number == lesson.ModuleNumber);
            return new BatchLesson(lesson, ModuleSlides.NameOf(module, words), [.. Around(plan, module, lesson, modules, slides)], !slides.ContainsKey(lesson.Id));
        }).ToList();
        return new BatchDeck(Fitted(lessons, template)).Numbered();
    }

    /// <summary>Lessons of one module beside each other are one section.</summary>
    internal IReadOnlyList<SlideSection> Sections =>
        [.. Lessons.GroupBy(lesson => lesson.Section).Select(module => new SlideSection(module.Key, [.. module.SelectMany(lesson => lesson.Slides)]))];

    internal IEnumerable<Slide> Slides => Lessons.SelectMany(lesson => lesson.Slides);

    internal int Missing => Lessons.Count(lesson => lesson.Missing);

    /// <summary>The lessons from this one on, by its number through the course.</summary>
    internal BatchDeck From(int number) => new BatchDeck([.. Lessons.Where(lesson => lesson.Lesson.Number >= number)]).Numbered();

    internal BatchDeck First(int count) => new([.. Lessons.Take(count)]);

    static IEnumerable<Slide> Around(
        CoursePlan plan, OutlineModule module, PlannedLesson lesson, ModuleSlides modules, IReadOnlyDictionary<string, IReadOnlyList<Slide>> slides)
    {
        var ofModule = plan.Lessons.Where(other => other.ModuleNumber == module.Number).ToList();
        foreach (var slide in ofModule[0].Id == lesson.Id ? modules.Opening(module) : [])
            yield return slide;
        var own = slides.TryGetValue(lesson.Id, out var made) && made.Count > 0 ? LessonSlides.Of(lesson, SlideMinutes.Assign(made, plan.MinutesOf(lesson)), plan) : [LessonSlides.Missing(lesson, plan)];
        foreach (var slide in own)
            yield return slide;
        if (ofModule[^1].Id != lesson.Id)
            yield break;
        foreach (var slide in modules.Closing(module, slides))
            yield return slide;
    }

    /// <summary>Titles are unique in the whole batch, so that its parts are what the whole would be.</summary>
    static List<BatchLesson> Fitted(List<BatchLesson> lessons, DeckTemplate template)
    {
        var unique = new Queue<Slide>(CourseTitles.Unique([.. lessons.SelectMany(lesson => lesson.Slides)]));
        return [.. lessons.Select(lesson => lesson with { Slides = [.. lesson.Slides.Select(_ => unique.Dequeue()).ToList().SelectMany(slide => SlideFitter.Fit(slide, template))] })];
    }

    BatchDeck Numbered()
    {
        var number = 0;
        return new([.. Lessons.Select(lesson => lesson with { Slides = [.. lesson.Slides.Select(slide => slide with { SlideNumber = ++number })] })]);
    }
}
