using System.Text;
using System.Text.Json;
using CourseGen.ContentGen.Answers;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.ContentGen.Labs;

/// <summary>Writes one lab from its entry in the master plan and the lessons that it practises.</summary>
sealed class WriteLabConsumer(WorkRules rules, ArtifactMaker artifacts, IArtifactStore store) : WorkConsumer<WriteLab>(rules)
{
    const int Tries = 2;

    protected override WorkKind Kind => WorkKind.Lab;

    protected override async Task<object> Work(WriteLab command, UnitContext unit, CancellationToken token)
    {
        var plan = await store.ReadPlan(command.Order, token);
        var lab = plan.Lab(unit.Unit.Id);
        var upstream = await Task.WhenAll(command.Lessons.Prepend(command.LabPlan).Select(artifact =>
            store.ReadBytes(unit.Location, artifact.Key, token)));
        var brief = LabBrief.OfLab(plan, lab, EntryOf(upstream[0], lab)).AskedFor(unit);
        var lessons = upstream.Skip(1).Select(bytes => Encoding.UTF8.GetString(bytes)).ToList();
        var prompt = Prompt.For("lab", command.Order.PromptVersion, brief, lessons.Count == 0 ? null : LessonExcerpt.Of(lessons));
        var made = await artifacts.Write(unit, lab.Key, Fingerprint.Of(WorkKind.Lab, unit.Unit, upstream.Select(bytes => Fingerprint.Sha256(bytes))),
            async (calls, writing) => Encoding.UTF8.GetBytes(await Write(new Conversation(calls, $"lab {lab.Id}", prompt), LabForm.Of(brief), writing)), token);
        return new LabWritten(command.CourseId, unit.Receipt(made.Fingerprint, made.Reused), made.Artifact);
    }

    static Task<string> Write(Conversation conversation, LabForm form, CancellationToken token) => conversation.Ask(answer =>
    {
        var mended = LabMending.Mend(answer, form);
        return LabCheck.Faults(mended, form) is { Count: > 0 } faults ? new Reading<string>(null, faults) : new Reading<string>(mended, []);
    }, Tries, token);

    /// <summary>The master plan may have been edited by hand.</summary>
    static LabPlan EntryOf(byte[] masterPlan, PlannedLab lab)
    {
        try
        {
            return DocumentJson.Read<LabMasterPlan>(masterPlan).LabPlans.FirstOrDefault(entry => entry.LabId == lab.Id)
                ?? throw new WorkException(FailureKind.UpstreamMissing, $"{ArtifactKeys.LabMasterPlan} has no lab {lab.Id}.",
                    "Repair the labs' plan with force, then the lab.");
        }
        catch (JsonException unreadable)
        {
            throw new WorkException(FailureKind.UpstreamMissing,
                $"{ArtifactKeys.LabMasterPlan} was edited and cannot be read any more: {unreadable.Message}",
                "Correct it, or repair it with force to have it made anew.", unreadable);
        }
    }
}

sealed class WriteLabDefinition(WorkOptions options) : WorkDefinition<WriteLabConsumer>(QueueNames.Labs, options.ConcurrentCommands);
