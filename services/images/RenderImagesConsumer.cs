using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Models;
using MassTransit;

namespace CourseGen.Images;

/// <summary>Draws the pictures of a command, and announces each lesson's as soon as they are through.</summary>
sealed class RenderImagesConsumer(WorkRules rules, PictureMaker pictures) : WorkConsumer<RenderImages>(rules)
{
    protected override WorkKind Kind => WorkKind.Image;

    protected override async Task<object> Work(RenderImages command, UnitContext unit, CancellationToken token)
    {
        var made = await pictures.Make(unit, token);
        return new RenderedPicture(unit.Receipt(made.Fingerprint, made.Reused), made.Artifact, Failure: null);
    }

    protected override Task WorkAll(ConsumeContext<RenderImages> context, CancellationToken token) =>
        Task.WhenAll(context.Message.Units.GroupBy(unit => VisualId.LessonOf(unit.Id)).Select(lesson => RenderLesson(context, lesson.Key, lesson, token)));

    async Task RenderLesson(ConsumeContext<RenderImages> context, string lesson, IEnumerable<WorkUnit> units, CancellationToken token)
    {
        var outcomes = await Task.WhenAll(units.Select(unit => Attempt(context.Message, unit, token)));
        foreach (var returned in outcomes.OfType<WorkReturned>())
            await Publish(context, returned);
        var through = outcomes.Where(outcome => outcome is not WorkReturned).Select(AsPicture).ToList();
        if (through.Count > 0)
            await Publish(context, LessonPictures.Report(context.Message.CourseId, lesson, through, outcomes.Length));
    }

    static RenderedPicture AsPicture(object outcome) => outcome switch
    {
        WorkFailed failed => new RenderedPicture(failed.Receipt, Image: null, failed.Failure),
        _ => (RenderedPicture)outcome,
    };
}

/// <summary>The queue of <see cref="RenderImagesConsumer"/>.</summary>
sealed class RenderImagesDefinition(WorkOptions options) : WorkDefinition<RenderImagesConsumer>(QueueNames.Images, options.ConcurrentBuilds);
