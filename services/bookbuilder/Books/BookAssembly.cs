using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Models.Simulated;

namespace CourseGen.BookBuilder.Books;

/// <summary>Assembles the book from what was made. It writes no text of its own but the fixed words.</summary>
static class BookAssembly
{
    public const string LegalSection = "legal";
    public const string GlossarySection = "glossary";

    public static Book Assemble(BookSources sources)
    {
        var (plan, outline) = (sources.Plan, sources.Plan.Outline);
        var words = CourseWords.In(plan.Language);
        var chapters = new Chapters(sources, words);
        var modules = ModulesOf(plan).Select(chapters.Of).ToList();
        var glossary = Glossary.Of(plan.Lessons.OrderBy(lesson => lesson.Number)
            .Where(lesson => sources.Lessons.ContainsKey(lesson.Id)).Select(lesson => LessonReader.Read(sources.Lessons[lesson.Id])), outline);
        return new Book(
            MetadataOf(plan, outline.Title, Introduction(outline, plan.Language), modules, plan.IsSimulated()) with { CourseGlossary = glossary },
            modules,
            [.. SpecialSections(outline, plan.Language, glossary)]);
    }

    public static IEnumerable<OutlineModule> ModulesOf(CoursePlan plan) =>
        plan.Outline.Modules.Where(module => plan.SelectedModules.Contains(module.Number)).OrderBy(module => module.Number);

    public static BookMetadata MetadataOf(CoursePlan plan, string title, string introduction, IReadOnlyList<BookModule> modules, bool simulated) => new(
        title, plan.Outline.Author, plan.Outline.Organization, plan.Language, modules.Count, modules.Sum(module => module.Lessons.Count),
        modules.Sum(module => module.Lessons.Sum(lesson => lesson.WordCount) + module.Labs.Sum(lab => lab.WordCount)),
        introduction, plan.ProjectFolder, simulated, []);

    public static IEnumerable<BookSection> SpecialSections(Outline outline, string language, IReadOnlyList<GlossaryEntry> glossary)
    {
        if (!string.IsNullOrWhiteSpace(outline.Legal))
            yield return new BookSection(LegalSection, BookWords.In(language).LegalNotice, MarkdownText.Paragraphs(outline.Legal));
        if (glossary.Count > 0)
            yield return new BookSection(GlossarySection, CourseWords.In(language).Glossary,
                string.Join("\n", glossary.Select(entry => $"- **{MarkdownText.Escape(entry.Term)}**: {MarkdownText.Escape(entry.Definition)}")));
    }

    static string Introduction(Outline outline, string language)
    {
        var words = CourseWords.In(language);
        var parts = new (string Heading, IReadOnlyList<string> Items)[]
        {
            (BookWords.In(language).LearningOutcomes, outline.LearningOutcomes),
            (words.Audience, outline.Audience),
            (words.Prerequisites, outline.Prerequisites),
        };
        return MarkdownSections.Join([MarkdownText.Paragraphs(outline.Description), .. parts.Select(part => MarkdownSections.Bulleted(part.Heading, part.Items))]);
    }
}
