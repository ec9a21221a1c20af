using System.Text;
using CourseGen.ContentGen.Tests.Testing;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.ContentGen.Tests.Labs;

public sealed class LabConsumersTests
{
    static readonly PlanLabs Plan = new(Guid.NewGuid(), Worker.Order(calls: 9), [Worker.Unit("labs")]);

    [Fact]
    public async Task All_labs_are_planned_ten_a_call()
    {
        await using var worker = await Worker.Start(SamplePlan.Of(labs: 23));
        var planned = await worker.RunOne<LabsPlanned>(Plan);
        planned.LabPlan.Key.ShouldBe(ArtifactKeys.LabMasterPlan);
        worker.TheModel.Items.ShouldBe(["01", "02", "03"]);
        var plan = DocumentJson.Read<LabMasterPlan>(await worker.Read(ArtifactKeys.LabMasterPlan));
        plan.LabPlans.Select(lab => lab.LabId).ShouldBe(worker.Plan.Labs.Select(lab => lab.Id));
        plan.SoftwareRequirements.Select(software => software.Name).ShouldBe(["Bash", "Python"]);
    }

    [Fact]
    public async Task After_three_unusable_answers_the_outline_is_the_plan()
    {
        await using var worker = await Worker.Start(SamplePlan.Of(labs: 2), new TestModel((_, _) => "No."));
        (await worker.RunOne<LabsPlanned>(Plan)).Receipt.Calls.Count.ShouldBe(3);
        DocumentJson.Read<LabMasterPlan>(await worker.Read(ArtifactKeys.LabMasterPlan)).LabPlans.Select(lab => lab.LabTitle).ShouldBe(["Lab 1", "Lab 2"]);
    }

    [Fact]
    public async Task A_lab_is_written_from_its_plan_and_its_lessons()
    {
        await using var worker = await Worker.Start(SamplePlan.Of());
        var lesson = worker.Plan.Lessons[0].Key;
        await worker.Put(lesson, Encoding.UTF8.GetBytes(SampleLesson.Markdown));
        var command = new WriteLab(Guid.NewGuid(), Worker.Order(), [Worker.Unit("01-00-01")], (await worker.RunOne<LabsPlanned>(Plan)).LabPlan, [await worker.Reference(lesson)]);
        var written = await worker.RunOne<LabWritten>(command);
        Encoding.UTF8.GetString(await worker.Read(written.Lab.Key)).ShouldStartWith("# Lab 01-00-01: Lab 1\n");
        Brief.ReadLesson(worker.TheModel.Asked[^1]).ShouldBe(SampleLesson.Markdown.Trim());
        Brief.Read(worker.TheModel.Asked[^1]).ShouldSatisfyAllConditions(
            brief => brief.Topics.ShouldBe(["Chart datum", "Neaps and springs"]), brief => brief.Requirements.ShouldBe("No network."), brief => brief.TargetWords.ShouldBe(1050));

        (await worker.RunOne<LabWritten>(command with { Order = Worker.Order() })).Receipt.Reused.ShouldBeTrue();
        await worker.Edit(lesson, "# 1.1: Mine\n");
        (await worker.RunOne<LabWritten>(command)).Receipt.Fingerprint.ShouldNotBe(written.Receipt.Fingerprint);
    }

    [Fact]
    public async Task Without_a_lesson_a_lab_is_written_from_its_plan_alone()
    {
        await using var worker = await Worker.Start(SamplePlan.Of());
        var plan = (await worker.RunOne<LabsPlanned>(Plan)).LabPlan;
        await worker.RunOne<LabWritten>(new WriteLab(Guid.NewGuid(), Worker.Order(), [Worker.Unit("01-00-01")], plan, []));
        Brief.ReadLesson(worker.TheModel.Asked[^1]).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"overall_objectives": [], "hardware_requirements": [], "software_requirements": [], "lab_plans": [], "special_considerations": []}""", "has no lab 01-00-01")]
    [InlineData("{", "was edited and cannot be read any more")]
    public async Task A_master_plan_that_lacks_the_lab_is_named(string masterPlan, string reason)
    {
        await using var worker = await Worker.Start(SamplePlan.Of());
        await worker.Put(ArtifactKeys.LabMasterPlan, Encoding.UTF8.GetBytes(masterPlan));
        var command = new WriteLab(Guid.NewGuid(), Worker.Order(), [Worker.Unit("01-00-01")], await worker.Reference(ArtifactKeys.LabMasterPlan), []);
        var failure = (await worker.RunOne<WorkFailed>(command)).Failure;
        failure.Kind.ShouldBe(FailureKind.UpstreamMissing);
        failure.Reason.ShouldContain(reason);
    }
}
