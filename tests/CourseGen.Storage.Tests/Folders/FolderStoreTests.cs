using CourseGen.Contracts;

namespace CourseGen.Storage;

public sealed class FolderStoreTests : ArtifactStoreContract, IDisposable
{
    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("coursegen-store-");
    readonly FolderStore _store;

    public FolderStoreTests() => _store = new(_root.FullName, "local");

    protected override IArtifactStore Store => _store;

    protected override CourseLocation Course { get; } = new("local", "training/2026/tides");

    public void Dispose()
    {
        _store.Dispose();
        _root.Delete(recursive: true);
    }
}
