using CourseGen.BookBuilder.Testing;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.BookBuilder;

public sealed class ConsumerTests : IAsyncLifetime
{
    static readonly WorkUnit Unit = new("book", 1, "basis", 0, Force: false);
    readonly SampleCourse _course = new();
    readonly BuilderHarness _builder = new();

    public Task InitializeAsync() => _builder.Start();

    public async Task DisposeAsync() => await _builder.DisposeAsync();

    async Task<WriteBook> Book() => new(Guid.Empty, await _builder.Order(_course), [Unit], await _builder.Inputs(_course, WorkKind.Book), _course.Settings.BookFormats);

    async Task<BuildLabGuide> LabGuide() => new(Guid.Empty, await _builder.Order(_course), [Unit], await _builder.Inputs(_course, WorkKind.LabGuide), _course.Settings.BookFormats);

    [Fact]
    public async Task A_book_is_stored_in_every_format_asked_for()
    {
        var command = await Book();
        var built = await _builder.Run<BookBuilt>(command);
        built.Books.Select(book => book.Key).ShouldBe(
            ["book/tides-harbours_complete.md", "book/tides-harbours_data.json", "book/tides-harbours_complete.html"]);
        built.Receipt.Fingerprint.ShouldBe(Fingerprint.Of(WorkKind.Book, Unit, command.Inputs.Sha256));
        built.Receipt.Reused.ShouldBeFalse();
        foreach (var book in built.Books)
            (await _builder.Store.Find(BuilderHarness.Course, book.Key, CancellationToken.None))!.Sha256.ShouldBe(book.Sha256);
        (await _builder.Text(built.Books[2].Key)).ShouldContain("src=\"data:image/png;base64,iVBORw==\"");
        DocumentJson.Read<Book>(await _builder.Store.ReadBytes(BuilderHarness.Course, built.Books[1].Key, CancellationToken.None))
            .Metadata.Title.ShouldBe("Tides & Harbours");
    }

    [Fact]
    public async Task Formats_not_asked_for_are_not_written()
    {
        _course.Settings = new CourseSettings { BookFormats = ["json"] };
        (await _builder.Run<BookBuilt>(await Book())).Books.ShouldHaveSingleItem().Key.ShouldBe("book/tides-harbours_data.json");
        (await _builder.Store.Find(BuilderHarness.Course, "book/tides-harbours_complete.md", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_book_that_is_there_already_is_reused()
    {
        var command = await Book();
        var first = await _builder.Run<BookBuilt>(command);
        var second = await _builder.Run<BookBuilt>(command with { Order = command.Order with { ReservationId = Guid.NewGuid() } }, skip: 1);
        second.Receipt.Reused.ShouldBeTrue();
        second.Books.ShouldBe(first.Books);
    }

    [Fact]
    public async Task A_lab_guide_comes_with_the_setup_guide()
    {
        var built = await _builder.Run<LabGuideBuilt>(await LabGuide());
        built.Books.Select(book => book.Key).ShouldBe(
        [
            "book/tides-harbours_labguide_complete.md", "book/tides-harbours_labguide_data.json", "book/tides-harbours_labguide_complete.html",
            "labguide/setup-guide.md",
        ]);
        (await _builder.Text("labguide/setup-guide.md")).ShouldStartWith("# Tides & Harbours: Setup guide\n");
    }

    [Fact]
    public async Task A_file_that_changed_meanwhile_fails_the_book_and_says_which()
    {
        var command = await Book();
        await _builder.Put("lessons/01-02.md", "other"u8.ToArray());
        var failed = await _builder.Run<WorkFailed>(command);
        failed.Failure.Kind.ShouldBe(FailureKind.UpstreamMissing);
        failed.Failure.Reason.ShouldBe("lessons/01-02.md has changed since this book was begun.");
    }

    [Fact]
    public async Task A_picture_that_changed_meanwhile_fails_the_page_and_says_which()
    {
        _course.Settings = new CourseSettings { BookFormats = ["html"] };
        var command = await Book();
        await _builder.Put("images/01-01-0001.png", [1]);
        (await _builder.Run<WorkFailed>(command)).Failure.Reason.ShouldBe("images/01-01-0001.png has changed since this book was begun.");
    }

    [Fact]
    public async Task A_lab_plan_that_cannot_be_read_fails_the_guide_and_says_where()
    {
        var command = await LabGuide();
        var broken = await _builder.Put(ArtifactKeys.LabMasterPlan, "{ \"lab_plans\": 3 }"u8.ToArray());
        var inputs = DocumentJson.Write(new BuildInputs(
            WorkKind.LabGuide, "lab-guide", "", [new(WorkKind.LabPlan, "labs", broken.Key, broken.Sha256)], []));
        command = command with { Inputs = await _builder.Put(ArtifactKeys.Inputs(1, Fingerprint.Sha256(inputs)), inputs) };
        var failure = (await _builder.Run<WorkFailed>(command)).Failure;
        failure.Kind.ShouldBe(FailureKind.BadContent);
        failure.Reason.ShouldBe("labguide/lab-master-plan.json cannot be read (line 1, at $.lab_plans).");
    }
}
