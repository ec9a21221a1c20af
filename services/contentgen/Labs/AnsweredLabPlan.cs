namespace CourseGen.ContentGen.Labs;

/// <summary>The model's answer as it is asked for; any part may be missing or wrong.</summary>
sealed record AnsweredLabPlan(
    IReadOnlyList<string?>? OverallObjectives, IReadOnlyList<string?>? HardwareRequirements, IReadOnlyList<AnsweredSoftware?>? SoftwareRequirements,
    IReadOnlyList<AnsweredLab?>? LabPlans, IReadOnlyList<string?>? SpecialConsiderations);

sealed record AnsweredSoftware(string? Name, string? Version, string? Purpose, string? InstallationNotes);

sealed record AnsweredLab(
    string? LabId, IReadOnlyList<string?>? Objectives, string? Scope, string? BloomLevel, IReadOnlyList<string?>? Prerequisites,
    IReadOnlyList<string?>? KeyTechnologies, IReadOnlyList<string?>? ExpectedOutcomes, string? Complexity);
