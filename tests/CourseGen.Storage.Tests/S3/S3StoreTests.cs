using System.Text;
using CourseGen.Contracts;

namespace CourseGen.Storage;

public sealed class S3StoreTests : ArtifactStoreContract, IAsyncLifetime
{
    static readonly ModelRef Writer = new("bedrock", "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/писатель");

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

    [Fact]
    public async Task What_proved_that_conditional_puts_work_is_removed_again()
    {
        await Put("a.md", "text", PutCondition.Absent);
        await _store.Check(None);

        (await _bucket.Keys()).ShouldBe([$"{Course.Folder}/a.md"]);
    }

    [Theory]
    [InlineData("lessons/module-1-lesson-1-潮汐.md")]
    [InlineData("lessons/πλημμυρίδα и отлив 🌊.md")]
    [InlineData("lessons/a+b c%20d&e=f;g'h(i)~*!@$,.md")]
    [InlineData("lessons/a.md~.bak")]
    public async Task A_key_in_any_script_is_found_read_and_listed(string key)
    {
        await Put(key, key, PutCondition.Absent);
        (await Put(key, "again", PutCondition.Matches((await Find(key))!.ETag))).ShouldBe(PutOutcome.Stored);

        (await Text(key)).ShouldBe("again");
        (await List("lessons/")).ShouldBe([key]);
    }

    [Fact]
    public async Task More_objects_than_a_page_holds_are_listed_in_ordinal_order()
    {
        var keys = Enumerable.Range(0, 1010).Select(n => $"pages/{n}.md").Append("pages/\uFF5E.md").Append("pages/🌊.md").ToList();
        await Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (key, _) => await Put(key, "", PutCondition.Always));

