using CourseGen.Contracts.Documents;

namespace CourseGen.ContentGen.Labs;

/// <summary>A lab's plan from the outline alone, where the model gave none that can be used.</summary>
static class DerivedLabPlan
{
    public static LabPlan Of(OutlineLab lab, int moduleNumber) => new(
        lab.Id, lab.Title, lab.Objectives.Count > 0 ? lab.Objectives : [lab.Title], lab.Description ?? lab.Title, lab.DurationMinutes, lab.BloomLevel,
        [], [], [], ComplexityOf(lab.DurationMinutes), moduleNumber);

    /// <summary>The original's bands: up to 30 minutes is a beginner's lab, over 60 an advanced one.</summary>
    static string ComplexityOf(int minutes) => minutes switch
    {
        <= 30 => "easy",
        <= 60 => "medium",
        _ => "hard",
    };
}
