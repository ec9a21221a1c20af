using CourseGen.Contracts;

namespace CourseGen.Planner.History;

/// <summary>What an event tells to people.</summary>
static class WorkEvents
{
    public static WorkKind KindOf(IWorkEvent message) => message switch
    {
        CoursePlanned => WorkKind.Plan,
        LessonWritten => WorkKind.Lesson,
        VisualsPlanned => WorkKind.Visuals,
        SlidesPlanned => WorkKind.Slides,
        LabsPlanned => WorkKind.LabPlan,
        LabWritten => WorkKind.Lab,
        InputsWritten => WorkKind.Inputs,
        DeckBatchBuilt => WorkKind.DeckBatch,
        InfographicBuilt => WorkKind.Infographic,
        BookBuilt => WorkKind.Book,
        LabGuideBuilt => WorkKind.LabGuide,
        DeckMerged => WorkKind.Deck,
        ManifestWritten => WorkKind.Manifest,
        WorkFailed failed => failed.Kind,
        WorkReturned returned => returned.Kind,
        _ => throw new InvalidOperationException($"No kind of work is known for {message.GetType().Name}: name it in {nameof(WorkEvents)}.{nameof(KindOf)}."),
    };

    public static string? TextOf(object message) => message switch
    {
        WorkFailed failed => $"{failed.Failure.Reason} {failed.Failure.Remedy}",
        WorkReturned returned => returned.Reason,
        CoursePlanned planned => $"{planned.Lessons.Count} lessons, {planned.Labs.Count} labs.",
        LessonWritten lesson => $"{lesson.Words} words, {lesson.Visuals} visuals.",
        VisualsPlanned visuals => $"{visuals.Visuals.Count} visuals.",
        ImagesRendered pictures => $"{pictures.Pictures.Count(picture => picture.Image is not null)} of {pictures.Pictures.Count} pictures.",
        SlidesPlanned slides => slides.Derived ? $"{slides.SlideCount} slides, from the lesson's headings." : $"{slides.SlideCount} slides.",
        DeckBatchBuilt deck => $"{deck.SlideCount} slides.",
        DeckMerged deck => $"{deck.TotalSlides} slides of {deck.TotalBatches} decks.",
        RepairRequested { Scope.Items.Count: > 0 } repair => string.Join(", ", repair.Scope.Items),
        ResumeRequested { MaxCostUsd: { } cost } => FormattableString.Invariant($"max_cost_usd {cost}."),
        _ => null,
    };
}
