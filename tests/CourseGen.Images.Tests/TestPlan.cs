using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.Images.Tests;

static class TestPlan
{
    public static CoursePlan InSpanish(string folder) => new()
    {
        Revision = 1,
        ProjectFolder = folder,
        Slug = "mareas",
        Language = "es",
        ContentType = ContentType.Theory,
        OutlineSha256 = "",
        Shape = "",
        Settings = new CourseSettings(),
        SelectedModules = [1],
        Models = new Dictionary<WorkKind, ModelRef>(),
        Prompts = new Dictionary<WorkKind, string>(),
        Bases = new Dictionary<WorkKind, string>(),
        Lessons = [],
        Labs = [],
        LessonBatches = [],
        DeckBatches = [],
        ExpectedCalls = new ExpectedCalls(0, 0, 0, 0, 0, 0),
        Outline = new Outline { Title = "Mareas", Modules = [] },
    };
}
