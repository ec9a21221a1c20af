using CourseGen.Contracts;

namespace CourseGen.Storage;

public sealed class S3StoreTests : ArtifactStoreContract, IAsyncLifetime
{
    TestBucket _bucket = null!;
    S3Store _store = null!;

    protected override IArtifactStore Store => _store;

    protected override CourseLocation Course => _bucket.Course;

    public async Task InitializeAsync()
    {
        _bucket = await TestBucket.Create();
        _store = _bucket.Open();
    }

    public async Task DisposeAsync() => await _bucket.DisposeAsync();
}
