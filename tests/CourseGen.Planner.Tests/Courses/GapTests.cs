using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Planner.Tests.Courses;

public sealed class GapTests
{
    [Fact]
    public async Task A_missing_lesson_is_a_gap_and_all_but_what_is_made_of_it_is_still_made()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.Fail, WorkKind.Lesson, "01-02", FailureKind.BadContent);
        var end = (await bed.Make(OutlineYaml.Of([3], labs: true))).ShouldBeOfType<CourseCompletedWithGaps>();
        end.GapCount.ShouldBe(1);
        end.Gaps.ShouldHaveSingleItem().Item.ShouldBe("01-02");
        bed.Items().Where(item => item.Status == WorkStatus.Skipped).Select(item => $"{item.Kind} {item.Id}").Order(StringComparer.Ordinal)
            .ShouldBe(["Lab 01-02-01", "Slides 01-02", "Visuals 01-02"]);
        foreach (var kind in (WorkKind[])[WorkKind.Book, WorkKind.LabGuide, WorkKind.DeckBatch, WorkKind.Infographic, WorkKind.Deck])
            bed.Items(kind).ShouldAllBe(item => item.Status == WorkStatus.Done);
        bed.Artifacts.Payment(WorkKind.Lab, "01-00-01").ShouldBe(1);
        var manifest = await bed.Manifest();
        manifest.Status.ShouldBe("completed_with_gaps");
        manifest.Gaps.ShouldHaveSingleItem().Title.ShouldBe("Lesson 1.2");
        manifest.Counts.Lessons.ShouldBe(new MadeCount(3, 2, 1));
        manifest.Counts.Labs.ShouldBe(new MadeCount(4, 3, 1));
    }

    [Fact]
    public async Task A_target_is_told_of_the_gaps_in_what_it_is_made_of()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.Fail, WorkKind.Lesson, "01-02", FailureKind.BadContent);
        await bed.Make(OutlineYaml.Of([2]));
        var inputs = await bed.Store.ReadDocument<BuildInputs>(CourseBed.Location, bed.Workers.Sent<WriteBook>()[0].Inputs.Key, CancellationToken.None);
        inputs.Gaps.ShouldBe([new InputGap(WorkKind.Lesson, "01-02", "Lesson 1.2"), new InputGap(WorkKind.Visuals, "01-02", "Lesson 1.2")]);
        inputs.Artifacts.Where(artifact => artifact.Kind == WorkKind.Image).Select(artifact => artifact.Item).ShouldBe(["01-01-0001", "01-01-0002"]);
        inputs.Artifacts.Where(artifact => artifact.Kind == WorkKind.Visuals).Select(artifact => artifact.Item).ShouldBe(["01-01-0001", "01-01-0002"]);
    }

    [Theory]
    [InlineData("01-01")]
    [InlineData("01-02")]
    public async Task A_deck_batch_without_a_single_lesson_is_skipped_whichever_lesson_is_through_first(string slow)
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.Fail, WorkKind.Lesson, "01-01", FailureKind.BadContent);
        var gate = bed.Script.Let(Act.Hold, WorkKind.Lesson, slow == "01-01" ? "none" : "01-02");
        await bed.StartCourse(OutlineYaml.Of([2]), start => start with { DeckBatchSize = 1, BatchSize = 1 });
        await bed.Until(() => bed.Items(WorkKind.Lesson).Any(lesson => lesson.Status == WorkStatus.Gap));
        gate.Release();
        (await bed.End()).ShouldBeOfType<CourseCompletedWithGaps>();
        bed.Item(WorkKind.DeckBatch, "batch-1").Status.ShouldBe(WorkStatus.Skipped);
        bed.Item(WorkKind.Deck, "deck").Status.ShouldBe(WorkStatus.Done);
    }

    [Fact]
    public async Task A_failed_picture_or_slide_plan_holds_up_nothing()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.Fail, WorkKind.Image, "01-01-0001", FailureKind.BadContent);
        bed.Script.Let(Act.Fail, WorkKind.Slides, "01-02", FailureKind.BadContent);
        var end = (await bed.Make(OutlineYaml.Of([2]))).ShouldBeOfType<CourseCompletedWithGaps>();
        end.Gaps.Select(gap => gap.Item).ShouldBe(["01-01-0001", "01-02"]);
        var images = (await bed.Manifest()).Images;
        images.StatusCode.ShouldBe(207);
        images.Statistics.ShouldBe(new ImageStatistics(4, 4, 3, 1, 0, "75.0%"));
        images.FailedDetails.ShouldHaveSingleItem().Id.ShouldBe("01-01-0001");
    }

    [Fact]
    public async Task Without_a_lab_plan_there_are_no_labs_and_the_book_is_still_made()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.Fail, WorkKind.LabPlan, failure: FailureKind.BadContent);
        (await bed.Make(OutlineYaml.Of([1], labs: true))).ShouldBeOfType<CourseCompletedWithGaps>().Gaps.ShouldHaveSingleItem().Kind.ShouldBe(WorkKind.LabPlan);
        bed.Items(WorkKind.LabGuide)[0].Status.ShouldBe(WorkStatus.Skipped);
        bed.Items(WorkKind.Book)[0].Status.ShouldBe(WorkStatus.Done);
    }

    [Fact]
    public async Task A_course_of_which_nothing_could_be_made_has_failed()
    {
        await using var bed = await CourseBed.Start();
        bed.Script.Let(Act.Fail, WorkKind.Lesson, failure: FailureKind.BadContent);
        var end = (await bed.Make(OutlineYaml.Of([2], labs: true))).ShouldBeOfType<CourseFailed>();
        end.Reason.ShouldBe("Lesson 01-01 failed. Do something.");
        end.Gaps.Count.ShouldBe(2);
        (await bed.Manifest()).Status.ShouldBe("failed");
        bed.Course.CurrentState.ShouldBe("Failed");
    }

    [Fact]
    public async Task A_course_that_cannot_be_planned_has_failed()
    {
        await using var bed = await CourseBed.Start();
        await bed.Publish(RequestOf(ArtifactKeys.ReceivedOutline("gone")));
        (await bed.End()).ShouldBeOfType<CourseFailed>().Gaps.ShouldHaveSingleItem().Kind.ShouldBe(WorkKind.Plan);
    }

    [Fact]
    public async Task A_failed_course_is_begun_again_by_an_equal_start()
    {
        await using var bed = await CourseBed.Start();
        var broken = bed.Script.Let(Act.Fail, WorkKind.Lesson, failure: FailureKind.BadContent);
        await bed.Make(OutlineYaml.Of([1]));
        broken.Release();
        (await bed.Make(OutlineYaml.Of([1]))).ShouldBeOfType<CourseCompleted>().Revision.ShouldBe(1);
    }

    static CourseRequested RequestOf(string key) => new(
        CourseBed.Id, CourseBed.Location, new ArtifactRef(key, "", 0), new CourseSettings(), "shape", Stored: null);
}
