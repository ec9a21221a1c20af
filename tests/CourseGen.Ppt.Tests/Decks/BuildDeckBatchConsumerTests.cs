using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Testing;
using CourseGen.Storage;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.Decks;

public sealed class BuildDeckBatchConsumerTests
{
    [Fact]
    public async Task A_batch_holds_its_lessons_between_its_modules_title_and_end()
    {
        await using var course = new TestCourse();
        var built = await course.BuildBatch(1, await course.PutSlides("01-01", "01-02"));
        built.Deck.Key.ShouldBe("infographics/batch_1_lessons_1-2.pptx");
        built.Structure.Key.ShouldBe(".coursegen/decks/batch-1.json");
        var deck = await course.Read(built.Deck.Key);
        DeckChecks.ShouldBeValid(deck);
        var titles = DeckChecks.Titles(deck);
        titles.Count.ShouldBe(built.SlideCount);
        titles[0].ShouldBe("Module 1: Levels");
        titles[1].ShouldBe("1.1 Heights");
        titles.ShouldContain("1.2 Springs");
        titles.TakeLast(3).ShouldBe(["Labs · Module 1", "Summary · Module 1", "References · Module 1"]);
        titles.Distinct().Count().ShouldBe(titles.Count);
        DeckChecks.Notes(deck).ShouldAllBe(notes => notes.Length > 0);
        DeckChecks.Texts(deck)[^3].ShouldContain("Lab 01-02-01: Reduce a sounding · 30 min");
        DeckChecks.Texts(deck)[^3].ShouldContain("Correct a depth for the tide");
    }

    [Fact]
    public async Task The_structure_says_what_the_deck_shows()
    {
        await using var course = new TestCourse();
        var built = await course.BuildBatch(1, await course.PutSlides("01-01", "01-02"));
        var structure = DocumentJson.Read<DeckStructure>(await course.Read(built.Structure.Key));
        structure.Slides.Select(slide => slide.Title).ShouldBe(DeckChecks.Titles(await course.Read(built.Deck.Key)));
        structure.Slides.Select(slide => slide.SlideNumber).ShouldBe(Enumerable.Range(1, built.SlideCount));
        (structure.TotalSlides, structure.TotalLessons, structure.LessonsProcessed, structure.CompletionStatus).ShouldBe((built.SlideCount, 2, 2, "complete"));
    }

