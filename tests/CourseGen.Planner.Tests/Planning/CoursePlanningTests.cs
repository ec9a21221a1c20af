using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Outlines;
using CourseGen.Planner.Planning;
using CourseGen.Planner.Tests.Courses;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Planning;

public sealed class CoursePlanningTests
{
    static readonly string Yaml = OutlineYaml.Of([3, 2], labs: true);
    static readonly ModelRef Old = new("fake", "fake-0");
    static readonly ModelRef Today = new("fake", "fake-1");

    [Fact]
    public void The_same_request_is_the_same_plan_byte_for_byte() =>
        DocumentJson.Write(Plan(Yaml)).ShouldBe(DocumentJson.Write(Plan(Yaml)));

    [Fact]
    public void Renaming_one_lesson_changes_only_that_lessons_basis()
    {
        var (before, after) = (Plan(Yaml), Plan(OutlineYaml.Of([3, 2], labs: true, renamed: "01-02")));
        before.Lessons.Zip(after.Lessons).Where(pair => pair.First.Basis != pair.Second.Basis).Select(pair => pair.First.Id).ShouldBe(["01-02"]);
        before.Labs.Select(lab => lab.Basis).ShouldBe(after.Labs.Select(lab => lab.Basis));
        foreach (var kind in (WorkKind[])[WorkKind.Visuals, WorkKind.Image, WorkKind.Slides, WorkKind.LabPlan])
            after.Bases[kind].ShouldBe(before.Bases[kind]);
    }

    [Fact]
    public void What_only_schedules_the_work_is_in_no_basis()
    {
        var (before, after) = (Plan(Yaml), Plan(Yaml, settings => settings with
        {
            BatchSize = 1,
            DeckBatchSize = 2,
            MaxConcurrency = 1,
            Priority = 9,
            MaxCostUsd = 1,
            MaxHours = 1,
            Modules = [1, 2],
            MaxImages = 3,
        }));
        BasesOf(after).ShouldBe(BasesOf(before));
        after.LessonBatches.ShouldNotBe(before.LessonBatches);
    }

    public static TheoryData<string> Shaping => ["language", "lesson requirements", "lab requirements", "text model", "image model", "style"];

    [Theory]
    [MemberData(nameof(Shaping))]
    public void What_shapes_the_course_is_in_a_basis(string option) => BasesOf(Plan(Yaml, settings => option switch
    {
        "language" => settings with { Language = "es" },
        "lesson requirements" => settings with { LessonRequirements = "More examples." },
        "lab requirements" => settings with { LabRequirements = "Shorter." },
        "text model" => settings with { TextModel = "fake-2" },
        "image model" => settings with { ImageModel = "fake-2" },
        _ => settings with { Style = "modern" },
    })).ShouldNotBe(BasesOf(Plan(Yaml)));

    [Fact]
    public void Models_and_prompts_of_the_revision_before_go_on()
    {
        var before = Plan(Yaml, model: Old) with { Prompts = Plan(Yaml).Prompts.ToDictionary(pin => pin.Key, _ => "0") };
        var after = Plan(Yaml, settings => settings with { LessonRequirements = "Other" }, before);
        after.Models.Values.ShouldAllBe(model => model == Old);
        after.Prompts.Values.ShouldAllBe(version => version == "0");
    }

    [Fact]
    public void A_refresh_takes_todays_models_and_prompts()
    {
        var before = Plan(Yaml, model: Old) with { Prompts = Plan(Yaml).Prompts.ToDictionary(pin => pin.Key, _ => "0") };
        var after = Plan(Yaml, settings => settings with { Refresh = true }, before);
        after.Models.Values.ShouldAllBe(model => model == Today);
        after.Prompts.ShouldBe(PromptVersions.Current.Where(pin => after.Prompts.ContainsKey(pin.Key)), ignoreOrder: true);
    }

    [Fact]
    public void A_model_that_is_asked_for_wins_over_the_pinned_one() =>
        Plan(Yaml, settings => settings with { TextModel = "fake-9" }, Plan(Yaml, model: Old)).Models[WorkKind.Lesson].ShouldBe(new ModelRef("fake", "fake-9"));

    [Fact]
    public void Another_outline_forgets_the_earlier_selection()
    {
        var before = Plan(Yaml, settings => settings with { Modules = [1] });
        Plan(Yaml, settings => settings with { Modules = [2] }, before).SelectedModules.ShouldBe([1, 2]);
        Plan(OutlineYaml.Of([3, 2, 1]), settings => settings with { Modules = [2] }, before).SelectedModules.ShouldBe([2]);
    }

    [Fact]
    public void A_lesson_keeps_its_number_and_deck_batch_whatever_is_selected()
    {
        var all = Plan(OutlineYaml.Of([5, 5]));
        var some = Plan(OutlineYaml.Of([5, 5]), settings => settings with { Modules = [2] });
        some.Lessons.ShouldBe(all.Lessons.Where(lesson => lesson.ModuleNumber == 2));
        (some.LessonBatches.Count, some.DeckBatches.Count).ShouldBe((all.LessonBatches.Count, all.DeckBatches.Count));
    }

    [Fact]
    public void Expected_calls_count_every_stage()
    {
        Plan(OutlineYaml.Of([3, 2], labs: true, topics: 4)).ExpectedCalls.ShouldBe(new ExpectedCalls(5, 5, 20, 5, 1, 7));
        Plan(OutlineYaml.Of([3, 2], topics: 4), settings => settings with { BuildDeck = false, MaxImages = 6 }).ExpectedCalls.ShouldBe(new ExpectedCalls(5, 5, 6, 0, 0, 0));
    }

    /// <summary>One slide for about three minutes, within the original's budget beside title, objectives, summary and references.</summary>
    [Theory]
    [InlineData(8 * 60, 15, 6)]
    [InlineData(8 * 60, 60, 8)]
    [InlineData(16 * 60, 60, 9)]
    [InlineData(40 * 60, 60, 10)]
    [InlineData(41 * 60, 30, 10)]
    [InlineData(41 * 60, 60, 15)]
    public void A_lessons_slides_follow_from_its_minutes_and_the_courses_hours(int course, int lesson, int slides) =>
        Plan($"course: {{title: T, total_duration_minutes: {course}, modules: [{{title: M, lessons: [{{title: L, duration_minutes: {lesson}}}]}}]}}")
            .Lessons.ShouldHaveSingleItem().TargetSlides.ShouldBe(slides);

    [Fact]
    public void Slides_asked_for_are_the_budget() =>
        Plan(Yaml, settings => settings with { SlidesPerLesson = 4 }).Lessons.ShouldAllBe(lesson => lesson.TargetSlides == 4);

    static IReadOnlyList<string> BasesOf(CoursePlan plan) =>
        [.. plan.Lessons.Select(lesson => lesson.Basis), .. plan.Labs.Select(lab => lab.Basis), .. plan.Bases.OrderBy(basis => basis.Key).Select(basis => basis.Value)];

    static CoursePlan Plan(string yaml, Func<CourseSettings, CourseSettings>? with = null, CoursePlan? previous = null, ModelRef? model = null)
    {
        var bytes = Encoding.UTF8.GetBytes(yaml);
        var settings = new CourseSettings();
        return CoursePlanning.Plan(new PlanRequest(
            (previous?.Revision ?? 0) + 1, "tides", OutlineReader.Read(bytes).Outline!, Fingerprint.Sha256(bytes), "shape", with?.Invoke(settings) ?? settings, previous,
            model ?? Today, model ?? Today));
    }
}
