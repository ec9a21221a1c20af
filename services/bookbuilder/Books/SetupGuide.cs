using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Models.Simulated;

namespace CourseGen.BookBuilder.Books;

/// <summary>What to have ready before the labs: the lab plan's own entries, and a visible marker where it names no version.</summary>
static class SetupGuide
{
    public static string Write(CoursePlan plan, LabMasterPlan labPlan)
    {
        var words = CourseWords.In(plan.Language);
        var tables = new LabTables(plan, labPlan);
        return MarkdownSections.Join(
        [
            $"# {MarkdownText.Escape(plan.Outline.Title)}: {words.SetupGuide}",
            plan.IsSimulated(WorkKind.LabPlan) ? $"> {words.SimulatedNotice}" : "",
            tables.Hardware,
            tables.Software,
            plan.Labs.Count == 0 ? "" : $"## {words.Labs}\n\n{tables.Labs([.. plan.Labs.OrderBy(lab => lab.Id, StringComparer.Ordinal)], link: false)}",
            tables.Considerations,
        ]) + "\n";
    }
}
