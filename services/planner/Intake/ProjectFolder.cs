using System.Text.RegularExpressions;

namespace CourseGen.Planner.Intake;

/// <summary>What a project folder may be called: one to three segments of letters, digits, dots, underscores and hyphens, 120 characters in all.
/// One that differs from another course's in case alone is refused (<see cref="CourseSpellings"/>).</summary>
public static partial class ProjectFolder
{
    public const string Rule =
        "expected one to three segments of letters, digits, '.', '_' and '-', each beginning with a letter or digit, at most 80 characters a segment and 120 in all, no '..'";

    public static bool IsValid(string? folder) =>
        folder is { Length: > 0 and <= 120 } && !folder.Contains("..", StringComparison.Ordinal) && Shape().IsMatch(folder);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}(/[A-Za-z0-9][A-Za-z0-9._-]{0,79}){0,2}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
