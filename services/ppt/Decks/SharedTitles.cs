using System.Text.RegularExpressions;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.Ppt.Decks;

/// <summary>
/// Titles that slides of several lessons have, known from the plan alone, because the batches of a deck are built apart: fixed words such as
/// Summary, and topics that the outline names in more than one lesson.
/// </summary>
sealed partial class SharedTitles
{
    /// <summary>Characters from which on a title may be the beginning of a longer topic.</summary>
    const int Clipped = 40;

    readonly HashSet<string> _titles;

    SharedTitles(IEnumerable<string> titles) => _titles = new HashSet<string>(titles, StringComparer.OrdinalIgnoreCase);

    internal static SharedTitles Of(CoursePlan plan)
    {
        var words = CourseWords.In(plan.Language);
        var topics = plan.Outline.Modules.SelectMany(module => module.Lessons)
            .SelectMany(lesson => lesson.Topics.Select(topic => topic.Title).Distinct(StringComparer.OrdinalIgnoreCase))
            .GroupBy(title => title, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key);
        return new SharedTitles([words.LearningObjectives, words.Objectives, words.Introduction, words.Summary, words.KeyTakeaways, words.References, words.WhatsNext, .. topics]);
    }

    internal bool Contains(string title)
    {
        var plain = Count().Replace(title, "");
        return _titles.Contains(plain) || (plain.Length >= Clipped && _titles.Any(topic => topic.StartsWith(plain, StringComparison.OrdinalIgnoreCase)));
    }

    [GeneratedRegex(@" (\(\d+/\d+\)|· \d+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Count();
}