        (await List("pages/")).ShouldBe(keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_object_that_someone_else_put_there_was_edited_by_hand()
    {
        await _bucket.Client.PutObjectAsync(new() { BucketName = _bucket.Name, Key = $"{Course.Folder}/a.md", ContentBody = "by hand", UseChunkEncoding = false });

        var found = (await Find("a.md")).ShouldNotBeNull();

        (found.EditedByHand, found.Sha256, found.Length).ShouldBe((true, Fingerprint.Sha256("by hand"u8), 7));
        (await Put("a.md", "made", PutCondition.Matches(found.ETag))).ShouldBe(PutOutcome.Stored);
        (await Find("a.md"))!.EditedByHand.ShouldBeFalse();
    }

    [Theory]
    [InlineData("other")]
    [InlineData("longer than it was")]
    public async Task Other_bytes_under_the_metadata_that_a_tool_kept_were_edited_by_hand(string edited)
    {
        await Put("a.md", "made!");
        var key = $"{Course.Folder}/a.md";
        var head = await _bucket.Client.GetObjectMetadataAsync(_bucket.Name, key);
        var copy = new Amazon.S3.Model.PutObjectRequest { BucketName = _bucket.Name, Key = key, ContentBody = edited, UseChunkEncoding = false };
        foreach (var name in head.Metadata.Keys)
            copy.Metadata[name] = head.Metadata[name];
        await _bucket.Client.PutObjectAsync(copy);

        var found = (await Find("a.md")).ShouldNotBeNull();

        (found.EditedByHand, found.Sha256).ShouldBe((true, Fingerprint.Sha256(Encoding.UTF8.GetBytes(edited))));
    }

    [Fact]
    public async Task Our_own_object_that_someone_else_put_there_is_not_edited_by_hand()
    {
        await _bucket.Client.PutObjectAsync(new()
        {
            BucketName = _bucket.Name,
            Key = $"{Course.Folder}/{ArtifactKeys.Claim("f1", 0)}",
            ContentBody = "claim",
            UseChunkEncoding = false,
        });

        (await Find(ArtifactKeys.Claim("f1", 0)))!.EditedByHand.ShouldBeFalse();
    }

    [Fact]
    public async Task Answers_and_claims_are_tagged_for_the_lifecycle_rule_and_nothing_else_is()
    {
        foreach (var key in new[] { ArtifactKeys.Answer("f1", 1), ArtifactKeys.Claim("f1", 0), ArtifactKeys.Plan, ArtifactKeys.RevisionPlan(1) })
            await Put(key, "text", PutCondition.Absent);

        (await Tags(ArtifactKeys.Answer("f1", 1))).ShouldBe(["coursegen=scratch"]);
        (await Tags(ArtifactKeys.Claim("f1", 0))).ShouldBe(["coursegen=scratch"]);
        (await Tags(ArtifactKeys.Plan)).ShouldBeEmpty();
        (await Tags(ArtifactKeys.RevisionPlan(1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_usage_of_every_call_is_kept_in_any_script()
    {
        var calls = Enumerable.Range(1, 8).Select(n => new CallUsage(Writer, 100_000 * n, 16_000, 0, 90_000, n)).ToList();

        (await PutWith(calls)).Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task More_calls_than_metadata_holds_are_summed_by_model()
    {
        var drawer = new ModelRef("gemini", "drawer");
        var calls = Enumerable.Range(1, 200).Select(n => new CallUsage(n % 2 == 0 ? Writer : drawer, 1000, 16, 3, 5, 1)).ToList();

        (await PutWith(calls)).Calls.ShouldBe([new CallUsage(drawer, 100_000, 1600, 300, 500, 100), new CallUsage(Writer, 100_000, 1600, 300, 500, 100)]);
    }

    [Fact]
    public async Task Payments_that_differ_from_what_was_used_fit_too()
    {
        var calls = Enumerable.Range(1, 200).Select(n => new CallUsage(Writer, 1000, 16, 3, 5, 1)).ToList();
        var payment = new Payment(Guid.NewGuid(), calls[..100]);

        var metadata = await PutWith(calls, payment);

        metadata.Calls.ShouldBe([new CallUsage(Writer, 200_000, 3200, 600, 1000, 200)]);
        metadata.Payment!.Reservation.ShouldBe(payment.Reservation);
        metadata.Payment.Calls.ShouldBe([new CallUsage(Writer, 100_000, 1600, 300, 500, 100)]);
    }

    [Fact]
    public async Task Content_that_cannot_seek_is_read_once_from_where_it_is()
    {
        var bytes = Encoding.UTF8.GetBytes("low water at noon");
        var content = new MemoryStream(bytes) { Position = 4 };

        var metadata = new ArtifactMetadata("f", Fingerprint.Sha256(bytes.AsSpan(4)));
        (await Store.Put(ArtifactAddress.Of(Course, "a.md"), new ForwardOnly(content), metadata, PutCondition.Absent, None)).ShouldBe(PutOutcome.Stored);
        content.Position = 4;
        (await Store.Put(ArtifactAddress.Of(Course, "b.md"), content, metadata, PutCondition.Absent, None)).ShouldBe(PutOutcome.Stored);

        (await Text("a.md"), await Text("b.md")).ShouldBe(("water at noon", "water at noon"));
    }

    [Fact]
    public async Task A_reader_may_leave_in_the_middle()
    {
        await Put("a.md", new string('x', 1_000_000));

        await using (var download = await Store.OpenRead(ArtifactAddress.Of(Course, "a.md"), None))
            await download.ReadExactlyAsync(new byte[10]);

        (await Text("a.md")).Length.ShouldBe(1_000_000);
    }

    [Fact]
    public async Task A_large_put_goes_in_parts_unless_it_is_conditional()
    {
        var store = _bucket.Open(_bucket.Options with { MultipartThreshold = 6_000_000, PartSize = 5 << 20 });
        var bytes = new byte[12_000_000];
        new Random(3).NextBytes(bytes);
        var metadata = new ArtifactMetadata("f", Fingerprint.Sha256(bytes));

        foreach (var (key, condition) in new[] { ("parts.pptx", PutCondition.Always), ("whole.pptx", PutCondition.Absent) })
            (await store.Put(ArtifactAddress.Of(Course, key), new MemoryStream(bytes), metadata, condition, None)).ShouldBe(PutOutcome.Stored);

        (await Find("parts.pptx"))!.ETag.ShouldEndWith("-3");
        (await Find("whole.pptx"))!.ETag.ShouldNotContain("-");
        foreach (var key in new[] { "parts.pptx", "whole.pptx" })
        {
            (await Find(key))!.MadeAs("f").ShouldBeTrue();
            (await Store.ReadBytes(Course, key, None)).ShouldBe(bytes);
            (await store.Put(ArtifactAddress.Of(Course, key), new MemoryStream(bytes), metadata, PutCondition.Matches((await Find(key))!.ETag), None))
                .ShouldBe(PutOutcome.Stored);
        }
    }

    [Fact]
    public async Task A_conditional_put_of_more_than_one_request_takes_is_refused_at_once()
    {
        var unusable = await Should.ThrowAsync<StoreUnusableException>(() =>
            Store.Put(ArtifactAddress.Of(Course, "huge.pptx"), new Huge(), new("f", ""), PutCondition.Absent, None));

        unusable.Message.ShouldContain("huge.pptx");
        unusable.Message.ShouldContain("5368709120");
    }

    [Fact]
    public async Task A_key_that_a_folder_cannot_hold_is_a_programming_error() =>
        await Should.ThrowAsync<ArgumentException>(() => Put("lessons/a", "x"));

    [Theory]
    [InlineData("../")]
    [InlineData("tides/../../")]
    [InlineData("/etc/")]
    public void A_list_does_not_lead_out_of_the_store(string prefix) => Should.Throw<ArgumentException>(() => Store.List(Course.Bucket, prefix, None));

    async Task<ArtifactMetadata> PutWith(List<CallUsage> calls, Payment? payment = null)
    {
        var bytes = "text"u8.ToArray();
        var metadata = new ArtifactMetadata(new string('f', 64), Fingerprint.Sha256(bytes), Writer, calls, payment);
        await Put("a.md", bytes, metadata, PutCondition.Absent);
        var found = (await Find("a.md"))!.Metadata!;
        (found.Fingerprint, found.Sha256, found.Model).ShouldBe((metadata.Fingerprint, metadata.Sha256, Writer));
        return found;
    }

    async Task<IEnumerable<string>> Tags(string key) =>
        ((await _bucket.Client.GetObjectTaggingAsync(new() { BucketName = _bucket.Name, Key = $"{Course.Folder}/{key}" })).Tagging ?? []).Select(tag => $"{tag.Key}={tag.Value}");

    sealed class ForwardOnly(Stream stream) : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => stream.ReadAsync(buffer, cancellationToken);
    }

    sealed class Huge : MemoryStream
    {
        public override long Length => StoreOptions.MaxSinglePut + 1;
    }
}
