using CourseGen.Documents;
using CourseGen.Models;

namespace CourseGen.ContentGen.Labs;

/// <summary>The form that a lab's Markdown must have.</summary>
/// <param name="Title">The H1, without its mark: <c>Lab MM-LL-NN: Title</c>.</param>
sealed record LabForm(string Title, CourseWords Words)
{
    public static LabForm Of(Brief brief)
    {
        var words = CourseWords.In(brief.Language);
        return new LabForm($"{words.Lab} {brief.Item}: {brief.LabPlan!.LabTitle}", words);
    }

    public IReadOnlyList<string> Sections =>
    [
        Words.Overview, Words.Objectives, Words.Prerequisites, Words.Environment, Words.Steps,
        Words.Validation, Words.Troubleshooting, Words.Cleanup, Words.Summary,
    ];
}
