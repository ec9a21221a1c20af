using CourseGen.Contracts;

namespace CourseGen.Models;

static class WorkKindWords
{
    /// <summary>For people: <c>lab plan</c>.</summary>
    public static string InWords(this WorkKind kind) =>
        string.Concat(kind.ToString().Select((c, n) => n > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
