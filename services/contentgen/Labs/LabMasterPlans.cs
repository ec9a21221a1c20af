using CourseGen.Contracts.Documents;

namespace CourseGen.ContentGen.Labs;

/// <summary>The course's lab plan from the plans of its parts: hardware and software by exact name, the first mention standing.</summary>
static class LabMasterPlans
{
    public static LabMasterPlan Merge(IReadOnlyList<LabMasterPlan> parts) => new(
        [.. parts.SelectMany(part => part.OverallObjectives).Distinct()],
        [.. parts.SelectMany(part => part.HardwareRequirements).Distinct()],
        [.. parts.SelectMany(part => part.SoftwareRequirements).DistinctBy(software => software.Name)],
        [.. parts.SelectMany(part => part.LabPlans)],
        [.. parts.SelectMany(part => part.SpecialConsiderations).Distinct()]);
}
