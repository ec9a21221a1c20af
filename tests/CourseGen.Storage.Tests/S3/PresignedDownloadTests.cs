using System.Net;

namespace CourseGen.Storage;

public sealed class PresignedDownloadTests : IAsyncLifetime
{
    static readonly CancellationToken None = CancellationToken.None;

    TestBucket _bucket = null!;

    public async Task InitializeAsync() => _bucket = await TestBucket.Create();

    public async Task DisposeAsync() => await _bucket.DisposeAsync();

    [Theory]
    [InlineData("book/tides_complete.pdf", "tides_complete.pdf")]
    [InlineData("lessons/潮 \"汐\" 100%.md", "潮 \"汐\" 100%.md")]
    public async Task A_link_downloads_without_credentials_under_the_files_name(string key, string fileName)
    {
        await _bucket.Open().PutBytes(_bucket.Course, key, "text"u8.ToArray(), PutCondition.Always, None);

        var link = await _bucket.Open().PresignDownload(ArtifactAddress.Of(_bucket.Course, key), TimeSpan.FromMinutes(15), None);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(link);

        link.Scheme.ShouldBe(_bucket.Options.Endpoint!.Scheme);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("text");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(fileName);
    }

    [Fact]
    public async Task A_link_that_was_changed_or_asks_for_too_long_does_not_work()
    {
        await _bucket.Open().PutBytes(_bucket.Course, "a.md", "text"u8.ToArray(), PutCondition.Always, None);
        await _bucket.Open().PutBytes(_bucket.Course, "b.md", "text"u8.ToArray(), PutCondition.Always, None);

        var link = await _bucket.Open().PresignDownload(ArtifactAddress.Of(_bucket.Course, "a.md"), TimeSpan.FromMinutes(1), None);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(link.ToString().Replace("a.md", "b.md", StringComparison.Ordinal)));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => _bucket.Open().PresignDownload(ArtifactAddress.Of(_bucket.Course, "a.md"), TimeSpan.FromMinutes(16), None));
    }
}
