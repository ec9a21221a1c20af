using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Infographics;
using CourseGen.Ppt.Tests.Testing;
using CourseGen.Storage;

namespace CourseGen.Ppt.Tests.Decks;

/// <summary>Pictures of decks and pages are not all in memory together.</summary>
public sealed class PictureSpoolTests
{
    [Fact]
    public async Task A_picture_comes_back_as_it_went_in_each_time_anew()
    {
        using var spool = new PictureSpool();
        byte[][] pictures = [[1, 2, 3], [], [.. Enumerable.Range(0, 200_000).Select(index => (byte)index)]];
        var kept = new List<Func<byte[]>>();
        foreach (var picture in pictures)
            kept.Add(await spool.Keep(new MemoryStream(picture), CancellationToken.None));
        foreach (var (read, picture) in kept.Zip(pictures))
            read().ShouldBe(picture);
        kept[2]().ShouldNotBeSameAs(kept[2](), "a picture that is kept in memory would be the same");
    }

    [Fact]
    public async Task A_batchs_pictures_are_read_from_the_store_one_after_the_other_and_not_kept_in_memory()
    {
        await using var course = new TestCourse();
        var artifacts = await course.PutSlides("01-01", "01-02");
        var store = new CountingStore(course.Store);
        using var spool = new PictureSpool();
        var sources = new BatchSources(store, TestCourse.Location, course.Plan, new BuildInputs(WorkKind.DeckBatch, "batch-1", "", artifacts, []));
        var slides = (await sources.Slides(CancellationToken.None)).Values.SelectMany(lesson => lesson);
        var pictures = await sources.Pictures(slides, spool, CancellationToken.None);
        pictures.Count.ShouldBe(2);
        (store.MostOpen, store.Open).ShouldBe((1, 0));
        foreach (var (id, picture) in pictures)
        {
            picture.Open().ShouldBe(await course.Read(ArtifactKeys.Image(id)));
            picture.Open().ShouldNotBeSameAs(picture.Open());
        }
    }

    [Fact]
    public async Task A_pages_pictures_are_read_again_when_they_are_written()
    {
        await using var course = new TestCourse();
        var artifacts = await course.PutSlides("01-01", "01-02");
        var store = new CountingStore(course.Store);
        using var spool = new PictureSpool();
        var pictures = await PagePictures.Read(store, TestCourse.Location, new BuildInputs(WorkKind.Infographic, "infographic", "", artifacts, []), spool, CancellationToken.None);
        (store.MostOpen, store.Open).ShouldBe((1, 0));
        foreach (var (id, picture) in pictures)
        {
            picture.Address().ShouldBe($"data:image/png;base64,{Convert.ToBase64String(await course.Read(ArtifactKeys.Image(id)))}");
            picture.Address().ShouldNotBeSameAs(picture.Address());
        }
    }

    [Fact]
    public async Task Equal_pictures_of_two_lessons_are_stored_once_in_the_deck()
    {
        await using var course = new TestCourse();
        var artifacts = await course.PutSlides("01-01", "01-02");
        var key = ArtifactKeys.Image("01-02-0001");
        var same = await course.Put(key, await course.Read(ArtifactKeys.Image("01-01-0001")));
        var built = await course.BuildBatch(1, [.. artifacts.Select(artifact => artifact.Key == key ? artifact with { Sha256 = same.Sha256 } : artifact)]);
        var media = DeckChecks.Read(await course.Read(built.Deck.Key), slide => slide.ImageParts.Select(image => image.Uri.ToString()).SingleOrDefault()).OfType<string>().ToList();
        media.Count.ShouldBe(2);
        media.Distinct().ShouldHaveSingleItem();
    }

    /// <summary>Counts what is open of it.</summary>
    sealed class CountingStore(IArtifactStore store) : IArtifactStore
    {
        internal int Open { get; private set; }
        internal int MostOpen { get; private set; }

        public async Task<Stream> OpenRead(ArtifactAddress address, CancellationToken token)
        {
            await using var stream = await store.OpenRead(address, token);
            var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, token);
            MostOpen = Math.Max(MostOpen, ++Open);
            return new Counted(bytes.ToArray(), () => Open--);
        }

        public Task<StoredArtifact?> Find(ArtifactAddress address, CancellationToken token) => store.Find(address, token);

        public Task<PutOutcome> Put(ArtifactAddress address, Stream content, ArtifactMetadata metadata, PutCondition condition, CancellationToken token) => store.Put(address, content, metadata, condition, token);

        public IAsyncEnumerable<string> List(string bucket, string prefix, CancellationToken token) => store.List(bucket, prefix, token);

        sealed class Counted(byte[] bytes, Action closed) : MemoryStream(bytes)
        {
            bool _closed;

            protected override void Dispose(bool disposing)
            {
                if (!_closed)
                    closed();
                _closed = true;
                base.Dispose(disposing);
            }
        }
    }
}
