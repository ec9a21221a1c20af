using System.Text;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Models.Testing;

/// <summary>A folder store that a test can look into, and whose puts it can hold up.</summary>
sealed class TestStore : IArtifactStore, IDisposable
{
    public static readonly CourseLocation Course = new("local", "tides");
    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("coursegen-models-");
    readonly FolderStore _store;

    public TestStore() => _store = new(_root.FullName, "local");

    public static PictureRequest Picture => new(
        new Visual("01-01-0001", "01-01", "what is seen", VisualType.ArtisticImage, "a harbour", "A harbour at low water", "01-01-0001.png", DateTimeOffset.UnixEpoch), "en");

    /// <summary>Runs before each put, with its relative key.</summary>
    public Func<string, Task> BeforePut { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs after each find, with its relative key.</summary>
    public Func<string, Task> AfterFind { get; set; } = _ => Task.CompletedTask;

    public void EditByHand(string key, string text) => File.WriteAllText(Path.Combine(_root.FullName, Course.Folder, key), text);

    public async Task Keep(string key, string text, string fingerprint) =>
        (await _store.PutBytes(Course, key, Encoding.UTF8.GetBytes(text), PutCondition.Always, CancellationToken.None, fingerprint)).ShouldBe(PutOutcome.Stored);

    public async Task<string> Text(string key) => Encoding.UTF8.GetString(await _store.ReadBytes(Course, key, CancellationToken.None));

    public async Task<StoredArtifact?> Look(string key) => await _store.Find(Course, key, CancellationToken.None);

    public async Task<List<string>> Keys(string prefix)
    {
        var keys = new List<string>();
        await foreach (var key in _store.List(Course.Bucket, $"{Course.Folder}/{prefix}", CancellationToken.None))
            keys.Add(key[(Course.Folder.Length + 1)..]);
        return keys;
    }

    public async Task<StoredArtifact?> Find(ArtifactAddress address, CancellationToken token)
    {
        var found = await _store.Find(address, token);
        await AfterFind(address.RelativeKey);
        return found;
    }

    public Task<Stream> OpenRead(ArtifactAddress address, CancellationToken token) => _store.OpenRead(address, token);

    public async Task<PutOutcome> Put(ArtifactAddress address, Stream content, ArtifactMetadata metadata, PutCondition condition, CancellationToken token)
    {
        await BeforePut(address.RelativeKey);
        return await _store.Put(address, content, metadata, condition, token);
    }

    public IAsyncEnumerable<string> List(string bucket, string prefix, CancellationToken token) => _store.List(bucket, prefix, token);

    public void Dispose()
    {
        _store.Dispose();
        _root.Delete(recursive: true);
    }
}
