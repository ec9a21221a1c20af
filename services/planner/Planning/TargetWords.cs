using CourseGen.Contracts.Documents;
using CourseGen.Planner.Outlines;

namespace CourseGen.Planner.Planning;

/// <summary>
/// How long a lesson should be: minutes × 45 × Bloom multiplier + 80 a topic + 120 a lab, within 1,000 to 5,000 words: the last of
/// the original system's rules, whose lessons came out at about 1,300 words for 20 to 25 minutes.
/// </summary>
static class TargetWords
{
    /// <summary>Title, objectives, summary and references of a lesson.</summary>
    const int FixedSlides = 4;
    const int MostSlides = 15;

    public static int Of(OutlineModule module, OutlineLesson lesson)
    {
        var bloom = (double)BloomLevels.MultiplierOf(lesson.BloomLevel ?? module.BloomLevel);
        var words = (module.MinutesOf(lesson) * 45 * bloom) + (80 * lesson.Topics.Count) + (120 * lesson.Labs.Count);
        return Math.Clamp((int)Math.Round(words / 10.0) * 10, 1000, 5000);
    }

    /// <summary>
    /// As asked for, else one slide for about three minutes, 6 to 15; in a short course no more than the original's budget of 4 (up to
    /// 8 hours), 5 (16) or 6 (40) beside title, objectives, summary and references.
    /// </summary>
    public static int Slides(Outline outline, OutlineModule module, OutlineLesson lesson, int? asked) =>
        asked ?? Math.Min(Math.Clamp(module.MinutesOf(lesson) / 3, 6, MostSlides), Budget(CourseMinutes(outline)));

    static int Budget(int minutes) => (minutes / 60.0) switch
    {
        <= 8 => FixedSlides + 4,
        <= 16 => FixedSlides + 5,
        <= 40 => FixedSlides + 6,
        _ => MostSlides,
    };

    static int CourseMinutes(Outline outline) => outline.TotalDurationMinutes ?? outline.LessonsInOrder().Sum(place => place.Module.MinutesOf(place.Lesson));
}
