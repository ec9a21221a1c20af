using Amazon.Runtime;
using CourseGen.Contracts;

namespace CourseGen.Storage;

public sealed class S3FaultsTests : IAsyncLifetime
{
    static readonly CancellationToken None = CancellationToken.None;

    TestBucket _bucket = null!;

    public async Task InitializeAsync() => _bucket = await TestBucket.Create();

    public async Task DisposeAsync() => await _bucket.DisposeAsync();

    [Fact]
    public async Task A_bucket_that_is_missing_is_named_whatever_is_asked_of_it()
    {
        var store = _bucket.Open(_bucket.Options with { Buckets = ["nobody-made-this"] });
        var course = new CourseLocation("nobody-made-this", "tides");

        foreach (var unusable in new[]
        {
            await Should.ThrowAsync<StoreUnusableException>(() => store.Check(None)),
            await Should.ThrowAsync<StoreUnusableException>(() => store.Find(course, "a.md", None)),
            await Should.ThrowAsync<StoreUnusableException>(() => store.ReadBytes(course, "a.md", None)),
            await Should.ThrowAsync<StoreUnusableException>(() => store.PutBytes(course, "a.md", [1], PutCondition.Absent, None)),
            await Should.ThrowAsync<StoreUnusableException>(() => store.PutBytes(course, "a.md", [1], PutCondition.Always, None)),
            await Should.ThrowAsync<StoreUnusableException>(() => store.List(course.Bucket, "tides/", None).ToListAsync().AsTask()),
        })
        {
            unusable.Message.ShouldContain("'nobody-made-this'");
            unusable.Message.ShouldContain(_bucket.Options.Endpoint!.ToString());
            unusable.Message.ShouldContain("no such bucket");
            unusable.Remedy.ShouldContain("Store:Buckets");
            unusable.Passing.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Credentials_that_are_refused_are_said_to_be_and_not_shown()
    {
        using var store = new S3Store(_bucket.Options, TimeProvider.System, new BasicAWSCredentials("canaryaccess", "canarysecret"));

        var unusable = await Should.ThrowAsync<StoreUnusableException>(() => store.PutBytes(_bucket.Course, "a.md", [1], PutCondition.Absent, None));

        unusable.Message.ShouldContain($"'{_bucket.Name}'");
        unusable.Message.ShouldContain("credentials are refused");
        unusable.Remedy.ShouldContain("AWS_ACCESS_KEY_ID");
        (unusable.Message + unusable.Remedy).ShouldNotContain("canary");
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_is_named_and_worth_trying_again()
    {
        var store = _bucket.Open(_bucket.Options with { Endpoint = new("http://127.0.0.1:1/"), Retries = 1 });

        var unusable = await Should.ThrowAsync<StoreUnusableException>(() => store.Find(_bucket.Course, "a.md", None));

        unusable.Message.ShouldContain("http://127.0.0.1:1/");
        unusable.Message.ShouldContain("ConnectionRefused");
        unusable.Passing.ShouldBeTrue();
    }

    [Fact]
    public async Task Credentials_that_are_missing_are_said_to_be()
    {
        var lines = await OwnProcess.Run(
            new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = null, ["AWS_SECRET_ACCESS_KEY"] = null, ["AWS_EC2_METADATA_DISABLED"] = "true", ["HOME"] = "/nobody" },
            nameof(AskWithoutCredentials), _bucket.Options.Endpoint!.ToString(), _bucket.Name);

        lines[0].ShouldBe($"The bucket '{_bucket.Name}' at {_bucket.Options.Endpoint} cannot be used: there are no credentials.");
        lines[1].ShouldContain("AWS_ACCESS_KEY_ID");
    }

    /// <summary>Prints what is wrong and the remedy.</summary>
    internal static async Task AskWithoutCredentials(Uri endpoint, string bucket)
    {
        using var store = new S3Store(new() { Buckets = [bucket], Endpoint = endpoint, PathStyle = true }, TimeProvider.System);
        var unusable = await Should.ThrowAsync<StoreUnusableException>(() => store.Check(None));
        Console.WriteLine($"{unusable.Message}\n{unusable.Remedy}");
    }
}
