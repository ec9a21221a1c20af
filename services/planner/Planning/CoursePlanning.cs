using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.Planner.Planning;

/// <param name="OutlineSha256">Of the outline as received.</param>
/// <param name="Previous">The plan of the revision before, whose pins go on; null for the first.</param>
/// <param name="TextModel">Of a start that names none and has no plan before it.</param>
sealed record PlanRequest(
    int Revision, string ProjectFolder, Outline Outline, string OutlineSha256, string Shape, CourseSettings Settings, CoursePlan? Previous,
    ModelRef TextModel, ModelRef ImageModel);

/// <summary>From an outline and the options of a start to a plan. Pure: the same request is the same plan.</summary>
static class CoursePlanning
{
    /// <summary>Changed when what a kind's artifact must contain changes; part of every basis.</summary>
    const string ContractVersion = "1";

    static readonly IReadOnlyList<WorkKind> TextKinds = [WorkKind.Lesson, WorkKind.Visuals, WorkKind.Slides, WorkKind.LabPlan, WorkKind.Lab];

    public static CoursePlan Plan(PlanRequest request)
    {
        var (settings, outline) = (request.Settings, Localized(request));
        var selected = Selected(request);
        var content = ContentOf(settings, outline, selected);
        var models = ModelsOf(request.Settings, request.Previous, request.TextModel, request.ImageModel);
        var prompts = Prompts(request);
        var lessons = content == ContentType.Labs ? [] : Lessons(request, outline, selected, models, prompts);
        var labs = content == ContentType.Theory ? [] : Labs(request, outline, selected, models, prompts);
        return new CoursePlan
        {
            Revision = request.Revision,
            ProjectFolder = request.ProjectFolder,
            Slug = Slug.Of(outline.Title),
            Language = outline.Language,
            ContentType = content,
            OutlineSha256 = request.OutlineSha256,
            Shape = request.Shape,
            Settings = settings,
            SelectedModules = selected,
            Models = models,
            Prompts = prompts,
            Bases = Bases(request, outline, models, prompts),
            Lessons = lessons,
            Labs = labs,
            LessonBatches = CourseCuts.Lessons(outline, settings.BatchSize),
            DeckBatches = CourseCuts.Decks(outline, settings.DeckBatchSize),
            ExpectedCalls = Calls(settings, outline, lessons, labs),
            Outline = outline,
            Warnings = content == settings.ContentType ? [] : ["The outline has no labs: only theory is made."],
        };
    }

    static Outline Localized(PlanRequest request) =>
        request.Settings.Language is { } language ? request.Outline with { Language = language } : request.Outline;

    /// <summary>On an equal outline, a later selection adds to the earlier ones.</summary>
    static IReadOnlyList<int> Selected(PlanRequest request)
    {
        IEnumerable<int> asked = request.Settings.Modules ?? [.. request.Outline.Modules.Select(module => module.Number)];
        IEnumerable<int> before = request.Previous?.OutlineSha256 == request.OutlineSha256 ? request.Previous.SelectedModules : [];
        return [.. asked.Union(before).Order()];
    }

    static ContentType ContentOf(CourseSettings settings, Outline outline, IReadOnlyList<int> selected)
    {
        var labs = outline.Modules.Where(module => selected.Contains(module.Number)).SelectMany(module => module.AllLabs()).Any();
        return settings.ContentType == ContentType.Both && !labs ? ContentType.Theory : settings.ContentType;
    }

    /// <param name="last">The plan of the revision before, whose pins go on.</param>
    /// <param name="text">Of a start that names none and has no plan before it; <paramref name="image"/> alike.</param>
    public static Dictionary<WorkKind, ModelRef> ModelsOf(CourseSettings settings, CoursePlan? last, ModelRef text, ModelRef image)
    {
        var previous = settings.Refresh ? null : last?.Models;
        var models = TextKinds.ToDictionary(kind => kind, kind => Pinned(kind, settings.TextProvider, settings.TextModel, text));
        models[WorkKind.Image] = Pinned(WorkKind.Image, settings.ImageProvider, settings.ImageModel, image);
        return models;

        ModelRef Pinned(WorkKind kind, string? provider, string? model, ModelRef otherwise)
        {
            var pinned = previous?.GetValueOrDefault(kind) ?? otherwise;
            if (provider is not null && provider != pinned.Provider)
                pinned = provider == otherwise.Provider ? otherwise : ModelProfile.DefaultOf(provider, kind);
            return model is null ? pinned : pinned with { Model = model };
        }
    }

    static Dictionary<WorkKind, string> Prompts(PlanRequest request)
    {
        var previous = request.Settings.Refresh ? null : request.Previous?.Prompts;
        return TextKinds.ToDictionary(kind => kind, kind => previous?.GetValueOrDefault(kind) ?? PromptVersions.Current[kind]);
    }

