using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Tests.Decks;
using CourseGen.Ppt.Tests.Testing;
using CourseGen.Storage;
using DocumentFormat.OpenXml.Office2010.PowerPoint;

namespace CourseGen.Ppt.Tests.Merging;

public sealed class CombineDeckConsumerTests
{
    [Theory]
    [InlineData("professional")]
    [InlineData("modern")]
    [InlineData("minimal")]
    public async Task The_merged_deck_has_cover_lessons_and_thanks_under_one_master(string style)
    {
        await using var course = new TestCourse(style: style);
        var merged = await Merge(course);
        merged.Deck.Key.ShouldBe("infographics/harbour-tides-complete.pptx");
        var deck = await course.Read(merged.Deck.Key);
        DeckChecks.ShouldBeValid(deck);
        var titles = DeckChecks.Titles(deck);
        titles.Count.ShouldBe(merged.TotalSlides);
        merged.TotalBatches.ShouldBe(2);
        titles.Take(7).ShouldBe(["Harbour tides", "About this course", "Learning objectives", "Prerequisites", "Audience", "Agenda", "Module 1: Levels"]);
        titles[^1].ShouldBe("Thank you");
        DeckChecks.Open(deck, presentation => presentation.SlideMasterParts.Count()).ShouldBe(1);
        DeckChecks.Notes(deck).ShouldAllBe(notes => notes.Length > 0);
        DeckChecks.Open(deck, presentation => presentation.Presentation.Descendants<Section>().Select(section => section.Name!.Value!).ToList())
            .ShouldBe(["Harbour tides", "Module 1: Levels", "Module 2: Planning", "Closing"]);
    }

    [Fact]
    public async Task What_the_checks_find_in_the_merged_deck_is_stored_beside_it()
    {
        await using var course = new TestCourse();
        var merged = await Merge(course);
        merged.Quality.ShouldNotBeNull().Key.ShouldBe("quality.json");
        var deck = DocumentJson.Read<QualityReport>(await course.Read("quality.json")).Decks.ShouldHaveSingleItem();
        (deck.Key, deck.Sha256).ShouldBe((merged.Deck.Key, merged.Deck.Sha256));
        deck.Findings.ShouldNotContain(finding => finding.Severity == FindingSeverity.Error);
        deck.Findings.ShouldBe(DeckCheck.Run(new MemoryStream(await course.Read(merged.Deck.Key)), "deck.pptx"));
    }

    [Fact]
    public async Task Titles_that_lessons_of_two_batches_share_are_told_apart_by_their_lesson_in_deck_and_page()
    {
        await using var course = new TestCourse();
        var merged = await Merge(course);
        var titles = DeckChecks.Titles(await course.Read(merged.Deck.Key));
        titles.ShouldBeUnique();
        var own = DeckChecks.Titles(await course.Read("infographics/batch_1_lessons_1-2.pptx")).Intersect(DeckChecks.Titles(await course.Read("infographics/batch_2_lessons_3-3.pptx"))).ToList();
        own.ShouldNotBeEmpty("both batches have a lesson of the same text");
        titles.ShouldContain(own[0]);
        titles.ShouldContain(title => title.StartsWith(own[0], StringComparison.Ordinal) && title.EndsWith(" · 2.1", StringComparison.Ordinal));
        var infographic = await course.Run<InfographicBuilt>(new BuildInfographic(Guid.NewGuid(), await course.Order(0), [TestCourse.Unit("infographic")],
            await course.PutInputs(WorkKind.Infographic, "infographic", await Batches(course))));
        DocumentJson.Read<DeckStructure>(await course.Read(infographic.Structure.Key)).Slides.Select(slide => slide.Title).ShouldBe(titles);
        var page = Encoding.UTF8.GetString(await course.Read(infographic.Page.Key));
        titles.ShouldAllBe(title => page.Contains($">{System.Net.WebUtility.HtmlEncode(title)}</h2>"));
    }

    [Theory]
    [InlineData("simulated", true)]
    [InlineData("recorded", false)]
    public async Task The_cover_says_when_the_text_is_simulated(string provider, bool says)
    {
        await using var course = new TestCourse(provider: provider);
        DeckChecks.Texts(await course.Read((await Merge(course)).Deck.Key))[0].Contains("is simulated").ShouldBe(says);
    }

    [Fact]
    public async Task The_terms_that_lessons_of_all_batches_define_are_one_glossary_before_the_thanks()
    {
        await using var course = new TestCourse();
        var artifacts = new List<InputArtifact>();
        foreach (var (number, lesson, text) in new[] { (1, "01-01", "A **weir** is a low wall."), (2, "02-01", "A **fairway** is a channel. A **weir** is an obstacle.") })
        {
            var key = course.Plan.Lessons.Single(planned => planned.Id == lesson).Key;
            var written = await course.Put(key, Encoding.UTF8.GetBytes($"# 1.1: Lesson\n\n## Topic\n\n{text}\n"));
            var built = await course.BuildBatch(number, [.. await course.PutSlides(lesson), new InputArtifact(WorkKind.Lesson, lesson, key, written.Sha256)]);
            artifacts.Add(new InputArtifact(WorkKind.DeckBatch, $"batch-{number}", built.Deck.Key, built.Deck.Sha256));
            artifacts.Add(new InputArtifact(WorkKind.DeckBatch, $"batch-{number}", built.Structure.Key, built.Structure.Sha256));
        }
        var deck = await course.Read((await Combine<DeckMerged>(course, artifacts)).Deck.Key);
        DeckChecks.Titles(deck).TakeLast(2).ShouldBe(["Glossary", "Thank you"]);
        DeckChecks.Texts(deck)[^2].ShouldContain("Fairway: A fairway is a channel.");
        DeckChecks.Texts(deck)[^2].ShouldContain("Weir: A weir is a low wall.");
        DeckChecks.Texts(deck)[^2].ShouldNotContain("obstacle");
    }

