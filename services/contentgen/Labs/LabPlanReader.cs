using CourseGen.ContentGen.Answers;
using CourseGen.Contracts.Documents;

namespace CourseGen.ContentGen.Labs;

/// <summary>
/// Reads the model's plan of some labs. The outline's ids, titles and minutes stand whatever the model says of them; a lab
/// that it left out or left empty is derived from the outline when it is not sent back again.
/// </summary>
static class LabPlanReader
{
    static readonly string[] Complexities = ["easy", "medium", "hard"];

    /// <param name="labs">The outline's labs that were asked for, with their modules' numbers.</param>
    public static Reading<LabMasterPlan> Read(string answer, IReadOnlyList<(int Module, OutlineLab Lab)> labs)
    {
        if (AnswerJson.Read<AnsweredLabPlan>(answer, out var unreadable) is not { } answered)
            return new Reading<LabMasterPlan>(Derived(labs), [unreadable]);
        var byId = (answered.LabPlans ?? []).OfType<AnsweredLab>().Where(entry => entry.LabId is not null).ToLookup(entry => entry.LabId!.Trim());
        var faults = new List<string>();
        if (Texts(answered.OverallObjectives).Count == 0)
            faults.Add("overall_objectives is empty");
        var plans = labs.Select(lab => PlanOf(lab.Lab, lab.Module, byId[lab.Lab.Id].FirstOrDefault(), faults)).ToList();
        return new Reading<LabMasterPlan>(
            new LabMasterPlan(
                Texts(answered.OverallObjectives), Texts(answered.HardwareRequirements), SoftwareOf(answered), plans, Texts(answered.SpecialConsiderations)),
            faults);
    }

    static LabMasterPlan Derived(IReadOnlyList<(int Module, OutlineLab Lab)> labs) =>
        new([], [], [], [.. labs.Select(lab => DerivedLabPlan.Of(lab.Lab, lab.Module))], []);

    static LabPlan PlanOf(OutlineLab lab, int module, AnsweredLab? entry, List<string> faults)
    {
        var derived = DerivedLabPlan.Of(lab, module);
        if (entry is null)
        {
            faults.Add($"lab {lab.Id} is missing");
            return derived;
        }
        var (objectives, outcomes) = (Texts(entry.Objectives), Texts(entry.ExpectedOutcomes));
        if (objectives.Count == 0)
            faults.Add($"lab {lab.Id}: objectives is empty");
        if (string.IsNullOrWhiteSpace(entry.Scope))
            faults.Add($"lab {lab.Id}: scope is empty");
        if (outcomes.Count == 0)
            faults.Add($"lab {lab.Id}: expected_outcomes is empty");
        return derived with
        {
            Objectives = objectives.Count > 0 ? objectives : derived.Objectives,
            Scope = string.IsNullOrWhiteSpace(entry.Scope) ? derived.Scope : entry.Scope.Trim(),
            BloomLevel = lab.BloomLevel ?? entry.BloomLevel?.Trim(),
            Prerequisites = Texts(entry.Prerequisites),
            KeyTechnologies = Texts(entry.KeyTechnologies),
            ExpectedOutcomes = outcomes,
            Complexity = Complexities.FirstOrDefault(known => known.Equals(entry.Complexity?.Trim(), StringComparison.OrdinalIgnoreCase)) ?? derived.Complexity,
        };
    }

    static List<SoftwareRequirement> SoftwareOf(AnsweredLabPlan answered) =>
        [.. (answered.SoftwareRequirements ?? []).OfType<AnsweredSoftware>().Where(software => !string.IsNullOrWhiteSpace(software.Name))
            .Select(software => new SoftwareRequirement(
                software.Name!.Trim(), software.Version?.Trim() ?? "", software.Purpose?.Trim() ?? "", software.InstallationNotes?.Trim()))];

    static List<string> Texts(IReadOnlyList<string?>? texts) =>
        [.. (texts ?? []).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!.Trim())];
}
