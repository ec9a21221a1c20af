using System.Text;
using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Outlines;
using CourseGen.Storage;

namespace CourseGen.Planner.Decks;

/// <summary>
/// Plans of decks of existing books, put create-only and apart from the course's revisions, of which they change nothing. Where the book was
/// edited, or is all there is, its lessons are put beside the plan as they stand in it.
/// </summary>
sealed class DeckPlans(IArtifactStore store, PlannerOptions options)
{
    public static bool IsBook(ArtifactRef? outline) => outline?.Key.StartsWith(ArtifactKeys.Books, StringComparison.Ordinal) == true;

    /// <exception cref="WorkException">The book is another one by now, or cannot be read.</exception>
    public async Task<(CoursePlan Plan, string Key, byte[] Bytes)> Make(PlanCourse command, CancellationToken token)
    {
        var location = command.Order.Location;
        var key = ArtifactKeys.DeckPlan(HashOf(command));
        if (await store.Find(location, key, token) is null)
            await store.PutBytes(location, key, DocumentJson.Write(await Plan(command, token)), PutCondition.Absent, token);
        var bytes = await store.ReadBytes(location, key, token);
        await store.PutBytes(location, ArtifactKeys.LastDeckPlan, bytes, PutCondition.Always, token);
        return (DocumentJson.Read<CoursePlan>(bytes), key, bytes);
    }

    /// <summary>The course's decks are made by its own plan again.</summary>
    public async Task Supersede(CourseLocation location, byte[] plan, CancellationToken token)
    {
        if (await store.Find(location, ArtifactKeys.LastDeckPlan, token) is not null)
            await store.PutBytes(location, ArtifactKeys.LastDeckPlan, plan, PutCondition.Always, token);
    }

    /// <summary>The same book, asked for in the same way, of the same revision is the same plan.</summary>
    static string HashOf(PlanCourse command) => Fingerprint.Basis(
        command.Outline.Key, command.Outline.Sha256, command.Order.Revision.ToString(), command.Shape, Encoding.UTF8.GetString(DocumentJson.Write(command.Settings)));

    async Task<CoursePlan> Plan(PlanCourse command, CancellationToken token)
    {
        var (location, book) = (command.Order.Location, command.Outline);
        var found = await store.Find(location, book.Key, token) ?? throw new UpstreamMissingException(book.Key);
        if (found.Sha256 != book.Sha256)
            throw new WorkException(FailureKind.UpstreamMissing, $"{book.Key} has changed since its deck was asked for.", "Ask for the deck again, to take the book as it is now.");
        var course = await Course(location, command.Order.Revision, token);
        var data = course is null || found.EditedByHand ? Read(book.Key, await store.ReadBytes(location, book.Key, token)) : null;
        var plan = DeckPlanning.Plan(new DeckPlanRequest(location.Folder, book, data, command.Settings, course, await Outline(location, token), options));
        if (data is not null)
            await Put(location, plan, data, token);
        return plan;
    }

    async Task Put(CourseLocation location, CoursePlan plan, BookData data, CancellationToken token)
    {
        foreach (var (lesson, text) in plan.Lessons.Zip(data.Modules.SelectMany(module => module.Lessons)))
        {
            var markdown = BookLessonText.Of($"{lesson.ModuleNumber}.{lesson.LessonNumber}", text with { Title = lesson.Title });
            await store.PutBytes(location, lesson.Key, Encoding.UTF8.GetBytes(markdown), PutCondition.Absent, token);
        }
    }

    async Task<CoursePlan?> Course(CourseLocation location, int revision, CancellationToken token) =>
        revision > 0 ? await store.ReadDocument<CoursePlan>(location, ArtifactKeys.RevisionPlan(revision), token) : null;

    /// <summary>The original's folders have one too.</summary>
    async Task<Outline?> Outline(CourseLocation location, CancellationToken token) =>
        await store.Find(location, ArtifactKeys.Outline, token) is { Length: <= OutlineText.MaxBytes }
            ? OutlineReader.Read(await store.ReadBytes(location, ArtifactKeys.Outline, token)).Outline
            : null;

    static BookData Read(string key, byte[] bytes)
    {
        try
        {
            return BookData.Read(bytes);
        }
        catch (JsonException fault)
        {
            throw new WorkException(FailureKind.BadContent, $"{key} cannot be read (line {fault.LineNumber + 1}).", "Correct the file, or build the book again.", fault);
        }
    }
}
