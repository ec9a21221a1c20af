using CourseGen.Contracts;

namespace CourseGen.Planner.Intake;

/// <summary>
/// The original had no repair command: fields of a start asked for it. A named lesson or lab was made anew whatever was there
/// (so it is forced, with the start's requirements); pictures were made where they were missing.
/// </summary>
static class OriginalRepair
{
    /// <returns>Null for a start that is one.</returns>
    public static RepairScope? Read(CommandFields fields, CourseSettings settings)
    {
        IReadOnlyList<string> lessons = fields.Text("lesson_to_generate", 40) is { } lesson ? [lesson] : [];
        var labs = fields.Texts("lab_ids_to_regenerate") ?? [];
        var pictures = fields.Texts("missing_image_ids") ?? [];
        var missing = fields.Flag("repair_mode") ?? false;
        RepairItems.CheckShape(lessons, "lesson_to_generate", fields);
        RepairItems.CheckShape(labs, "lab_ids_to_regenerate", fields);
        RepairItems.CheckShape(pictures, "missing_image_ids", fields);
        IReadOnlyList<string> items = [.. lessons.Concat(labs).Concat(pictures).Distinct(StringComparer.Ordinal)];
        if (items.Count == 0)
            return missing ? new RepairScope([], Requirements: null, Force: false) : null;
        var requirements = lessons.Count > 0 ? settings.LessonRequirements : labs.Count > 0 ? settings.LabRequirements : null;
        return new RepairScope(items, requirements, Force: lessons.Count + labs.Count > 0);
    }
}
