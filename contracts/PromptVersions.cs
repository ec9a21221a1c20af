namespace CourseGen.Contracts;

/// <summary>
/// The prompt version that a new course pins for each kind that calls a model. A prompt's text never changes under its
/// version; a better prompt is a new version beside the old one, so that pinned courses go on as they began.
/// </summary>
public static class PromptVersions
{
    public static readonly IReadOnlyDictionary<WorkKind, string> Current = new Dictionary<WorkKind, string>
    {
        [WorkKind.Lesson] = "1",
        [WorkKind.Visuals] = "1",
        [WorkKind.Image] = "1",
        [WorkKind.Slides] = "2",
        [WorkKind.LabPlan] = "1",
        [WorkKind.Lab] = "1",
    };
}
