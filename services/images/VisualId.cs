using System.Text.RegularExpressions;
using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.Images;

/// <summary>A visual's id, <c>MM-LL-NNNN</c>; it becomes a part of file names, so it is checked first.</summary>
static partial class VisualId
{
    const int LessonLength = 5;

    /// <returns>The id.</returns>
    /// <exception cref="WorkException">It is no such id.</exception>
    public static string Checked(string id) => Form().IsMatch(id)
        ? id
        : throw new WorkException(FailureKind.BadContent, $"'{id}' is not a visual's id.", "An id is MM-LL-NNNN, for example 01-02-0003.");

    /// <summary>The lesson it belongs to, <c>MM-LL</c>; of anything else, what stands in its place.</summary>
    public static string LessonOf(string id) => id[..Math.Min(LessonLength, id.Length)];

    [GeneratedRegex(@"\A[0-9]{2}-[0-9]{2}-[0-9]{4}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
