namespace CourseGen.Contracts.Documents;

/// <summary><c>labguide/lab-master-plan.json</c>.</summary>
public sealed record LabMasterPlan(
    IReadOnlyList<string> OverallObjectives, IReadOnlyList<string> HardwareRequirements, IReadOnlyList<SoftwareRequirement> SoftwareRequirements,
    IReadOnlyList<LabPlan> LabPlans, IReadOnlyList<string> SpecialConsiderations)
{
    public int TotalLabs => LabPlans.Count;
}

public sealed record SoftwareRequirement(string Name, string Version, string Purpose, string? InstallationNotes);

/// <param name="LabId"><c>MM-LL-NN</c>.</param>
/// <param name="EstimatedDuration">Minutes.</param>
/// <param name="Complexity"><c>easy</c>, <c>medium</c>, <c>hard</c>.</param>
public sealed record LabPlan(
    string LabId, string LabTitle, IReadOnlyList<string> Objectives, string Scope, int EstimatedDuration, string? BloomLevel,
    IReadOnlyList<string> Prerequisites, IReadOnlyList<string> KeyTechnologies, IReadOnlyList<string> ExpectedOutcomes, string Complexity, int ModuleNumber);
