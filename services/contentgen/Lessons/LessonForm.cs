using CourseGen.Documents;
using CourseGen.Models;

namespace CourseGen.ContentGen.Lessons;

/// <summary>The form that a lesson's Markdown must have.</summary>
/// <param name="Id"><c>MM-LL</c>, which its visual ids begin with.</param>
/// <param name="Title">The H1, without its mark: <c>M.L: Title</c>.</param>
/// <param name="Topics">One H2 each; a lesson without topics has its title as its one topic.</param>
sealed record LessonForm(string Id, string Title, IReadOnlyList<string> Topics, CourseWords Words)
{
    public static LessonForm Of(Brief brief) => new(
        brief.Item, $"{brief.ModuleNumber}.{brief.LessonNumber}: {brief.LessonTitle}", brief.Topics, CourseWords.In(brief.Language));

    public IReadOnlyList<string> Sections => [Words.LearningObjectives, Words.Introduction, .. Topics, Words.Summary, Words.References];

    public IReadOnlyList<string> TopicSections => [Words.Concept, Words.InDetail, Words.InPractice];

    public IReadOnlyList<string> SummarySections => [Words.KeyTakeaways, Words.WhatsNext];
}
