using System.Collections.Concurrent;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Storage;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>A course of as many lessons as asked for, in deck batches of six, made into its deck by the service.</summary>
static class LongCourse
{
    static readonly ConcurrentDictionary<int, Lazy<Task<byte[]>>> Decks = new();

    /// <returns>The merged deck.</returns>
    internal static Task<byte[]> Deck(int lessons) => Decks.GetOrAdd(lessons, _ => new(() => Make(lessons))).Value;

    static async Task<byte[]> Make(int lessons)
    {
        await using var course = new TestCourse();
        course.Plan = Planned(course.Plan, lessons);
        var decks = new List<InputArtifact>();
        foreach (var batch in course.Plan.DeckBatches)
        {
            var built = await course.BuildBatch(batch.BatchIndex + 1, await PutSlides(course, batch));
            decks.Add(new InputArtifact(WorkKind.DeckBatch, $"batch-{batch.BatchIndex + 1}", built.Deck.Key, built.Deck.Sha256));
        }
        var merged = await course.Run<DeckMerged>(new CombineDeck(Guid.NewGuid(), await course.Order(0), [TestCourse.Unit("deck")], await course.PutInputs(WorkKind.Deck, "deck", decks)));
        return await course.Read(merged.Deck.Key);
    }

    static async Task<List<InputArtifact>> PutSlides(TestCourse course, DeckBatch batch)
    {
        var artifacts = new List<InputArtifact>();
        foreach (var lesson in course.Plan.Lessons.Where(lesson => lesson.Number >= batch.LessonStart && lesson.Number <= batch.LessonEnd))
        {
            var text = SampleLesson.Markdown.Replace("zero of the chart", $"zero of chart {lesson.Number}").Replace("Depth at a moment", $"Depth in harbour {lesson.Number}");
            var slides = HeadingSlides.From(LessonReader.Read(text), lesson.ModuleNumber, lesson.LessonNumber, course.Plan.Language, 8);
            var (key, bytes) = (ArtifactKeys.Slides(lesson.ModuleNumber, lesson.LessonNumber), DocumentJson.Write(new SlidePlan(lesson.Id, lesson.Title, course.Plan.Language, false, slides)));
            artifacts.Add(new InputArtifact(WorkKind.Slides, lesson.Id, key, (await course.Put(key, bytes)).Sha256));
        }
        return artifacts;
    }

    static CoursePlan Planned(CoursePlan plan, int count)
    {
        const int Batch = 6;
        var lessons = Enumerable.Range(1, count).Select(number => new PlannedLesson(
            $"01-{number:00}", number, 1, number, $"Harbour {number}", ArtifactKeys.Lesson(1, number, $"Harbour {number}"), 1000, 8, 1, "")).ToList();
        var batches = (count + Batch - 1) / Batch;
        return plan with
        {
            Lessons = lessons,
            Labs = [],
            DeckBatches = [.. Enumerable.Range(0, batches).Select(index => new DeckBatch(index, (index * Batch) + 1, Math.Min(count, (index + 1) * Batch), batches))],
            Outline = plan.Outline with
            {
                Modules = [new OutlineModule(1, "Harbours", "One harbour after another.", null, null,
                    [.. lessons.Select(lesson => new OutlineLesson(lesson.Id, lesson.LessonNumber, lesson.Title, 20, null, [new OutlineTopic("Topic", null, null)], []))], [], [])],
            },
        };
    }
}