    [Fact]
    public async Task A_deck_that_is_damaged_is_named_and_nothing_is_stored()
    {
        await using var course = new TestCourse();
        await course.Put("infographics/batch_1_lessons_1-2.pptx", [1, 2, 3]);
        var failed = await Combine<WorkFailed>(course, [new InputArtifact(WorkKind.DeckBatch, "batch-1", "infographics/batch_1_lessons_1-2.pptx", "")]);
        failed.Failure.Kind.ShouldBe(FailureKind.BadContent);
        failed.Failure.Reason.ShouldStartWith("infographics/batch_1_lessons_1-2.pptx is not a PowerPoint presentation");
        (await course.Store.Find(TestCourse.Location, ArtifactKeys.MergedDeck("harbour-tides"), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task No_deck_at_all_is_refused()
    {
        await using var course = new TestCourse();
        (await Combine<WorkFailed>(course, [])).Failure.Kind.ShouldBe(FailureKind.UpstreamMissing);
    }

    [Fact]
    public async Task A_batch_built_in_parts_is_merged_in_order_and_counts_once()
    {
        var slow = new SlowStore();
        await using var course = new TestCourse(slow: slow);
        await using var other = new TestCourse();
        var first = await BatchResumeTests.FirstPart(course, slow);
        var second = await course.BuildBatch(1, await course.PutSlides("01-01", "01-02"), first.Structure);
        var last = await course.BuildBatch(2, await course.PutSlides("02-01"));
        var merged = await Combine<DeckMerged>(course, [.. Parts("batch-1", first), .. Parts("batch-1", second), .. Parts("batch-2", last)]);
        var whole = await Merge(other);
        merged.TotalBatches.ShouldBe(2);
        DeckChecks.Titles(await course.Read(merged.Deck.Key)).ShouldBe(DeckChecks.Titles(await other.Read(whole.Deck.Key)));
        DeckChecks.Open(await course.Read(merged.Deck.Key), presentation => presentation.Presentation.Descendants<Section>().Select(section => section.Name!.Value!).ToList())
            .ShouldBe(["Harbour tides", "Module 1: Levels", "Module 2: Planning", "Closing"]);

        static InputArtifact[] Parts(string item, DeckBatchBuilt built) =>
            [new(WorkKind.DeckBatch, item, built.Deck.Key, built.Deck.Sha256), new(WorkKind.DeckBatch, item, built.Structure.Key, built.Structure.Sha256)];
    }

    [Fact]
    public async Task A_cover_that_an_earlier_merge_wrote_is_replaced_not_doubled()
    {
        await using var course = new TestCourse();
        var once = await course.Read((await Merge(course)).Deck.Key);
        await course.Put("infographics/batch_1_lessons_1-2.pptx", once);
        var twice = await Combine<DeckMerged>(course, [new InputArtifact(WorkKind.DeckBatch, "batch-1", "infographics/batch_1_lessons_1-2.pptx", "")]);
        DeckChecks.Titles(await course.Read(twice.Deck.Key)).ShouldBe(DeckChecks.Titles(once));
        (await course.Read(twice.Deck.Key)).ShouldBe(once);
    }

    internal static async Task<DeckMerged> Merge(TestCourse course) => await Combine<DeckMerged>(course, await Batches(course));

    internal static async Task<List<InputArtifact>> Batches(TestCourse course)
    {
        var artifacts = new List<InputArtifact>();
        foreach (var (number, lessons) in new[] { (1, new[] { "01-01", "01-02" }), (2, ["02-01"]) })
        {
            var built = await course.BuildBatch(number, await course.PutSlides(lessons));
            artifacts.Add(new InputArtifact(WorkKind.DeckBatch, $"batch-{number}", built.Deck.Key, built.Deck.Sha256));
            artifacts.Add(new InputArtifact(WorkKind.DeckBatch, $"batch-{number}", built.Structure.Key, built.Structure.Sha256));
        }
        return artifacts;
    }

    static async Task<T> Combine<T>(TestCourse course, IReadOnlyList<InputArtifact> artifacts)
        where T : class, ICourseMessage =>
        await course.Run<T>(new CombineDeck(Guid.NewGuid(), await course.Order(0), [TestCourse.Unit("deck")], await course.PutInputs(WorkKind.Deck, "deck", artifacts)));
}
