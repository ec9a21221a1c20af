using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;
using Microsoft.Extensions.AI;

namespace CourseGen.Ppt.Slides;

/// <summary>
/// Plans the slides of written lessons: one call each; an answer that was cut off is continued, one with faults is sent back with
/// them, at most twice; if it is still unusable, or refused, the slides come from the lesson's own headings, and the plan says so.
/// </summary>
sealed class PlanSlidesConsumer(WorkRules rules, ArtifactMaker artifacts, IArtifactStore store) : WorkConsumer<PlanSlides>(rules)
{
    const int Tries = 3;

    protected override WorkKind Kind => WorkKind.Slides;

    protected override async Task<object> Work(PlanSlides command, UnitContext unit, CancellationToken token)
    {
        var plan = await store.ReadPlan(command.Order, token);
        var lesson = plan.Lesson(unit.Unit.Id);
        var bytes = await store.ReadBytes(unit.Location, lesson.Key, token);
        var made = await artifacts.Write(
            unit, ArtifactKeys.Slides(lesson.ModuleNumber, lesson.LessonNumber), Fingerprint.Of(Kind, unit.Unit, Fingerprint.Sha256(bytes)),
            async (calls, writing) => DocumentJson.Write(await Plan(calls, unit, plan, lesson, Encoding.UTF8.GetString(bytes), writing)), token);
        var slides = DocumentJson.Read<SlidePlan>(made.Bytes.Span);
        return new SlidesPlanned(command.CourseId, unit.Receipt(made.Fingerprint, made.Reused), made.Artifact, slides.Slides.Count, slides.Derived);
    }

    static async Task<SlidePlan> Plan(ModelCalls calls, UnitContext unit, CoursePlan plan, PlannedLesson lesson, string markdown, CancellationToken token)
    {
        var document = LessonReader.Read(markdown);
        var request = new SlideRequest(document, lesson.ModuleNumber, lesson.LessonNumber, plan.Language, lesson.TargetSlides, plan.MinutesOf(lesson));
        var prompt = SlidePrompt.For(unit, plan, lesson, markdown, document);
        var messages = prompt;
        try
        {
            for (var tried = 0; tried < Tries; tried++)
            {
                var answer = await calls.AskWhole($"the slides of lesson {lesson.Id}", messages, token);
                var reading = SlidePlanReader.Read(answer, request);
                if (reading.Slides is { } slides)
                    return new SlidePlan(lesson.Id, lesson.Title, plan.Language, Derived: false, slides);
                messages = [.. prompt, new(ChatRole.Assistant, answer), new(ChatRole.User, SlidePrompt.SendBack(reading.Faults))];
            }
        }
        catch (Exception unusable) when (unusable is UnusableAnswerException or ModelRefusedException)
        {
            // The lesson itself is there, so it gets slides whatever the model says.
        }
        return new SlidePlan(lesson.Id, lesson.Title, plan.Language, Derived: true,
            SlideMinutes.Assign(HeadingSlides.From(document, lesson.ModuleNumber, lesson.LessonNumber, plan.Language, lesson.TargetSlides), request.Minutes));
    }
}

sealed class PlanSlidesDefinition(WorkOptions options) : WorkDefinition<PlanSlidesConsumer>(QueueNames.Slides, options.ConcurrentCommands);
