using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.BookBuilder.Books;

/// <summary>The lab plan's lists and tables, as the lab guide and the setup guide show them.</summary>
sealed class LabTables(CoursePlan plan, LabMasterPlan labPlan)
{
    static readonly string[] NoVersion = ["", "-", "n/a", "tbd", "unknown"];

    readonly CourseWords _words = CourseWords.In(plan.Language);
    readonly BookWords _bookWords = BookWords.In(plan.Language);

    public string Hardware => $"## {_words.Hardware}\n\n"
        + (labPlan.HardwareRequirements.Count == 0 ? _bookWords.NoneNamed : MarkdownText.Bullets(labPlan.HardwareRequirements));

    public string Software => $"## {_words.Software}\n\n" + (labPlan.SoftwareRequirements.Count == 0 ? _bookWords.NoneNamed : MarkdownText.Table(
        [_bookWords.Name, _bookWords.Version, _bookWords.Purpose, _bookWords.Installation],
        labPlan.SoftwareRequirements.Select(software => new[]
        {
            MarkdownText.Escape(software.Name), MarkdownText.Escape(VersionOf(software)), MarkdownText.Escape(software.Purpose),
            MarkdownText.Escape(software.InstallationNotes ?? ""),
        })));

    public string Considerations => MarkdownSections.Bulleted(_bookWords.Considerations, labPlan.SpecialConsiderations);

    /// <param name="link">Whether the document holds the labs themselves.</param>
    public string Labs(IReadOnlyList<PlannedLab> labs, bool link)
    {
        var rows = labs.Select(lab => new[] { Name(lab, link), MinutesText(MinutesOf(lab)), ComplexityOf(lab), Technologies(lab) });
        var total = new[] { $"**{_bookWords.Total}**", $"**{MinutesText(labs.Sum(MinutesOf))}**", "", "" };
        return MarkdownText.Table([_words.Lab, _words.Duration, _words.Complexity, _bookWords.Technologies], labs.Count > 1 ? [.. rows, total] : rows);
    }

    /// <summary>As planned, else as the outline says.</summary>
    int MinutesOf(PlannedLab lab) => Entry(lab) is { EstimatedDuration: > 0 } entry
        ? entry.EstimatedDuration
        : plan.Outline.Modules.SelectMany(module => module.Labs.Concat(module.Lessons.SelectMany(lesson => lesson.Labs)))
            .FirstOrDefault(outlined => outlined.Id == lab.Id)?.DurationMinutes ?? 0;

    LabPlan? Entry(PlannedLab lab) => labPlan.LabPlans.FirstOrDefault(entry => entry.LabId == lab.Id);

    string MinutesText(int minutes) => minutes > 0 ? $"{minutes} {_words.Minutes}" : "";

    string Technologies(PlannedLab lab) => MarkdownText.Escape(string.Join(", ", Entry(lab)?.KeyTechnologies ?? []));

    string ComplexityOf(PlannedLab lab) => Entry(lab)?.Complexity switch
    {
        "easy" => _bookWords.Easy,
        "medium" => _bookWords.Medium,
        "hard" => _bookWords.Hard,
        var other => MarkdownText.Escape(other ?? ""),
    };

    string VersionOf(SoftwareRequirement software) =>
        NoVersion.Contains(software.Version.Trim().ToLowerInvariant()) ? _bookWords.VersionToValidate : software.Version;

    static string Name(PlannedLab lab, bool link) =>
        link ? $"[{lab.Id} {MarkdownText.Escape(lab.Title)}](#{Anchors.Lab(lab.Id)})" : $"{lab.Id} {MarkdownText.Escape(lab.Title)}";
}
