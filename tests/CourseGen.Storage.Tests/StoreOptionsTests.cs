using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CourseGen.Storage;

public sealed class StoreOptionsTests
{
    static readonly StoreOptions Good = new() { Buckets = ["courses"], Endpoint = new("http://127.0.0.1:7480/"), PathStyle = true };

    public static TheoryData<StoreOptions, string> Wrong => new()
    {
        { Good with { Buckets = [] }, "Store:Buckets" },
        { Good with { Buckets = ["courses", " "] }, "Store:Buckets" },
        { Good with { Endpoint = new("127.0.0.1/s3", UriKind.Relative) }, "Store:Endpoint" },
        { Good with { Endpoint = new("ftp://s3/") }, "Store:Endpoint" },
        { Good with { Endpoint = new("http://key:canary@s3/") }, "Store:Endpoint" },
        { Good with { Kind = StoreKind.Folder }, "Store:Folder" },
        { Good with { Kind = StoreKind.Folder, Folder = "/courses", Buckets = ["a", "b"] }, "Store:Buckets" },
        { Good with { Timeout = TimeSpan.Zero }, "Store:Timeout" },
        { Good with { ConnectTimeout = TimeSpan.FromHours(2) }, "Store:ConnectTimeout" },
        { Good with { SlowestUpload = 0 }, "Store:SlowestUpload" },
        { Good with { Retries = -1 }, "Store:Retries" },
        { Good with { MultipartThreshold = 0 }, "Store:MultipartThreshold" },
        { Good with { PartSize = 1 << 20 }, "Store:PartSize" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named_by_its_key(StoreOptions options, string key)
    {
        var wrong = Should.Throw<OptionsValidationException>(() => new ServiceCollection().AddArtifactStore(options));

        wrong.Failures.ShouldHaveSingleItem().ShouldStartWith(key);
        wrong.Message.ShouldNotContain("canary");
    }

    [Fact]
    public async Task The_store_that_is_named_is_added()
    {
        await using var s3 = new ServiceCollection().AddArtifactStore(Good).BuildServiceProvider();
        await using var folder = new ServiceCollection()
            .AddArtifactStore(new() { Kind = StoreKind.Folder, Folder = Path.GetTempPath() }).BuildServiceProvider();

        s3.GetRequiredService<IArtifactStore>().ShouldBeOfType<S3Store>();
        var store = folder.GetRequiredService<IArtifactStore>().ShouldBeOfType<FolderStore>();
        (await store.Find(new("local", "nobody/made/this"), "a.md", CancellationToken.None)).ShouldBeNull();
    }
}
