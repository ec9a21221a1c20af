using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Planner.Courses;
using CourseGen.Storage;

namespace CourseGen.Planner.Decks;

/// <summary>What the deck of a book is built from besides its slide plans: lessons and pictures that no item of this run made, as the store has them.</summary>
sealed class BookSources(IArtifactStore store, CourseLocation location, CoursePlan plan)
{
    static readonly string[] PictureTypes = [".png", ".jpg", ".jpeg", ".webp"];

    /// <summary>Changes nothing of a course's own inputs.</summary>
    public async Task<BuildInputs> AddTo(BuildInputs inputs, CancellationToken token)
    {
        if (plan.Book is null || inputs.Target is not (WorkKind.DeckBatch or WorkKind.Infographic))
            return inputs;
        var images = await Images(token);
        var (artifacts, gaps) = (new List<InputArtifact>(inputs.Artifacts), new List<InputGap>(inputs.Gaps));
        foreach (var lesson in plan.Lessons.Where(lesson => inputs.Target == WorkKind.Infographic || inputs.Item == WorkItemIds.DeckBatch(lesson.DeckBatch)))
        {
            if (await store.Find(location, lesson.Key, token) is not { } found)
            {
                gaps.Add(new InputGap(WorkKind.Lesson, lesson.Id, lesson.Title));
                continue;
            }
            if (inputs.Target == WorkKind.DeckBatch)
                artifacts.Add(new InputArtifact(WorkKind.Lesson, lesson.Id, lesson.Key, found.Sha256));
            var markdown = Encoding.UTF8.GetString(await store.ReadBytes(location, lesson.Key, token));
            foreach (var id in LessonReader.Read(markdown).Visuals.Select(visual => visual.Id).Distinct())
                await AddPicture(id, lesson, images, artifacts, gaps, token);
        }
        return inputs with { Artifacts = artifacts, Gaps = gaps };
    }

    async Task AddPicture(
        string id, PlannedLesson lesson, IReadOnlyDictionary<string, string> images, List<InputArtifact> artifacts, List<InputGap> gaps, CancellationToken token)
    {
        if (await store.Find(location, ArtifactKeys.Prompt(id), token) is { } prompt)
            artifacts.Add(new InputArtifact(WorkKind.Visuals, id, ArtifactKeys.Prompt(id), prompt.Sha256));
        if (images.TryGetValue(id, out var key) && await store.Find(location, key, token) is { } image)
            artifacts.Add(new InputArtifact(WorkKind.Image, id, key, image.Sha256));
        else
            gaps.Add(new InputGap(WorkKind.Image, id, lesson.Title));
    }

    /// <returns>Keys by the visual's id.</returns>
    async Task<IReadOnlyDictionary<string, string>> Images(CancellationToken token)
    {
        var images = new Dictionary<string, string>();
        await foreach (var key in store.List(location.Bucket, $"{location.Folder}/{ArtifactKeys.Images}", token))
        {
            if (PictureTypes.Contains(Path.GetExtension(key)))
                images[Path.GetFileNameWithoutExtension(key)] = key[(location.Folder.Length + 1)..];
        }
        return images;
    }
}
