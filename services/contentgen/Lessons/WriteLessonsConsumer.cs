using System.Text;
using CourseGen.ContentGen.Answers;
using CourseGen.Contracts;
using CourseGen.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.ContentGen.Lessons;

/// <summary>Writes lessons: one call each, a second one only to correct faults of form.</summary>
sealed class WriteLessonsConsumer(WorkRules rules, IArtifactStore store, ArtifactMaker artifacts) : WorkConsumer<WriteLessons>(rules)
{
    const int Tries = 2;

    protected override WorkKind Kind => WorkKind.Lesson;

    protected override async Task<object> Work(WriteLessons command, UnitContext unit, CancellationToken token)
    {
        var plan = await store.ReadPlan(command.Order, token);
        var lesson = plan.Lesson(unit.Unit.Id);
        var brief = LessonBrief.Of(plan, lesson, WorkKind.Lesson).AskedFor(unit);
        var made = await artifacts.Write(unit, lesson.Key, Fingerprint.Of(WorkKind.Lesson, unit.Unit),
            (calls, writing) => Write(calls, command.Order.PromptVersion, brief, writing), token);
        var markdown = Encoding.UTF8.GetString(made.Bytes.Span);
        return new LessonWritten(command.CourseId, unit.Receipt(made.Fingerprint, made.Reused), made.Artifact,
            Prose.WordCount(markdown), LessonReader.Read(markdown).Visuals.Count());
    }

    static async Task<byte[]> Write(ModelCalls calls, string promptVersion, Brief brief, CancellationToken token)
    {
        var form = LessonForm.Of(brief);
        var markdown = await new Conversation(calls, $"lesson {brief.Item}", Prompt.For("lesson", promptVersion, brief)).Ask(answer =>
        {
            var mended = LessonMending.Mend(answer, form);
            return LessonCheck.Faults(mended, form) is { Count: > 0 } faults ? new Reading<string>(null, faults) : new Reading<string>(mended, []);
        }, Tries, token);
        return Encoding.UTF8.GetBytes(markdown);
    }
}

sealed class WriteLessonsDefinition(WorkOptions options) : WorkDefinition<WriteLessonsConsumer>(QueueNames.Lessons, options.ConcurrentCommands);
