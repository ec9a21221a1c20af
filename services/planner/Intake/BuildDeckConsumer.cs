using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Decks;
using CourseGen.Planner.Planning;
using CourseGen.Storage;
using MassTransit;

namespace CourseGen.Planner.Intake;

[MessageUrn("CourseGen.Contracts:BuildDeck"), EntityName("CourseGen.Contracts:BuildDeck")]
public sealed class BuildDeckBody;

/// <summary>The original's <c>ppt-orchestration</c>: finds the folder's book, which may be all that the folder has, and asks for its deck.</summary>
sealed class BuildDeckConsumer(
    IArtifactStore store, StoredRevisions revisions, EntryRules rules, PlannerOptions planner, CourseSpellings spellings, ModelLifetimes lifetimes, DeckTemplates templates)
    : EntryConsumer<BuildDeckBody>(rules)
{
    const int MostModules = 30;
    const int MostLessons = 200;

    protected override async Task<object?> Read(ConsumeContext context, CommandFields fields)
    {
        var (token, asked) = (context.CancellationToken, Asked(fields));
        var location = CommandLocation.Read(fields, Options.Buckets);
        var template = DeckTemplates.KeyOf(fields);
        fields.Ignore("content_source", "performance_mode", "allow_openai_fallback", "user_email", "course_duration_hours", "execution_id", "html_first",
            "total_lessons", "book_version_key", "book_type");
        fields.FaultUnknown();
        if (location is null || fields.Faults.Count > 0)
            return null;
        var last = await revisions.Last(location, token);
        if (last is null)
            await spellings.Check(location, fields);
        if (await Book(location, last, fields, token) is not { } book)
            return null;
        var settings = asked(last?.Settings ?? new CourseSettings());
        if (template is not null)
            settings = settings with { DeckTemplate = await templates.Keep(location, template, fields, token) };
        foreach (var (_, ended) in lifetimes.EndedOf(new Dictionary<WorkKind, ModelRef> { [WorkKind.Slides] = DeckPlanning.ModelOf(settings, last, planner) }))
            fields.Fault("model_provider", ended.Message);
        return new DeckRequested(CourseId.Of(location), location, book, settings, last?.AsStored());
    }

    /// <summary>What is not asked for is as the course had it; for what is no course, the defaults.</summary>
    static Func<CourseSettings, CourseSettings> Asked(CommandFields fields)
    {
        var (provider, style) = (fields.Text("model_provider", 40)?.ToLowerInvariant(), fields.Choice("style", "professional", "modern", "minimal"));
        var (slides, size, combine) = (fields.Integer("slides_per_lesson", 3, 50), fields.Integer("batch_size", 1, 50), fields.Flag("auto_combine"));
        return settings => settings with
        {
            TextProvider = provider,
            TextModel = null,
            Style = style ?? settings.Style,
            SlidesPerLesson = slides ?? settings.SlidesPerLesson,
            DeckBatchSize = size ?? new CourseSettings().DeckBatchSize,
            AutoCombine = combine ?? true,
            BuildDeck = true,
            Refresh = false,
        };
    }

    /// <returns>Null after a fault.</returns>
    async Task<ArtifactRef?> Book(CourseLocation location, CoursePlan? last, CommandFields fields, CancellationToken token)
    {
        var books = await BookData.Keys(store, location, token);
        var key = last is not null && books.Contains(ArtifactKeys.BookData(last.Slug)) ? ArtifactKeys.BookData(last.Slug) : books.Count == 1 ? books[0] : null;
        if (key is null || await store.Find(location, key, token) is not { } found)
        {
            fields.Fault("project_folder", books.Count > 1
                ? $"{location.Folder} has several books ({string.Join(", ", books.Take(5))}), and no course that says which is its own; leave one"
                : $"there is no book in {location.Folder}: expected {ArtifactKeys.BookData("{slug}")}; build the book first");
            return null;
        }
        var book = BookData.Read(await store.ReadBytes(location, key, token));
        var lessons = book.Modules.Sum(module => module.Lessons.Count);
        if (lessons is 0 or > MostLessons || book.Modules.Count > MostModules)
            fields.Fault("project_folder", $"{key} has {lessons} lessons in {book.Modules.Count} modules; expected 1 to {MostLessons} lessons in at most {MostModules} modules");
        return fields.Faults.Count > 0 ? null : new ArtifactRef(key, found.Sha256, found.Length);
    }
}
