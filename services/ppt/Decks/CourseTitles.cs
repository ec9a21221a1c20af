using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.Decks;

/// <summary>
/// Titles that are unique in a batch, and in a whole course, whose batches are built apart and know nothing of each other: of equal ones a later lesson's gets
/// the number of its lesson, or is counted. They follow from the slides in their order alone.
/// </summary>
static class CourseTitles
{
    /// <param name="slides">Of the batch or the course, in order. Those of no lesson keep their titles.</param>
    internal static IReadOnlyList<Slide> Unique(IReadOnlyList<Slide> slides)
    {
        var titles = new HashSet<string>(slides.Where(slide => slide.LessonNumber == 0).Select(slide => slide.Title), StringComparer.OrdinalIgnoreCase);
        return [.. slides.Select(slide => slide.LessonNumber == 0 || titles.Add(slide.Title) ? slide : slide with { Title = Qualified(slide, titles) })];
    }

    static string Qualified(Slide slide, HashSet<string> titles)
    {
        var own = $"{slide.Title} · {slide.ModuleNumber}.{slide.LessonNumber}";
        var title = own;
        for (var copy = 2; !titles.Add(title); copy++)
            title = $"{own} · {copy}";
        return title;
    }
}
