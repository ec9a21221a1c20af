using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Planner.Intake;

/// <summary>What makes two starts the same course: the outline's bytes and the options that shape it. Batch sizes, windows, priority and limits do not.</summary>
static class CourseShape
{
    public static string Of(string outlineSha256, CourseSettings settings) => Fingerprint.Basis(
    [
        outlineSha256, settings.Modules is null ? null : string.Join(',', settings.Modules), settings.ContentType.ToString(),
        settings.TextProvider, settings.TextModel, settings.ImageProvider, settings.ImageModel, settings.Language,
        settings.LessonRequirements, settings.LabRequirements, settings.Style, settings.SlidesPerLesson?.ToString(), settings.MaxImages?.ToString(),
        settings.AutoCombine.ToString(), settings.BuildDeck.ToString(), string.Join(',', settings.BookFormats), settings.LabsInBook.ToString(), settings.Refresh.ToString(),
        .. settings.DeckTemplate is { } template ? [template.Sha256] : Array.Empty<string>(),
    ]);
}
