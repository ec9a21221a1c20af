using System.Text.Json.Serialization;

namespace CourseGen.Contracts.Documents;

/// <summary><c>book/{slug}_data.json</c>: the book as data, in the original's shape.</summary>
public sealed record Book(BookMetadata Metadata, IReadOnlyList<BookModule> Modules, IReadOnlyList<BookSection> SpecialSections);

/// <param name="Simulated">The text is made by the simulated model.</param>
public sealed record BookMetadata(
    string Title, string? Author, string? Organization, string Language, int TotalModules, int TotalLessons, int TotalWords,
    string CourseIntroduction, string ProjectFolder, bool Simulated, IReadOnlyList<GlossaryEntry> CourseGlossary);

public sealed record GlossaryEntry(string Term, string Definition);

/// <summary>A chapter. Its texts are Markdown without their own heading; headings in them start at level 2.</summary>
/// <param name="Introduction">What the module is about, and its lessons' objectives.</param>
/// <param name="Summary">The lessons' key takeaways; empty when they have none.</param>
/// <param name="References">A list of links: the outline's, then the lessons'; empty when there are none.</param>
public sealed record BookModule(
    int ModuleNumber, string ModuleTitle, string Introduction, IReadOnlyList<BookLesson> Lessons, IReadOnlyList<BookLab> Labs, string Summary, string References);

/// <param name="Content">Markdown without the H1, headings from level 2, pictures linked relatively to <c>book/</c>; empty for a gap.</param>
/// <param name="Missing">The lesson is a gap.</param>
public sealed record BookLesson(
    int ModuleNumber, int LessonNumber, string Title, string Filename, string Content, int WordCount, IReadOnlyList<string> RefUrls,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Missing = false);

public sealed record BookLab(
    string LabId, string Title, string Content, int WordCount, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Missing = false);

/// <param name="SectionType">For example <c>glossary</c>, <c>legal</c>.</param>
public sealed record BookSection(string SectionType, string Title, string Content);
