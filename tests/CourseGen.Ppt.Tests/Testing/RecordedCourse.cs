using System.Collections.Concurrent;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Slides;
using CourseGen.Storage;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>A recorded sample's slide plans and visuals, made into the course's deck by the service.</summary>
static class RecordedCourse
{
    const string Visuals = "visuals", Lessons = "lessons", Slides = "slides";

    internal static readonly string Samples = SamplesFolder();

    static readonly ConcurrentDictionary<(string, string), Lazy<Task<byte[]>>> Decks = new();

    sealed record Recorded(IReadOnlyList<Visual> Visuals);

    /// <param name="sample">Its folder.</param>
    /// <returns>The merged deck.</returns>
    internal static Task<byte[]> Deck(string sample, string style = "professional") => Decks.GetOrAdd((sample, style), _ => new(() => Make(sample, style))).Value;

    internal static IEnumerable<Visual> VisualsOf(string sample) =>
        Directory.GetFiles(PathOf(sample, Visuals, ""), "*.json").Order(StringComparer.Ordinal).SelectMany(file => DocumentJson.Read<Recorded>(File.ReadAllBytes(file)).Visuals);

    static async Task<byte[]> Make(string sample, string style)
    {
        var language = sample == "bases-de-datos" ? "es" : "en";
        await using var course = new TestCourse(language: language, style: style);
        course.Plan = Planned(course.Plan, sample);
        var artifacts = new List<InputArtifact>();
        foreach (var lesson in course.Plan.Lessons)
        {
            var document = LessonReader.Read(File.ReadAllText(PathOf(sample, Lessons, $"{lesson.Id}.md")));
            var reading = SlidePlanReader.Read(File.ReadAllText(PathOf(sample, Slides, $"{lesson.Id}.json")), new SlideRequest(document, lesson.ModuleNumber, lesson.LessonNumber, language, lesson.TargetSlides, 20));
            await Add(WorkKind.Slides, lesson.Id, ArtifactKeys.Slides(lesson.ModuleNumber, lesson.LessonNumber), DocumentJson.Write(new SlidePlan(lesson.Id, lesson.Title, language, false, reading.Slides!)));
            foreach (var visual in DocumentJson.Read<Recorded>(File.ReadAllBytes(PathOf(sample, Visuals, $"{lesson.Id}.json"))).Visuals)
            {
                await Add(WorkKind.Visuals, visual.Id, ArtifactKeys.Prompt(visual.Id), DocumentJson.Write(visual with { LessonId = lesson.Id, Filename = $"{visual.Id}.png", Description = visual.AltText }));
                await Add(WorkKind.Image, visual.Id, ArtifactKeys.Image(visual.Id), Testing.Samples.Png(160, 90, (byte)(60 + artifacts.Count)));
            }
        }
        var built = await course.BuildBatch(1, artifacts);
        var merged = await course.Run<DeckMerged>(new CombineDeck(Guid.NewGuid(), await course.Order(0), [TestCourse.Unit("deck")],
            await course.PutInputs(WorkKind.Deck, "deck", [new InputArtifact(WorkKind.DeckBatch, "batch-1", built.Deck.Key, built.Deck.Sha256)])));
        return await course.Read(merged.Deck.Key);

        async Task Add(WorkKind kind, string item, string key, byte[] bytes) => artifacts.Add(new InputArtifact(kind, item, key, (await course.Put(key, bytes)).Sha256));
    }

    /// <summary>The sample's lessons in one deck batch; what the cover says is the test course's.</summary>
    static CoursePlan Planned(CoursePlan plan, string sample)
    {
        var lessons = Directory.GetFiles(PathOf(sample, Lessons, ""), "*.md").Order(StringComparer.Ordinal).Select((file, index) =>
        {
            var (id, title) = (Path.GetFileNameWithoutExtension(file), File.ReadLines(file).First(line => line.StartsWith("# ", StringComparison.Ordinal)));
            var (module, lesson) = (int.Parse(id[..2]), int.Parse(id[3..]));
            title = title[(title.IndexOf(':', StringComparison.Ordinal) + 2)..];
            return new PlannedLesson(id, index + 1, module, lesson, title, ArtifactKeys.Lesson(module, lesson, title), 1000, 12, 1, "");
        }).ToList();
        return plan with
        {
            Lessons = lessons,
            Labs = [],
            DeckBatches = [new DeckBatch(0, 1, lessons.Count, 1)],
            Outline = plan.Outline with
            {
                Modules = [.. lessons.GroupBy(lesson => lesson.ModuleNumber).Select(module => new OutlineModule(
                    module.Key, module.First().Title, null, null, null,
                    [.. module.Select(lesson => new OutlineLesson(lesson.Id, lesson.LessonNumber, lesson.Title, 20, null, [new OutlineTopic(lesson.Title, null, null)], []))], [], []))],
            },
        };
    }

    static string PathOf(string sample, string kind, string file) => Path.Combine(Samples, sample, "recorded", kind, file);

    static string SamplesFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CourseGen.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "samples");
    }
}