    [Fact]
    public async Task The_minutes_of_a_lessons_slides_add_up_to_its_own_however_often_one_goes_on()
    {
        await using var course = new TestCourse();
        var artifacts = await course.PutSlides("01-01", "01-02");
        var key = artifacts.Single(artifact => artifact is { Kind: WorkKind.Slides, Item: "01-02" }).Key;
        var plan = DocumentJson.Read<SlidePlan>(await course.Read(key));
        var table = Samples.Slide(SlideLayout.Table, "A long table", Samples.Text("What it shows"), Samples.Table(40)) with { ModuleNumber = 1, LessonNumber = 2 };
        await course.Put(key, DocumentJson.Write(plan with { Slides = [.. plan.Slides, table] }));
        var slides = DocumentJson.Read<DeckStructure>(await course.Read((await course.BuildBatch(1, artifacts)).Structure.Key)).Slides;
        slides.Count(slide => slide.Title.StartsWith("A long table (", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
        slides.Where(slide => slide.LessonNumber == 2).Sum(slide => slide.Minutes).ShouldBe(20);
        slides.Where(slide => slide.LessonNumber == 0).ShouldAllBe(slide => slide.Minutes == null);
    }

    [Fact]
    public async Task A_lesson_that_is_a_gap_is_one_slide_that_says_so()
    {
        await using var course = new TestCourse();
        var built = await course.BuildBatch(1, await course.PutSlides("01-02"), new InputGap(WorkKind.Lesson, "01-01", "Heights"));
        var deck = await course.Read(built.Deck.Key);
        DeckChecks.ShouldBeValid(deck);
        var titles = DeckChecks.Titles(deck);
        titles[1].ShouldBe("1.1 Heights");
        titles[2].ShouldBe("1.2 Springs");
        DeckChecks.Texts(deck)[1].ShouldContain("This lesson could not be made.");
        DocumentJson.Read<DeckStructure>(await course.Read(built.Structure.Key)).CompletionStatus.ShouldBe("partial");
    }

    [Fact]
    public async Task A_lesson_whose_slides_are_a_gap_gets_slides_of_its_headings()
    {
        await using var course = new TestCourse();
        await course.PutLesson();
        var lesson = course.Plan.Lessons[0];
        var built = await course.BuildBatch(1, [new InputArtifact(WorkKind.Lesson, lesson.Id, lesson.Key, ""), .. await course.PutSlides("01-02")], new InputGap(WorkKind.Slides, "01-01", "Heights"));
        DeckChecks.Titles(await course.Read(built.Deck.Key)).ShouldContain(title => title.StartsWith("The zero of the chart"));
    }

    [Fact]
    public async Task Sources_lead_to_their_pages()
    {
        await using var course = new TestCourse();
        await course.PutLesson();
        var lesson = course.Plan.Lessons[0];
        var built = await course.BuildBatch(1, [new InputArtifact(WorkKind.Lesson, lesson.Id, lesson.Key, ""), .. await course.PutSlides("01-01", "01-02")]);
        var deck = await course.Read(built.Deck.Key);
        DeckChecks.ShouldBeValid(deck);
        DeckChecks.Read(deck, slide => slide.HyperlinkRelationships.Select(link => link.Uri.ToString()).ToList()).SelectMany(links => links).Distinct()
            .ShouldBe(["https://iho.int/en/standards-and-specifications", "https://tidesandcurrents.noaa.gov/datum_options.html"]);
    }

    [Fact]
    public async Task Slides_of_a_topic_that_several_lessons_have_are_told_apart_in_every_batch()
    {
        await using var course = new TestCourse();
        Slide[] slides = [Samples.Slide(SlideLayout.TitleContent, "Topic (1/2)"), Samples.Slide(SlideLayout.TitleContent, "topic · 2"), Samples.Slide(SlideLayout.TitleContent, "Its own")];
        LessonSlides.Of(course.Plan.Lessons[2], slides, course.Plan).Select(slide => slide.Title).ShouldBe(["Topic (1/2) · 2.1", "topic · 2 · 2.1", "Its own"]);
    }

    [Fact]
    public async Task A_missing_picture_leaves_a_note_and_others_have_the_alt_text_of_their_prompt_file()
    {
        await using var course = new TestCourse();
        var artifacts = await course.PutSlides("01-01", "01-02");
        artifacts.RemoveAll(artifact => artifact is { Kind: WorkKind.Image, Item: "01-01-0001" });
        var deck = await course.Read((await course.BuildBatch(1, artifacts)).Deck.Key);
        DeckChecks.Texts(deck).Count(text => text.Contains("This picture could not be made.")).ShouldBe(1);
        DeckChecks.Read(deck, slide => slide.Slide.Descendants<P.Picture>().Select(picture => picture.NonVisualPictureProperties!.NonVisualDrawingProperties!.Description!.Value).SingleOrDefault())
            .OfType<string>().ShouldBe(["Levels of 01-02"]);
    }

    [Fact]
    public async Task The_same_inputs_give_the_same_deck_and_build_it_once()
    {
        await using var course = new TestCourse();
        await using var other = new TestCourse();
        var built = await course.BuildBatch(1, await course.PutSlides("01-01", "01-02"));
        (await other.BuildBatch(1, await other.PutSlides("01-01", "01-02"))).Deck.Sha256.ShouldBe(built.Deck.Sha256);
        built.Receipt.Reused.ShouldBeFalse();
        built.Receipt.Fingerprint.ShouldNotBeEmpty();
        (await course.Store.Find(TestCourse.Location, built.Deck.Key, CancellationToken.None))!.MadeAs(built.Receipt.Fingerprint).ShouldBeTrue();
    }

    [Fact]
    public async Task Fixed_words_are_in_the_courses_language()
    {
        await using var course = new TestCourse(language: "es");
        var titles = DeckChecks.Titles(await course.Read((await course.BuildBatch(1, await course.PutSlides("01-01", "01-02"))).Deck.Key));
        titles[0].ShouldBe("Módulo 1: Levels");
        titles[^1].ShouldBe("Referencias · Módulo 1");
    }

    [Fact]
    public async Task A_batch_that_the_plan_does_not_have_is_refused_by_name()
    {
        await using var course = new TestCourse();
        var failed = await course.Run<WorkFailed>(new BuildDeckBatch(
            Guid.NewGuid(), await course.Order(0), [TestCourse.Unit("batch-9")], await course.PutInputs(WorkKind.DeckBatch, "batch-9", [])));
        failed.Failure.Reason.ShouldContain("batch-9");
    }
}
