using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Tests.Testing;
using CourseGen.Storage;

namespace CourseGen.Ppt.Tests.Checks;

/// <summary>The decks that are made here pass every check, and the Open XML SDK's.</summary>
public sealed class CleanDecksTests
{
    public static TheoryData<string, string, string> Languages
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            (string Language, string Word)[] words = [("en", "Tide"), ("es", "Marea"), ("ar", "المد والجزر"), ("he", "גאות ושפל"), ("ja", "潮の満ち引き"), ("zh", "潮汐"), ("ko", "조석")];
            foreach (var style in (string[])["professional", "modern", "minimal"])
            {
                foreach (var (language, word) in words)
                    data.Add(style, language, word);
            }
            return data;
        }
    }

    public static TheoryData<string, string> Recorded => new()
    {
        { "harbour-tides", "professional" }, { "harbour-tides", "modern" }, { "harbour-tides", "minimal" },
        { "bases-de-datos", "professional" }, { "bases-de-datos", "modern" }, { "bases-de-datos", "minimal" },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_layout_is_clean_in_every_style_and_script(string style, string language, string word) => ShouldBeClean(Samples.Written(CheckedDecks.Of(style, language, word)));

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task The_recorded_samples_decks_are_clean(string sample, string style) => ShouldBeClean(await RecordedCourse.Deck(sample, style));

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task A_course_of_so_many_lessons_has_a_clean_deck(int lessons)
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
        merged.TotalSlides.ShouldBeGreaterThan(6 * lessons);
        ShouldBeClean(await course.Read(merged.Deck.Key));
    }

    /// <summary>Small labels on a diagram's arrows are allowed, as long as the writer sets them smaller than the checks want them.</summary>
    static void ShouldBeClean(byte[] deck)
    {
        DeckChecks.ShouldBeValid(deck);
        CheckedDecks.Check(deck).Where(finding => !IsArrowLabel(finding)).Select(finding => $"{finding.Slide}: {finding.Rule}: {finding.Message}").ShouldBeEmpty();
    }

    static bool IsArrowLabel(DeckFinding finding) => finding.Rule == DeckRules.TextSize && finding.Message.StartsWith("'Label: ", StringComparison.Ordinal);

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
