using CourseGen.Contracts;

namespace CourseGen.Planner.Planning;

/// <summary>Tokens of a stage's prompt without what is quoted in it, rounded from our own prompts.</summary>
static class PromptTokens
{
    public static int Of(WorkKind kind) => kind switch
    {
        WorkKind.Lesson => 1_300,
        WorkKind.Visuals => 900,
        WorkKind.Slides => 1_500,
        WorkKind.LabPlan => 1_000,
        WorkKind.Lab => 1_400,
        _ => 0,
    };
}
