using CourseGen.ContentGen.Answers;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.ContentGen.Labs;

/// <summary>Plans all labs of a course, ten a call. Labs that no answer planned are planned from the outline, so this leaves no gap.</summary>
sealed class PlanLabsConsumer(WorkRules rules, IArtifactStore store, ArtifactMaker artifacts) : WorkConsumer<PlanLabs>(rules)
{
    /// <summary>The original's figures.</summary>
    const int LabsPerCall = 10;
    const int Tries = 3;

    protected override WorkKind Kind => WorkKind.LabPlan;

    protected override async Task<object> Work(PlanLabs command, UnitContext unit, CancellationToken token)
    {
        var plan = await store.ReadPlan(command.Order, token);
        var made = await artifacts.Write(unit, ArtifactKeys.LabMasterPlan, Fingerprint.Of(WorkKind.LabPlan, unit.Unit), async (calls, writing) =>
        {
            var parts = new List<LabMasterPlan>();
            foreach (var labs in plan.Labs.Chunk(LabsPerCall))
                parts.Add(await PlanPart(calls, command.Order.PromptVersion, plan, labs, parts.Count + 1, writing));
            return DocumentJson.Write(LabMasterPlans.Merge(parts));
        }, token);
        return new LabsPlanned(command.CourseId, unit.Receipt(made.Fingerprint, made.Reused), made.Artifact);
    }

    static Task<LabMasterPlan> PlanPart(ModelCalls calls, string promptVersion, CoursePlan plan, PlannedLab[] labs, int part, CancellationToken token)
    {
        var asked = labs.Select(lab => (lab.ModuleNumber, plan.OutlineLab(lab))).ToList();
        var prompt = Prompt.For("lab-plan", promptVersion, LabBrief.OfPart(plan, labs, part));
        return new Conversation(calls, $"the lab plan, part {part}", prompt).Ask(answer => LabPlanReader.Read(answer, asked), Tries, token);
    }
}

sealed class PlanLabsDefinition(WorkOptions options) : WorkDefinition<PlanLabsConsumer>(QueueNames.LabPlans, options.ConcurrentCommands);