    static IReadOnlyList<PlannedLesson> Lessons(
        PlanRequest request, Outline outline, IReadOnlyList<int> selected, Dictionary<WorkKind, ModelRef> models, Dictionary<WorkKind, string> prompts) =>
    [
        .. outline.LessonsInOrder().Where(place => selected.Contains(place.Module.Number)).Select(place =>
        {
            var (module, lesson) = (place.Module, place.Lesson);
            var words = TargetWords.Of(module, lesson);
            var basis = Fingerprint.Basis(Common(WorkKind.Lesson, outline, models, prompts).Concat(
            [
                request.Settings.LessonRequirements, outline.Title, outline.Level, string.Join('\n', outline.Audience), module.Title, lesson.Id, lesson.Title,
                lesson.BloomLevel ?? module.BloomLevel, words.ToString(), string.Join('\n', lesson.Topics.Select(topic => topic.Title)),
            ]));
            return new PlannedLesson(
                lesson.Id, place.Number, module.Number, lesson.Number, lesson.Title, ArtifactKeys.Lesson(module.Number, lesson.Number, lesson.Title), words,
                TargetWords.Slides(outline, module, lesson, request.Settings.SlidesPerLesson), ((place.Number - 1) / request.Settings.DeckBatchSize) + 1, basis);
        }),
    ];

    static IReadOnlyList<PlannedLab> Labs(
        PlanRequest request, Outline outline, IReadOnlyList<int> selected, Dictionary<WorkKind, ModelRef> models, Dictionary<WorkKind, string> prompts) =>
    [
        .. outline.Modules.Where(module => selected.Contains(module.Number)).SelectMany(module => module.AllLabs().Select(lab => new PlannedLab(
            lab.Id, module.Number, int.Parse(lab.Id[3..5]), lab.Title, ArtifactKeys.Lab(lab.Id, lab.Title),
            Fingerprint.Basis(Common(WorkKind.Lab, outline, models, prompts).Concat(
            [
                request.Settings.LabRequirements, lab.Id, lab.Title, lab.DurationMinutes.ToString(), lab.BloomLevel, string.Join('\n', lab.Objectives), lab.Description,
            ]))))),
    ];

    static Dictionary<WorkKind, string> Bases(
        PlanRequest request, Outline outline, Dictionary<WorkKind, ModelRef> models, Dictionary<WorkKind, string> prompts)
    {
        var settings = request.Settings;
        var labs = string.Join('\n', outline.Modules.SelectMany(module => module.AllLabs()).Select(lab => $"{lab.Id} {lab.Title} {lab.DurationMinutes}"));
        var front = Fingerprint.Sha256(DocumentJson.Write(outline));
        string?[] slides = [settings.Style, front, models[WorkKind.Lesson].Provider, .. settings.DeckTemplate is { } template ? [template.Sha256] : Array.Empty<string>()];
        return new()
        {
            [WorkKind.Visuals] = Basis(WorkKind.Visuals),
            [WorkKind.Image] = Basis(WorkKind.Image),
            [WorkKind.Slides] = Basis(WorkKind.Slides, settings.SlidesPerLesson?.ToString()),
            [WorkKind.LabPlan] = Basis(WorkKind.LabPlan, settings.LabRequirements, outline.Title, labs),
            [WorkKind.DeckBatch] = Basis(WorkKind.DeckBatch, slides),
            [WorkKind.Infographic] = Basis(WorkKind.Infographic, slides),
            [WorkKind.Deck] = Basis(WorkKind.Deck, slides),
            [WorkKind.Book] = Basis(WorkKind.Book, front, settings.LabsInBook.ToString(), models[WorkKind.Lesson].Provider),
            [WorkKind.LabGuide] = Basis(WorkKind.LabGuide, front, models[WorkKind.Lab].Provider),
        };

        string Basis(WorkKind kind, params IEnumerable<string?> parts) => Fingerprint.Basis(Common(kind, outline, models, prompts).Concat(parts));
    }

    static IEnumerable<string?> Common(WorkKind kind, Outline outline, Dictionary<WorkKind, ModelRef> models, Dictionary<WorkKind, string> prompts) =>
        [kind.ToString(), ContractVersion, outline.Language, models.GetValueOrDefault(kind)?.ToString(), prompts.GetValueOrDefault(kind)];

    static ExpectedCalls Calls(CourseSettings settings, Outline outline, IReadOnlyList<PlannedLesson> lessons, IReadOnlyList<PlannedLab> labs)
    {
        var topics = outline.LessonsInOrder().Where(place => lessons.Any(lesson => lesson.Id == place.Lesson.Id)).Sum(place => Math.Max(1, place.Lesson.Topics.Count));
        return new ExpectedCalls(lessons.Count, lessons.Count, Math.Min(topics, settings.MaxImages ?? topics), settings.BuildDeck ? lessons.Count : 0, (labs.Count + 9) / 10, labs.Count);
    }
}
