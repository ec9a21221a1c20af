using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Models;
using CourseGen.Ppt.Slides;
using CourseGen.Ppt.Tests.Testing;
using CourseGen.Storage;
using Microsoft.Extensions.AI;

namespace CourseGen.Ppt.Tests.Slides;

public sealed class PlanSlidesConsumerTests
{
    static string Good => SampleAnswer.Plan().ToJsonString();

    [Fact]
    public async Task A_good_answer_becomes_the_lessons_slides_with_one_call()
    {
        var model = new ScriptedModel(Good);
        await using var course = new TestCourse(model);
        var planned = await Plan<SlidesPlanned>(course);
        planned.SlideCount.ShouldBe(7);
        planned.Derived.ShouldBeFalse();
        planned.Receipt.Calls.Count.ShouldBe(1);
        planned.Slides.Key.ShouldBe(ArtifactKeys.Slides(1, 1));
        planned.Receipt.Fingerprint.ShouldBe(Fingerprint.Of(WorkKind.Slides, TestCourse.Unit("01-01"), Fingerprint.Sha256(System.Text.Encoding.UTF8.GetBytes(SampleLesson.Markdown))));
        var slides = DocumentJson.Read<SlidePlan>(await course.Read(planned.Slides.Key));
        slides.LessonId.ShouldBe("01-01");
        slides.Slides.Select(slide => slide.SlideNumber).ShouldBe(Enumerable.Range(1, 7));
        slides.Slides.Sum(slide => slide.Minutes).ShouldBe(20, "the lesson's minutes");
    }

    [Fact]
    public async Task The_second_version_of_the_prompt_shows_the_schema()
    {
        var model = new ScriptedModel(Good);
        await using var course = new TestCourse(model);
        await course.PutLesson();
        await course.Run<SlidesPlanned>(new PlanSlides(Guid.NewGuid(), await course.Order(1) with { PromptVersion = "2" }, [TestCourse.Unit("01-01")]));
        model.Asked[0][0].Text.ShouldContain(SlidePlanSchema.Schema.Text);
        model.Asked[0][0].Text.ShouldNotContain("{{");
    }

    /// <summary>Courses pin a version, so the text of one that was released is never changed; a better prompt is a version of its own.</summary>
    [Theory]
    [InlineData("1", "3ebbc617d356")]
    [InlineData("2", "3d1908acc226")]
    public void A_released_prompt_never_changes(string version, string sha256)
    {
        using var stream = typeof(SlidePrompt).Assembly.GetManifestResourceStream($"slides.{version}.md")!;
        using var text = new StreamReader(stream);
        Fingerprint.Sha256(System.Text.Encoding.UTF8.GetBytes(text.ReadToEnd().ReplaceLineEndings("\n")))[..12].ShouldBe(sha256);
    }

    [Fact]
    public async Task The_prompt_carries_what_a_repair_wishes()
    {
        var model = new ScriptedModel(Good);
        await using var course = new TestCourse(model);
        await course.PutLesson();
        await course.Run<SlidesPlanned>(new PlanSlides(Guid.NewGuid(), await course.Order(1), [TestCourse.Unit("01-01") with { Requirements = "Fewer bullets." }]));
        Brief.Read(model.Asked[0]).Requirements.ShouldBe("Fewer bullets.");
    }

    [Fact]
    public async Task The_prompt_carries_the_brief_with_its_visuals_and_the_lesson()
    {
        var model = new ScriptedModel(Good);
        await using var course = new TestCourse(model, language: "es");
        await Plan<SlidesPlanned>(course);
        var brief = Brief.Read(model.Asked[0]);
        brief.Item.ShouldBe("01-01");
        brief.Visuals.Single().Id.ShouldBe(SampleLesson.Visual);
        brief.TargetSlides.ShouldBe(8);
        Brief.ReadLesson(model.Asked[0]).ShouldBe(SampleLesson.Markdown);
        model.Asked[0][0].Text.ShouldContain("Write in es.");
    }

    [Fact]
    public async Task An_answer_with_faults_is_sent_back_with_them()
    {
        var broken = SampleAnswer.Plan();
        broken.SlideOf(2)["title"] = "";
        var model = new ScriptedModel(broken.ToJsonString(), Good);
        await using var course = new TestCourse(model);
        var planned = await Plan<SlidesPlanned>(course);
        planned.Derived.ShouldBeFalse();
        model.Asked.Count.ShouldBe(2);
        model.Asked[1][^2].Role.ShouldBe(ChatRole.Assistant);
        model.Asked[1][^1].Text.ShouldContain("$.slides[1].title: 0 characters; at least 1");
    }

    [Fact]
    public async Task An_answer_that_was_cut_off_is_continued()
    {
        var model = new ScriptedModel(Good[..200], Good[200..]) { CutOff = 1 };
        await using var course = new TestCourse(model);
        var planned = await Plan<SlidesPlanned>(course);
        (planned.Derived, planned.SlideCount, planned.Receipt.Calls.Count).ShouldBe((false, 7, 2));
        model.Asked[1][^2].Text.ShouldBe(Good[..200]);
    }

    [Fact]
    public async Task After_three_unusable_answers_the_slides_come_from_the_lessons_headings()
    {
        var model = new ScriptedModel("No.");
        await using var course = new TestCourse(model);
        var planned = await Plan<SlidesPlanned>(course);
        planned.Derived.ShouldBeTrue();
        model.Asked.Count.ShouldBe(3);
        var slides = DocumentJson.Read<SlidePlan>(await course.Read(planned.Slides.Key));
        slides.Derived.ShouldBeTrue();
        DocumentJson.Write(slides.Slides.Select(slide => slide with { Minutes = null })).ShouldBe(DocumentJson.Write(HeadingSlides.From(SampleLesson.Document, 1, 1, "en", 8)));
        slides.Slides.Sum(slide => slide.Minutes).ShouldBe(20);
    }

    [Fact]
    public async Task A_grant_that_runs_out_hands_the_lesson_back()
    {
        await using var course = new TestCourse(new ScriptedModel("No."));
        var returned = await Plan<WorkReturned>(course, calls: 2);
        returned.Receipt.Item.ShouldBe("01-01");
        returned.Receipt.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_lesson_that_is_gone_is_named()
    {
        await using var course = new TestCourse(new ScriptedModel(Good));
        var failed = await course.Run<WorkFailed>(new PlanSlides(Guid.NewGuid(), await course.Order(), [TestCourse.Unit("01-01")]));
        failed.Failure.Kind.ShouldBe(FailureKind.UpstreamMissing);
        failed.Failure.Reason.ShouldContain("lessons/module-1-lesson-1-heights.md");
    }

    [Fact]
    public async Task A_prompt_version_that_this_build_lacks_asks_a_person()
    {
        await using var course = new TestCourse(new ScriptedModel(Good));
        await course.PutLesson();
        var order = await course.Order() with { PromptVersion = "99" };
        var failed = await course.Run<WorkFailed>(new PlanSlides(Guid.NewGuid(), order, [TestCourse.Unit("01-01")]));
        failed.Failure.Kind.ShouldBe(FailureKind.Configuration);
    }

    static async Task<T> Plan<T>(TestCourse course, int calls = 3)
        where T : class, ICourseMessage
    {
        await course.PutLesson();
        return await course.Run<T>(new PlanSlides(Guid.NewGuid(), await course.Order(calls), [TestCourse.Unit("01-01")]));
    }
}
