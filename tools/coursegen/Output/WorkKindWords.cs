using CourseGen.Contracts;

namespace CourseGen.Cli.Output;

static class WorkKindWords
{
    /// <summary>For people: <c>lab plan</c>.</summary>
    public static string InWords(this WorkKind kind) =>
        string.Concat(kind.ToString().Select((letter, place) => place > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
