using CourseGen.BookBuilder.Testing;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.BookBuilder.Formats;

public sealed class InlinePicturesTests : IAsyncLifetime
{
    readonly BuilderHarness _builder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _builder.DisposeAsync();

    async Task<InputArtifact> Picture(string name, int bytes) =>
        new(WorkKind.Image, name, $"images/{name}", (await _builder.Put($"images/{name}", new byte[bytes])).Sha256);

    Task<IReadOnlyDictionary<string, string>> Read(params InputArtifact[] pictures) =>
        new InlinePictures(_builder.Store).Read(BuilderHarness.Course, pictures, CancellationToken.None);

    [Fact]
    public async Task Pictures_are_inlined_up_to_20_MB_then_linked()
    {
        var sources = await Read(await Picture("a.png", InlinePictures.MaxBytes - 3), await Picture("b.png", 4), await Picture("c.png", 3));
        sources["../images/a.png"].ShouldStartWith("data:image/png;base64,AAAA");
        sources["../images/b.png"].ShouldBe("../images/b.png");
        sources["../images/c.png"].ShouldBe("data:image/png;base64,AAAA");
    }

    [Theory]
    [InlineData("a.png", "image/png")]
    [InlineData("a.jpg", "image/jpeg")]
    [InlineData("a.webp", "image/webp")]
    [InlineData("a.svg", "image/svg+xml")]
    public async Task A_picture_is_inlined_as_what_it_is(string name, string mediaType) =>
        (await Read(await Picture(name, 3))).ShouldHaveSingleItem().Value.ShouldBe($"data:{mediaType};base64,AAAA");

    [Fact]
    public async Task A_picture_that_is_gone_is_named()
    {
        var gone = new InputArtifact(WorkKind.Image, "x", "images/x.png", "");
        (await Should.ThrowAsync<ArtifactMissingException>(() => Read(gone))).Message.ShouldContain("tides/images/x.png");
    }
}
