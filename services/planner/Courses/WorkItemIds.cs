using System.Text.RegularExpressions;

namespace CourseGen.Planner.Courses;

/// <summary>Ids of the items that are not lessons, pictures or labs.</summary>
static partial class WorkItemIds
{
    public const string Plan = "plan";
    public const string LabPlan = "labs";
    public const string Infographic = "infographic";
    public const string Book = "book";
    public const string LabGuide = "lab-guide";
    public const string Deck = "deck";
    public const string Manifest = "manifest";

    /// <param name="number">From 1.</param>
    public static string DeckBatch(int number) => $"batch-{number}";

    /// <summary>An id that a repair may name: a lesson's, lab's or picture's.</summary>
    public static bool IsRepairable(string id) => Shape().IsMatch(id);

    public static bool IsLesson(string id) => id.Length == 5 && IsRepairable(id);

    [GeneratedRegex(@"^\d{2}-\d{2}(-\d{2}|-\d{4})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
