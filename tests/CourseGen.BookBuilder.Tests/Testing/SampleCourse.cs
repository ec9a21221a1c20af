using CourseGen.BookBuilder.Books;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.BookBuilder.Testing;

/// <summary>A small course of two modules, three lessons and two labs, whose parts a test replaces or removes.</summary>
sealed class SampleCourse
{
    public const string FirstLesson = """
        # 1.1: Chart datum

        ## Learning objectives

        - Explain `datum`
        - Calculate a depth

        ## Introduction

        Every figure starts somewhere.

        ## Levels

        ### Concept

        A **datum** is the zero of a chart. It lies low.

        [VISUAL: 01-01-0001 - Ladder of levels]

        ### In practice

        ```python
        # not a heading
        print("[VISUAL: 01-01-0009 - not a tag]", 1 < 2)
        ```

        ## Summary

        ### Key takeaways

        - One zero for all

        ## References

        - [Datums](https://example.org/datums)

        """;

    public static string Lesson(string number, string title, string visual) =>
        $"# {number}: {title}\n\n## Learning objectives\n\n- Read it\n\n## Topic\n\nText of {title}.\n\n[VISUAL: {visual} - Picture of {title}]\n\n"
        + "## Summary\n\n### Key takeaways\n\n- Keep it\n\n## References\n\n- [Tides](https://example.org/tides)\n";

    public string Language { get; set; } = "en";
    public string Provider { get; set; } = "recorded";
    public CourseSettings Settings { get; set; } = new();
    public string FirstTitle { get; set; } = "Chart datum";
    public Outline Outline { get; set; } = new()
    {
        Title = "Tides & Harbours",
        Description = "How to read a tide table.",
        Audience = ["Skippers"],
        Prerequisites = ["Sums"],
        LearningOutcomes = ["Read a table"],
        Author = "A. Author",
        Organization = "Harbour School",
        Legal = "Not for navigation.",
        Modules =
        [
            new OutlineModule(1, "Reading", "From datum to tide.", 60, null,
                [OutlineLesson("01-01", 1, "Chart datum", "Levels"), OutlineLesson("01-02", 2, "Springs", "Topic")], [], ["Bowditch: https://example.org/bowditch"]),
            new OutlineModule(2, "Planning", null, 60, null, [OutlineLesson("02-01", 1, "Windows", "Topic")],
                [new OutlineLab("02-00-01", "Plan a window", 40, null, [], null)], []),
        ],
    };
    public Dictionary<string, string> Lessons { get; } = new()
    {
        ["01-01"] = FirstLesson,
        ["01-02"] = Lesson("1.2", "Springs", "01-02-0001"),
        ["02-01"] = Lesson("2.1", "Windows", "02-01-0001"),
    };
    public Dictionary<string, string> Labs { get; } = new()
    {
        ["01-01-01"] = "# Lab 01-01-01: Find a depth\n\n## Steps\n\n### Step 1: Look\n\n- [ ] Look\n",
        ["02-00-01"] = "# Lab 02-00-01: Plan a window\n\n## Steps\n\nPlan.\n",
    };
    public List<string> Pictures { get; } = ["01-01-0001", "01-02-0001", "02-01-0001"];
    public LabMasterPlan? LabPlan { get; set; } = new(
        ["Plan safely"], ["Any computer"], [new("Python", "3.12", "Runs the labs", "Part of Linux"), new("Bash", "", "Types commands", null)],
        [new("01-01-01", "Find a depth", [], "", 30, null, [], ["python"], [], "easy", 1)], ["No network"]);

    public CoursePlan Plan => new()
    {
        Revision = 1,
        ProjectFolder = "tides",
        Slug = "tides-harbours",
        Language = Language,
        ContentType = ContentType.Both,
        OutlineSha256 = "",
        Shape = "",
        Settings = Settings,
        SelectedModules = [1, 2],
        Models = new[] { WorkKind.Lesson, WorkKind.LabPlan, WorkKind.Lab }.ToDictionary(kind => kind, _ => new ModelRef(Provider, "model")),
        Prompts = new Dictionary<WorkKind, string>(),
        Bases = new Dictionary<WorkKind, string>(),
        Lessons = [PlannedLesson(1, 1, 1, FirstTitle), PlannedLesson(2, 1, 2, "Springs"), PlannedLesson(3, 2, 1, "Windows")],
        Labs = [new("02-00-01", 2, 0, "Plan a window", "labguide/lab-02-00-01-plan.md", ""), new("01-01-01", 1, 1, "Find a depth", "labguide/lab-01-01-01-find.md", "")],
        LessonBatches = [],
        DeckBatches = [],
        ExpectedCalls = new ExpectedCalls(0, 0, 0, 0, 0, 0),
        Outline = Outline,
    };

    public BookSources Sources => new(
        Plan, Lessons, Pictures.ToDictionary(id => id, id => VisualOf(id)), Pictures.ToDictionary(id => id, PictureOf), Labs, LabPlan);

    public Book Book => BookAssembly.Assemble(Sources);

    public Book LabGuide => LabGuideAssembly.Assemble(Sources);

    public static Visual VisualOf(string id) =>
        new(id, id[..5], "", VisualType.Diagram, "", $"Alt text of {id}", $"{id}.png", DateTimeOffset.UnixEpoch);

    static InputArtifact PictureOf(string id) => new(WorkKind.Image, id, $"images/{id}.png", "");

    static PlannedLesson PlannedLesson(int number, int module, int lesson, string title) =>
        new($"{module:00}-{lesson:00}", number, module, lesson, title, $"lessons/module-{module}-lesson-{lesson}-x.md", 0, 0, 1, "");

    static OutlineLesson OutlineLesson(string id, int number, string title, string topic) =>
        new(id, number, title, 30, null, [new OutlineTopic(topic, null, null)], []);
}
