using CourseGen.Contracts.Documents;
using CourseGen.Planner.Outlines;

namespace CourseGen.Planner.Planning;

/// <summary>
/// How long a lesson should be: minutes × 45 × Bloom multiplier + 80 a topic + 120 a lab, within 1,000 to 5,000 words: the last of
/// the original system's rules, whose lessons came out at about 1,300 words for 20 to 25 minutes.
/// </summary>
static class TargetWords
{
    const int DefaultMinutes = 20;

    public static int Of(OutlineModule module, OutlineLesson lesson)
    {
        var bloom = (double)BloomLevels.MultiplierOf(lesson.BloomLevel ?? module.BloomLevel);
        var words = (MinutesOf(module, lesson) * 45 * bloom) + (80 * lesson.Topics.Count) + (120 * lesson.Labs.Count);
        return Math.Clamp((int)Math.Round(words / 10.0) * 10, 1000, 5000);
    }

    /// <summary>The lesson's, else its share of the module's, else 20.</summary>
    public static int MinutesOf(OutlineModule module, OutlineLesson lesson) =>
        lesson.DurationMinutes ?? (module.DurationMinutes is { } minutes ? Math.Max(1, minutes / module.Lessons.Count) : DefaultMinutes);

    /// <summary>As asked for, else one slide for about three minutes, 6 to 15.</summary>
    public static int Slides(OutlineModule module, OutlineLesson lesson, int? asked) =>
        asked ?? Math.Clamp(MinutesOf(module, lesson) / 3, 6, 15);
}
