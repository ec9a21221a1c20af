using CourseGen.Contracts.Documents;

namespace CourseGen.Models.Simulated;

/// <summary>The plan of the labs that a brief names.</summary>
static class SimulatedLabPlan
{
    public static object Plan(Brief brief)
    {
        var voice = new Voice(brief, markdown: false);
        return new
        {
            OverallObjectives = voice.Say("overall", 3),
            HardwareRequirements = voice.Say("hardware", 2),
            SoftwareRequirements = new[]
            {
                new SoftwareRequirement("Bash", "5.1", voice.Say("purpose"), voice.Say("install")),
                new SoftwareRequirement("Python", "3.8", voice.Say("purpose"), voice.Say("install")),
            },
            LabPlans = brief.Labs.Select(lab => Entry(voice, brief, lab)).ToList(),
            SpecialConsiderations = voice.Say("consider", 1),
        };
    }

    static object Entry(Voice voice, Brief brief, OutlineLab lab)
    {
        voice.About(lab.Title);
        return new
        {
            LabId = lab.Id,
            LabTitle = lab.Title,
            Objectives = lab.Objectives.Count > 0 ? lab.Objectives : voice.Say("objective", 3),
            Scope = voice.Say("scope"),
            EstimatedDuration = lab.DurationMinutes,
            BloomLevel = lab.BloomLevel ?? brief.BloomLevel,
            Prerequisites = voice.Say("know", 2),
            KeyTechnologies = new[] { "Bash", "awk", "Python" },
            ExpectedOutcomes = voice.Say("outcome", 3),
            Complexity = lab.DurationMinutes switch { <= 30 => "easy", <= 60 => "medium", _ => "hard" },
        };
    }
}
