using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Models.Simulated;

namespace CourseGen.BookBuilder.Books;

/// <summary>Assembles the lab guide, a book of the labs: what they need, then the labs by module.</summary>
static class LabGuideAssembly
{
    static readonly LabMasterPlan NoPlan = new([], [], [], [], []);

    public static Book Assemble(BookSources sources)
    {
        var plan = sources.Plan;
        var words = CourseWords.In(plan.Language);
        var modules = BookAssembly.ModulesOf(plan).Select(module => Chapter(module, sources, words)).Where(module => module.Labs.Count > 0).ToList();
        return new Book(
            BookAssembly.MetadataOf(plan, $"{plan.Outline.Title}: {words.LabGuide}", Introduction(sources, words), modules, plan.IsSimulated(WorkKind.Lab)),
            modules,
            [.. BookAssembly.SpecialSections(plan.Outline, plan.Language, glossary: [])]);
    }

    static string Introduction(BookSources sources, CourseWords words)
    {
        if (sources.LabPlan is not { } labPlan)
            return "";
        var tables = new LabTables(sources.Plan, labPlan);
        return MarkdownSections.Join([MarkdownSections.Bulleted(words.Objectives, labPlan.OverallObjectives), tables.Hardware, tables.Software, tables.Considerations]);
    }

    static BookModule Chapter(OutlineModule module, BookSources sources, CourseWords words)
    {
        var content = new LessonContent(sources, words, module.Number);
        var labs = sources.Plan.Labs.Where(lab => lab.ModuleNumber == module.Number).OrderBy(lab => lab.Id, StringComparer.Ordinal).ToList();
        return new BookModule(
            module.Number, module.Title, new LabTables(sources.Plan, sources.LabPlan ?? NoPlan).Labs(labs, link: true),
            [], [.. labs.Select(lab => Chapters.Lab(lab, sources, content))], "", "");
    }
}
