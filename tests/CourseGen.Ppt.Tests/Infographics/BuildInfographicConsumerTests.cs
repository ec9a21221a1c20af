using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Infographics;
using CourseGen.Ppt.Tests.Decks;
using CourseGen.Ppt.Tests.Merging;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Infographics;

public sealed class BuildInfographicConsumerTests
{
    [Fact]
    public async Task The_structure_numbers_the_slides_as_the_merged_deck_shows_them()
    {
        await using var course = new TestCourse();
        var built = await Build(course);
        var merged = await CombineDeckConsumerTests.Merge(course);
        var structure = DocumentJson.Read<DeckStructure>(await course.Read(built.Structure.Key));
        structure.Slides.Select(slide => slide.Title).ShouldBe(DeckChecks.Titles(await course.Read(merged.Deck.Key)));
        structure.Slides.Select(slide => slide.SlideNumber).ShouldBe(Enumerable.Range(1, merged.TotalSlides));
        (structure.TotalSlides, structure.TotalLessons, structure.LessonsProcessed, structure.CompletionStatus).ShouldBe((merged.TotalSlides, 3, 3, "complete"));
    }

    [Fact]
    public async Task The_page_needs_nothing_else_and_has_every_slide()
    {
        await using var course = new TestCourse();
        var built = await Build(course);
        built.Page.Key.ShouldBe("infographics/infographic.html");
        var page = Encoding.UTF8.GetString(await course.Read(built.Page.Key));
        var structure = DocumentJson.Read<DeckStructure>(await course.Read(built.Structure.Key));
        foreach (var slide in structure.Slides)
            page.ShouldContain($"id=\"slide-{slide.SlideNumber}\"");
        page.ShouldContain("src=\"data:image/png;base64,");
        page.ShouldContain("alt=\"Levels of 01-01\"");
        page.ShouldNotContain("src=\"http");
        page.ShouldNotContain("<link");
    }

    [Fact]
    public async Task A_missing_batch_makes_it_partial()
    {
        await using var course = new TestCourse();
        var artifacts = (await CombineDeckConsumerTests.Batches(course)).Take(2).ToList();
        var built = await course.Run<InfographicBuilt>(new BuildInfographic(Guid.NewGuid(), await course.Order(0), [TestCourse.Unit("infographic")],
            await course.PutInputs(WorkKind.Infographic, "infographic", artifacts, new InputGap(WorkKind.DeckBatch, "batch-2", "batch-2"))));
        DocumentJson.Read<DeckStructure>(await course.Read(built.Structure.Key)).CompletionStatus.ShouldBe("partial");
    }

    [Fact]
    public async Task A_batch_built_in_parts_is_complete_and_its_parts_stand_in_order()
    {
        var slow = new SlowStore();
        await using var course = new TestCourse(slow: slow);
        await using var other = new TestCourse();
        var first = await BatchResumeTests.FirstPart(course, slow);
        var last = await course.BuildBatch(2, await course.PutSlides("02-01"));
        var second = await course.BuildBatch(1, await course.PutSlides("01-01", "01-02"), first.Structure);
        var structure = await Structure(course, [("batch-1", first), ("batch-1", second), ("batch-2", last)]);
        structure.Slides.Select(slide => slide.Title).ShouldBe((await Structure(other)).Slides.Select(slide => slide.Title));
        (structure.CompletionStatus, structure.BatchInfo, structure.LessonsProcessed).ShouldBe(("complete", null, 3));
    }

    [Fact]
    public async Task A_batch_that_did_not_go_on_says_where_it_would()
    {
        var slow = new SlowStore();
        await using var course = new TestCourse(slow: slow);
        var first = await BatchResumeTests.FirstPart(course, slow);
        var structure = await Structure(course, [("batch-1", first), ("batch-2", await course.BuildBatch(2, await course.PutSlides("02-01")))]);
        (structure.CompletionStatus, structure.BatchInfo, structure.LessonsProcessed).ShouldBe(("partial", first.BatchInfo, 2));
    }

    [Fact]
    public async Task Lessons_whose_slides_come_from_their_headings_are_named()
    {
        await using var course = new TestCourse();
        await course.PutLesson();
        var lesson = course.Plan.Lessons[0];
        var batch = await course.BuildBatch(1, [new InputArtifact(WorkKind.Lesson, lesson.Id, lesson.Key, ""), .. await course.PutSlides("01-02")]);
        (await Structure(course, [("batch-1", batch)])).DerivedLessons.ShouldBe(["01-01"]);
    }

    [Fact]
    public async Task Pictures_past_the_limit_are_linked()
    {
        await using var course = new TestCourse();
        var images = await course.PutSlides("01-01", "01-02");
        var limit = (await course.Read("images/01-01-0001.png")).Length;
        using var spool = new PictureSpool();
        var pictures = await PagePictures.Read(course.Store, TestCourse.Location, new BuildInputs(WorkKind.Infographic, "infographic", "", images, []), spool, CancellationToken.None, limit);
        pictures["01-01-0001"].Address().ShouldStartWith("data:image/png;base64,");
        pictures["01-02-0001"].Address().ShouldBe("../images/01-02-0001.png");
    }

    [Fact]
    public void Everything_is_escaped()
    {
        const string Script = "<script>alert(\"'&\")</script>";
        var slide = Samples.Slide(
            SlideLayout.TitleContent, Script, Samples.Bullets(Script) with { Heading = Script }, Samples.Callout(Script), Samples.Code(Script), Samples.Image("01-01-0001", Script),
            Samples.Image("02-01-0001", Script), new ContentBlock { Type = BlockType.Quote, Text = Script, Attribution = Script }, new ContentBlock { Type = BlockType.Table, Headers = [Script], Rows = [[Script]] }) with
        { Subtitle = Script, Notes = Script };
        var structure = new DeckStructure(Script, "professional", "en", 1, 1, 1, "complete", [slide]);
        var page = Encoding.UTF8.GetString(new InfographicPage(structure, new Dictionary<string, PagePicture> { ["01-01-0001"] = new(() => Script, Script) }).Write());
        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain("\"'&");
        page.Split("<script>").Length.ShouldBe(2);
    }

    static async Task<DeckStructure> Structure(TestCourse course) => DocumentJson.Read<DeckStructure>(await course.Read((await Build(course)).Structure.Key));

    static async Task<DeckStructure> Structure(TestCourse course, IEnumerable<(string Item, DeckBatchBuilt Batch)> batches)
    {
        var artifacts = batches.Select(batch => new InputArtifact(WorkKind.DeckBatch, batch.Item, batch.Batch.Structure.Key, batch.Batch.Structure.Sha256)).ToList();
        var built = await course.Run<InfographicBuilt>(new BuildInfographic(Guid.NewGuid(), await course.Order(0), [TestCourse.Unit("infographic")],
            await course.PutInputs(WorkKind.Infographic, "infographic", artifacts)));
        return DocumentJson.Read<DeckStructure>(await course.Read(built.Structure.Key));
    }

    static async Task<InfographicBuilt> Build(TestCourse course)
    {
        var batches = await CombineDeckConsumerTests.Batches(course);
        var pictures = await course.PutSlides("01-01", "01-02", "02-01");
        return await course.Run<InfographicBuilt>(new BuildInfographic(Guid.NewGuid(), await course.Order(0), [TestCourse.Unit("infographic")],
            await course.PutInputs(WorkKind.Infographic, "infographic", [.. batches, .. pictures.Where(artifact => artifact.Kind != WorkKind.Slides)])));
    }
}
