using CourseGen.Documents;

namespace CourseGen.BookBuilder.Books;

/// <summary>What a chapter repeats of its lessons, found by the headings that every lesson has.</summary>
static class LessonParts
{
    /// <summary>The lists below a heading, as they are written; empty when there is none.</summary>
    public static string ListsBelow(LessonDocument lesson, string heading) => string.Join("\n", lesson.Sections
        .Where(section => section.Heading.Equals(heading, StringComparison.OrdinalIgnoreCase))
        .SelectMany(section => section.Blocks.OfType<ListBlock>())
        .Select(list => MarkdownSource.Inert(list.Source.TrimEnd())));
}
