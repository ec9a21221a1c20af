using System.Text.Json.Serialization;

namespace CourseGen.Contracts.Documents;

/// <summary><c>book/{slug}_data.json</c>: the book as data, in the original's shape.</summary>
public sealed record Book(BookMetadata Metadata, IReadOnlyList<BookModule> Modules, IReadOnlyList<BookSection> SpecialSections);

/// <param name="Simulated">The text is made by the simulated model.</param>
public sealed record BookMetadata(
    string Title, string? Author, string? Organization, string Language, int TotalModules, int TotalLessons, int TotalWords,
    string CourseIntroduction, string ProjectFolder, bool Simulated, IReadOnlyList<GlossaryEntry> CourseGlossary);

public sealed record GlossaryEntry(string Term, string Definition);

public sealed record BookModule(int ModuleNumber, string ModuleTitle, IReadOnlyList<BookLesson> Lessons, IReadOnlyList<BookLab> Labs);

/// <param name="Content">Markdown with pictures linked; empty for a gap.</param>
/// <param name="Missing">The lesson is a gap.</param>
public sealed record BookLesson(
    int ModuleNumber, int LessonNumber, string Title, string Filename, string Content, int WordCount, IReadOnlyList<string> RefUrls,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Missing = false);

public sealed record BookLab(
    string LabId, string Title, string Content, int WordCount, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Missing = false);

/// <param name="SectionType">For example <c>glossary</c>, <c>legal</c>.</param>
public sealed record BookSection(string SectionType, string Title, string Content);
