using CourseGen.ContentGen.Tests.Testing;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.ContentGen.Tests.Visuals;

public sealed class PlanVisualsConsumerTests
{
    static readonly PlanVisuals Command = new(Guid.NewGuid(), Worker.Order(), [Worker.Unit("01-01")]);

    static async Task<Worker> WithALesson(TestModel? model = null)
    {
        var worker = await Worker.Start(SamplePlan.Of(), model);
        await worker.Put(worker.Plan.Lessons[0].Key, System.Text.Encoding.UTF8.GetBytes(SampleLesson.Markdown.Replace("01-02-", "01-01-")));
        return worker;
    }

    [Fact]
    public async Task Each_visual_of_a_lesson_gets_its_prompt_file_from_one_call()
    {
        await using var worker = await WithALesson();
        var planned = await worker.RunOne<VisualsPlanned>(Command);
        planned.Visuals.Select(visual => visual.Id).ShouldBe(["01-01-0001", "01-01-0002"]);
        foreach (var visual in planned.Visuals)
        {
            var prompt = DocumentJson.Read<Visual>(await worker.Read(ArtifactKeys.Prompt(visual.Id)));
            (prompt.Id, prompt.LessonId, prompt.Filename, prompt.Diagram is null, prompt.CreatedAt).ShouldBe((visual.Id, "01-01", $"{visual.Id}.png", visual.CallsModel, null));
        }
        Brief.ReadLesson(worker.TheModel.Asked.ShouldHaveSingleItem())!.ShouldContain("### In detail");
    }

    [Fact]
    public async Task A_lost_prompt_file_is_built_again_without_a_call()
    {
        await using var worker = await WithALesson();
        var first = await worker.RunOne<VisualsPlanned>(Command);
        worker.Lose(ArtifactKeys.Prompt("01-01-0002"));
        (await worker.RunOne<VisualsPlanned>(Command)).Visuals.ShouldBe(first.Visuals);
        worker.TheModel.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_prompt_file_edited_by_hand_is_used_as_it_is()
    {
        await using var worker = await WithALesson();
        await worker.RunOne<VisualsPlanned>(Command);
        var key = ArtifactKeys.Prompt("01-01-0001");
        var visual = DocumentJson.Read<Visual>(await worker.Read(key));
        var edited = visual with { Diagram = visual.Diagram is null ? new Diagram(DiagramDirection.Right, [new("a", "A"), new("b", "B")], []) : null };
        await worker.Edit(key, System.Text.Encoding.UTF8.GetString(DocumentJson.Write(edited)));
        (await worker.RunOne<VisualsPlanned>(Command)).Visuals[0].CallsModel.ShouldBe(visual.Diagram is not null);
    }

    [Fact]
    public async Task A_prompt_file_edited_beyond_reading_names_itself()
    {
        await using var worker = await WithALesson();
        await worker.RunOne<VisualsPlanned>(Command);
        await worker.Edit(ArtifactKeys.Prompt("01-01-0001"), "{");
        var failure = (await worker.RunOne<WorkFailed>(Command)).Failure;
        failure.Kind.ShouldBe(FailureKind.BadContent);
        failure.Reason.ShouldStartWith("prompts/01-01-0001.json was edited and cannot be read any more");
    }

    [Fact]
    public async Task A_changed_lesson_has_its_visuals_planned_anew()
    {
        await using var worker = await WithALesson();
        var first = await worker.RunOne<VisualsPlanned>(Command);
        await worker.Edit(worker.Plan.Lessons[0].Key, SampleLesson.Markdown.Replace("01-02-", "01-01-").Replace("How heights", "Why heights"));
        (await worker.RunOne<VisualsPlanned>(Command)).Receipt.Fingerprint.ShouldNotBe(first.Receipt.Fingerprint);
        worker.TheModel.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_lesson_without_visual_tags_costs_no_call()
    {
        await using var worker = await WithALesson();
        await worker.Edit(worker.Plan.Lessons[0].Key, "# 1.1: Mine\n\nNo pictures.\n");
        (await worker.RunOne<VisualsPlanned>(Command)).Visuals.ShouldBeEmpty();
        worker.TheModel.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Diagrams_that_stay_unusable_become_images_after_one_send_back()
    {
        await using var worker = await WithALesson(new TestModel((_, _) => """
            {"visuals": [
              {"id": "01-01-0001", "visual_type": "diagram", "enhanced_prompt": "Boxes.", "alt_text": "Heights count upwards.", "diagram": {"nodes": []}},
              {"id": "01-01-0002", "visual_type": "artistic_image", "enhanced_prompt": "A harbour.", "alt_text": "A quiet harbour."}]}
            """));
        var planned = await worker.RunOne<VisualsPlanned>(Command);
        planned.Visuals.ShouldAllBe(visual => visual.CallsModel);
        planned.Receipt.Calls.Count.ShouldBe(2);
        worker.TheModel.Asked[1][^1].Text.ShouldContain("- visual 01-01-0001: a diagram has 2 to 10 nodes, not 0");
    }

    [Fact]
    public async Task A_lesson_that_is_gone_is_missing_upstream()
    {
        await using var worker = await Worker.Start(SamplePlan.Of());
        (await worker.RunOne<WorkFailed>(Command)).Failure.Kind.ShouldBe(FailureKind.UpstreamMissing);
    }
}
