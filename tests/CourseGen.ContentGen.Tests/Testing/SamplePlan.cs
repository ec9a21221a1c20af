using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.ContentGen.Tests.Testing;

/// <summary>The plan of a small course.</summary>
static class SamplePlan
{
    /// <param name="labs">Of the module.</param>
    public static CoursePlan Of(int lessons = 3, int labs = 1)
    {
        var module = new OutlineModule(1, "Reading the table", null, 90, "Apply",
            [.. Enumerable.Range(1, lessons).Select(number => new OutlineLesson($"01-{number:00}", number, $"Lesson {number}", 30, null,
                [new("Chart datum", null, null), new("Neaps and springs", null, null)], []))],
            [.. Enumerable.Range(1, labs).Select(number => new OutlineLab($"01-00-{number:00}", $"Lab {number}", 30, null, [], null))], ["https://example.org/iho"]);
        return new CoursePlan
        {
            Revision = 1,
            ProjectFolder = "course",
            Slug = "tides",
            Language = "en",
            ContentType = ContentType.Both,
            OutlineSha256 = "",
            Shape = "",
            Settings = new CourseSettings { LessonRequirements = "Be brief.", LabRequirements = "No network." },
            SelectedModules = [1],
            Models = new Dictionary<WorkKind, ModelRef> { [WorkKind.Lesson] = new("test", "model") },
            Prompts = PromptVersions.Current,
            Bases = new Dictionary<WorkKind, string>(),
            Lessons = [.. module.Lessons.Select(lesson => new PlannedLesson(lesson.Id, lesson.Number, 1, lesson.Number, lesson.Title, ArtifactKeys.Lesson(1, lesson.Number, lesson.Title), 1000, 8, 1, ""))],
            Labs = [.. module.Labs.Select(lab => new PlannedLab(lab.Id, 1, 0, lab.Title, ArtifactKeys.Lab(lab.Id, lab.Title), ""))],
            LessonBatches = [],
            DeckBatches = [],
            ExpectedCalls = new ExpectedCalls(lessons, lessons, 0, lessons, 1, labs),
            Outline = new Outline { Title = "Tides", Language = "en", Level = "beginner", Audience = ["Skippers"], Modules = [module] },
        };
    }
}
