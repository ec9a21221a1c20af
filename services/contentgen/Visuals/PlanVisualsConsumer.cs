using System.Text;
using System.Text.Json;
using CourseGen.ContentGen.Answers;
using CourseGen.ContentGen.Lessons;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.ContentGen.Visuals;

/// <summary>
/// Plans the visuals of written lessons: one call a lesson, whose checked answer is an artifact of its own; each visual's
/// prompt file is built of it, so that one that is lost or edited costs no call.
/// </summary>
sealed class PlanVisualsConsumer(WorkRules rules, ArtifactMaker artifacts, IArtifactStore store) : WorkConsumer<PlanVisuals>(rules)
{
    const int Tries = 2;

    protected override WorkKind Kind => WorkKind.Visuals;

    protected override async Task<object> Work(PlanVisuals command, UnitContext unit, CancellationToken token)
    {
        var plan = await store.ReadPlan(command.Order, token);
        var lesson = plan.Lesson(unit.Unit.Id);
        var bytes = await store.ReadBytes(unit.Location, lesson.Key, token);
        var fingerprint = Fingerprint.Of(WorkKind.Visuals, unit.Unit, Fingerprint.Sha256(bytes));
        var markdown = Encoding.UTF8.GetString(bytes);
        var tags = LessonReader.Read(markdown).Visuals.DistinctBy(tag => tag.Id).ToList();
        if (tags.Count == 0)
            return new VisualsPlanned(command.CourseId, unit.Receipt(fingerprint, reused: true), []);
        var brief = LessonBrief.Of(plan, lesson, WorkKind.Visuals).AskedFor(unit) with { Visuals = [.. tags.Select(tag => new BriefVisual(tag.Id, tag.Description))] };
        var made = await artifacts.Write(unit, ArtifactKeys.Visuals(lesson.Id), fingerprint, async (calls, writing) => DocumentJson.Write(
            await new Conversation(calls, $"the visuals of lesson {lesson.Id}", Prompt.For("visuals", command.Order.PromptVersion, brief, markdown))
                .Ask(answer => VisualsReader.Read(answer, lesson.Id, tags), Tries, writing)), token);
        var planned = new List<PlannedVisual>();
        foreach (var visual in Read<LessonVisuals>(made).Visuals)
            planned.Add(await WritePrompt(unit, visual, made.Fingerprint, token));
        return new VisualsPlanned(command.CourseId, unit.Receipt(made.Fingerprint, made.Reused), planned);
    }

    /// <summary>The file as it is then, which a person may have edited, says how the picture is made.</summary>
    async Task<PlannedVisual> WritePrompt(UnitContext unit, Visual visual, string fingerprint, CancellationToken token)
    {
        var made = await artifacts.Build(unit, ArtifactKeys.Prompt(visual.Id), fingerprint, _ => Task.FromResult(DocumentJson.Write(visual)), token);
        return new PlannedVisual(visual.Id, made.Artifact, CallsModel: Read<Visual>(made).Diagram is null);
    }

    static T Read<T>(MadeArtifact made)
    {
        try
        {
            return DocumentJson.Read<T>(made.Bytes.Span);
        }
        catch (JsonException unreadable)
        {
            throw new WorkException(FailureKind.BadContent, $"{made.Artifact.Key} was edited and cannot be read any more: {unreadable.Message}",
                "Correct it, or repair it with force to have it made anew.", unreadable);
        }
    }
}

sealed class PlanVisualsDefinition(WorkOptions options) : WorkDefinition<PlanVisualsConsumer>(QueueNames.Visuals, options.ConcurrentCommands);
