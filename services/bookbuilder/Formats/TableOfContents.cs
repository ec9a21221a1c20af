using CourseGen.BookBuilder.Books;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.BookBuilder.Formats;

/// <summary>A line of the table of contents.</summary>
/// <param name="Number">For example <c>1.2</c>; empty where there is none.</param>
/// <param name="Title">Plain text.</param>
sealed record ContentsEntry(string Anchor, string Number, string Title, IReadOnlyList<ContentsEntry> Below);

/// <summary>A book's table of contents: its parts, its chapters with their lessons and labs.</summary>
static class TableOfContents
{
    public static IReadOnlyList<ContentsEntry> Of(Book book)
    {
        var words = CourseWords.In(book.Metadata.Language);
        return
        [
            .. FrontOf(book).Select(Entry),
            .. book.Metadata.CourseIntroduction.Length > 0 ? [new ContentsEntry(Anchors.Introduction, "", words.Introduction, [])] : Array.Empty<ContentsEntry>(),
            .. book.Modules.Select(module => new ContentsEntry(Anchors.Module(module.ModuleNumber), $"{words.Module} {module.ModuleNumber}", module.ModuleTitle,
            [
                .. module.Lessons.Select(lesson => new ContentsEntry(
                    Anchors.Lesson(lesson.ModuleNumber, lesson.LessonNumber), $"{lesson.ModuleNumber}.{lesson.LessonNumber}", lesson.Title, [])),
                .. module.Labs.Select(lab => new ContentsEntry(Anchors.Lab(lab.LabId), $"{words.Lab} {lab.LabId}", lab.Title, [])),
            ])),
            .. BackOf(book).Select(Entry),
        ];
    }

    /// <summary>What stands before the introduction: a legal notice is to be read first.</summary>
    public static IEnumerable<BookSection> FrontOf(Book book) => book.SpecialSections.Where(section => section.SectionType == BookAssembly.LegalSection);

    public static IEnumerable<BookSection> BackOf(Book book) => book.SpecialSections.Except(FrontOf(book));

    static ContentsEntry Entry(BookSection section) => new(section.SectionType, "", section.Title, []);
}
