using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Models.Simulated;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Outlines;
using CourseGen.Planner.Planning;
using CourseGen.Storage;

namespace CourseGen.Planner.Decks;

/// <param name="Book">Where the book's data is.</param>
/// <param name="Data">The book, when its text is what the slides are made of; null: the course's own lessons are, which the book was made of.</param>
/// <param name="Course">The course's last plan; null for a folder that only has a book.</param>
/// <param name="Outline">That a folder without a plan has all the same, for durations and front matter.</param>
sealed record DeckPlanRequest(string ProjectFolder, ArtifactRef Book, BookData? Data, CourseSettings Settings, CoursePlan? Course, Outline? Outline, PlannerOptions Options);

/// <summary>From a book to the plan of its deck. Pure: the same request is the same plan.</summary>
static class DeckPlanning
{
    /// <summary>The model that plans slides: the provider asked for, else what the course pins, else the configured one.</summary>
    public static ModelRef ModelOf(CourseSettings settings, CoursePlan? course, PlannerOptions options) =>
        CoursePlanning.ModelsOf(settings with { ImageProvider = null, ImageModel = null }, course, options.TextModel, options.ImageModel)[WorkKind.Slides];

    public static CoursePlan Plan(DeckPlanRequest request)
    {
        var (settings, course, model) = (request.Settings, request.Course, ModelOf(request.Settings, request.Course, request.Options));
        var outline = request.Data is { } data ? OutlineOf(data, course?.Outline ?? request.Outline, request.ProjectFolder) : course!.Outline;
        var own = settings with
        {
            Modules = request.Data is null ? course!.SelectedModules : null,
            ContentType = request.Data is null && course!.ContentType != ContentType.Labs ? course.ContentType : ContentType.Theory,
            TextProvider = null,
            TextModel = null,
            ImageProvider = null,
            ImageModel = null,
            Language = null,
        };
        var plan = CoursePlanning.Plan(new PlanRequest(
            course?.Revision ?? 0, request.ProjectFolder, outline, course?.OutlineSha256 ?? "", course?.Shape ?? "", own,
            course is null ? null : course with { Models = With(course.Models, model) }, model, request.Options.ImageModel));
        return plan with
        {
            Settings = settings,
            Book = request.Book,
            Models = course is not null || request.Data?.IsSimulated == true ? WriterOf(plan, request.Data) : Without(plan.Models, WorkKind.Lesson),
            Lessons = request.Data is null ? plan.Lessons
                : [.. plan.Lessons.Select(lesson => lesson with { Key = ArtifactKeys.BookLesson(request.Book.Sha256, lesson.ModuleNumber, lesson.LessonNumber) })],
        };
    }

    /// <summary>A book says itself whether a model only pretended to write it.</summary>
    static IReadOnlyDictionary<WorkKind, ModelRef> WriterOf(CoursePlan plan, BookData? data) => data?.IsSimulated != true
        ? plan.Models
        : new Dictionary<WorkKind, ModelRef>(plan.Models) { [WorkKind.Lesson] = new(SimulatedChatClient.ProviderName, "") };

    static Dictionary<WorkKind, ModelRef> With(IReadOnlyDictionary<WorkKind, ModelRef> models, ModelRef slides) => new(models) { [WorkKind.Slides] = slides };

    static Dictionary<WorkKind, ModelRef> Without(IReadOnlyDictionary<WorkKind, ModelRef> models, WorkKind kind) =>
        models.Where(model => model.Key != kind).ToDictionary(model => model.Key, model => model.Value);

    /// <summary>The book's modules and lessons; what only an outline knows from the outline's module or lesson of the same number.</summary>
    static Outline OutlineOf(BookData book, Outline? known, string folder)
    {
        var language = LanguageOf(book, known);
        var words = CourseWords.In(language);
        var title = book.Title ?? known?.Title ?? folder[(folder.LastIndexOf('/') + 1)..];
        return (known ?? new Outline { Title = title, Modules = [] }) with
        {
            Title = title,
            Language = language,
            Modules =
            [
                .. book.Modules.Select(module =>
                {
                    var outlined = known?.Modules.FirstOrDefault(one => one.Number == module.Number);
                    return new OutlineModule(
                        module.Number, module.Title ?? outlined?.Title ?? $"{words.Module} {module.Number}", outlined?.Summary, outlined?.DurationMinutes, outlined?.BloomLevel,
                        [.. module.Lessons.Select(lesson => LessonOf(module, lesson, outlined, words))], [], outlined?.References ?? []);
                }),
            ],
        };
    }

    static OutlineLesson LessonOf(BookDataModule module, BookDataLesson lesson, OutlineModule? outlined, CourseWords words)
    {
        var known = outlined?.Lessons.FirstOrDefault(one => one.Number == lesson.Number);
        return new OutlineLesson(
            $"{module.Number:00}-{lesson.Number:00}", lesson.Number, lesson.Title.Length > 0 ? lesson.Title : known?.Title ?? $"{words.Lesson} {module.Number}.{lesson.Number}",
            known?.DurationMinutes, known?.BloomLevel, known?.Topics ?? [], []);
    }

    /// <summary>As the book names it, or its outline; else what its text is in, else English.</summary>
    static string LanguageOf(BookData book, Outline? known) =>
        book.Language?.Trim().ToLowerInvariant() switch
        {
            "español" or "espanol" or "spanish" => "es",
            "english" or "inglés" => "en",
            { } tag => LanguageTag.Parse(tag),
            null => null,
        }
        ?? known?.Language
        ?? TextLanguage.Of(string.Join('\n', book.Modules.SelectMany(module => module.Lessons).Take(3).Select(lesson => lesson.Content)))
        ?? "en";
}
