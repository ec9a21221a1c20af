using CourseGen.Contracts;

namespace CourseGen.Storage;

/// <summary>What every artifact store does. Each test has a course of its own.</summary>
public abstract class ArtifactStoreContract
{
    protected static readonly CancellationToken None = CancellationToken.None;

    protected abstract IArtifactStore Store { get; }

    /// <summary>Where nothing is yet.</summary>
    protected abstract CourseLocation Course { get; }

    [Fact]
    public async Task What_is_put_is_found_with_its_metadata_and_read_again()
    {
        var bytes = "low water at noon"u8.ToArray();
        var metadata = Metadata("f1", bytes) with { Model = new("simulated", "writer"), Calls = [new(new("simulated", "writer"), 10, 20, 3, 4, 0)] };

        (await Put("lessons/a.md", bytes, metadata, PutCondition.Absent)).ShouldBe(PutOutcome.Stored);

        var found = (await Find("lessons/a.md")).ShouldNotBeNull();
        (found.Sha256, found.Length, found.EditedByHand).ShouldBe((Fingerprint.Sha256(bytes), bytes.Length, false));
        found.MadeAs("f1").ShouldBeTrue();
        found.MadeAs("f2").ShouldBeFalse();
        found.Metadata!.Model.ShouldBe(metadata.Model);
        found.Metadata.Calls.ShouldBe(metadata.Calls);
        (await Store.ReadBytes(Course, "lessons/a.md", None)).ShouldBe(bytes);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 2)]
    public async Task Who_paid_is_found_again_with_all_that_was_used(int from, int paid)
    {
        var bytes = "low water at noon"u8.ToArray();
        var payment = new Payment(Guid.NewGuid(), Usage(paid));
        foreach (var key in new[] { "lessons/a.md", ArtifactKeys.Answer("f1", 1), ArtifactKeys.Visuals("01-01") })
        {
            await Put(key, bytes, Metadata("", bytes) with { Calls = from == 0 ? null : Usage(from), Payment = payment }, PutCondition.Absent);

            var found = (await Find(key)).ShouldNotBeNull();
            (found.EditedByHand, found.Metadata!.Calls?.Count ?? 0, found.Metadata.Payment!.Reservation).ShouldBe((false, from, payment.Reservation));
            found.Metadata.Payment.Calls.ShouldBe(payment.Calls);
        }

        static CallUsage[] Usage(int count) => [.. Enumerable.Range(1, count).Select(n => new CallUsage(new("simulated", "writer"), n, 20, 3, 4, 0))];
    }

    [Fact]
    public async Task What_nobody_paid_for_has_no_payment()
    {
        await Put("a.md", "made");

        (await Find("a.md"))!.Metadata!.Payment.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_found_where_nothing_is()
    {
        (await Find("lessons/a.md")).ShouldBeNull();
        var missing = await Should.ThrowAsync<ArtifactMissingException>(() => Store.ReadBytes(Course, "lessons/a.md", None));
        missing.Message.ShouldContain("lessons/a.md");
        (await List("")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_create_only_put_leaves_what_is_there()
    {
        await Put("a.md", "first");

        (await Put("a.md", "second", PutCondition.Absent)).ShouldBe(PutOutcome.Conflict);

        (await Text("a.md")).ShouldBe("first");
        (await Find("a.md"))!.EditedByHand.ShouldBeFalse();
    }

    [Fact]
    public async Task A_put_over_the_object_that_was_seen_takes_effect()
    {
        await Put("a.md", "first");
        var seen = await Find("a.md");

        (await Put("a.md", "second", PutCondition.Matches(seen!.ETag))).ShouldBe(PutOutcome.Stored);

        (await Text("a.md")).ShouldBe("second");
        (await Find("a.md"))!.MadeAs("f").ShouldBeTrue();
    }

    [Fact]
    public async Task A_put_over_an_object_that_changed_since_does_not()
    {
        await Put("a.md", "first");
        var seen = await Find("a.md");
        await Put("a.md", "second");

        (await Put("a.md", "third", PutCondition.Matches(seen!.ETag))).ShouldBe(PutOutcome.Conflict);

        (await Text("a.md")).ShouldBe("second");
    }

    [Fact]
    public async Task A_put_over_an_object_that_is_gone_does_not()
    {
        (await Put("a.md", "first", PutCondition.Matches("0123"))).ShouldBe(PutOutcome.Conflict);
        (await Find("a.md")).ShouldBeNull();
    }

    [Fact]
    public async Task Of_many_create_only_puts_exactly_one_takes_effect()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => Put("race.md", $"by {n}", PutCondition.Absent))));

        outcomes.Count(outcome => outcome == PutOutcome.Stored).ShouldBe(1);
        (await Text("race.md")).ShouldBe($"by {Array.IndexOf(outcomes, PutOutcome.Stored)}");
        (await Find("race.md"))!.EditedByHand.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_many_puts_over_the_same_object_exactly_one_takes_effect()
    {
        await Put("race.md", "old");
        var seen = await Find("race.md");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => Put("race.md", $"by {n}", PutCondition.Matches(seen!.ETag)))));

        outcomes.Count(outcome => outcome == PutOutcome.Stored).ShouldBe(1);
        (await Text("race.md")).ShouldBe($"by {Array.IndexOf(outcomes, PutOutcome.Stored)}");
    }

    [Fact]
    public async Task Objects_are_listed_by_prefix_in_ordinal_order_and_nothing_else_is()
    {
        foreach (var key in new[] { "lessons/b.md", "lessons/a.md", "lessons/B.md", "lessons-old/a.md", "course.json", ArtifactKeys.Answer("f1", 1), ArtifactKeys.Answer("f12", 1) })
            await Put(key, key, PutCondition.Absent);
        await Put(ArtifactKeys.BatchStructure(1), "made", PutCondition.Absent);

        (await List("lessons/")).ShouldBe(["lessons/B.md", "lessons/a.md", "lessons/b.md"]);
        (await List("lessons")).ShouldBe(["lessons-old/a.md", "lessons/B.md", "lessons/a.md", "lessons/b.md"]);
        (await List(".coursegen/answers/f1")).ShouldBe([".coursegen/answers/f1/1.json", ".coursegen/answers/f12/1.json"]);
        (await List("")).ShouldBe([
            ".coursegen/answers/f1/1.json", ".coursegen/answers/f12/1.json", ".coursegen/decks/batch-1.json", "course.json",
            "lessons-old/a.md", "lessons/B.md", "lessons/a.md", "lessons/b.md"]);
    }

    [Fact]
    public async Task Our_own_objects_keep_their_fingerprint_too()
    {
        await Put(ArtifactKeys.BatchStructure(1), "made", PutCondition.Absent);

        (await Find(ArtifactKeys.BatchStructure(1)))!.MadeAs("f").ShouldBeTrue();
    }

    [Fact]
    public async Task Content_is_stored_whole_whatever_its_size()
    {
        var bytes = new byte[5_000_003];
        new Random(7).NextBytes(bytes);

        await Put("images/large.png", bytes, Metadata("f", bytes), PutCondition.Absent);

        (await Store.ReadBytes(Course, "images/large.png", None)).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_put_whose_metadata_names_other_bytes_is_a_programming_error()
    {
        await Should.ThrowAsync<ArgumentException>(() => Put("a.md", "these"u8.ToArray(), Metadata("f", "others"u8.ToArray()), PutCondition.Absent));
        (await Find("a.md")).ShouldBeNull();
    }

    [Fact]
    public async Task A_bucket_that_is_not_configured_is_named()
    {
        var unusable = await Should.ThrowAsync<StoreUnusableException>(() => Store.Find(ArtifactAddress.Of(Course with { Bucket = "elsewhere" }, "a.md"), None));
        unusable.Message.ShouldContain("elsewhere");
    }

    protected Task<StoredArtifact?> Find(string key) => Store.Find(Course, key, None);

    protected async Task<string> Text(string key) => System.Text.Encoding.UTF8.GetString(await Store.ReadBytes(Course, key, None));

    protected Task<PutOutcome> Put(string key, string text, PutCondition? condition = null)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return Put(key, bytes, Metadata("f", bytes), condition ?? PutCondition.Always);
    }

    protected Task<PutOutcome> Put(string key, byte[] bytes, ArtifactMetadata metadata, PutCondition condition) =>
        Store.Put(ArtifactAddress.Of(Course, key), new MemoryStream(bytes), metadata, condition, None);

    protected async Task<List<string>> List(string prefix)
    {
        var keys = new List<string>();
        await foreach (var key in Store.List(Course.Bucket, $"{Course.Folder}/{prefix}", None))
            keys.Add(key[(Course.Folder.Length + 1)..]);
        return keys;
    }

    static ArtifactMetadata Metadata(string fingerprint, byte[] bytes) => new(fingerprint, Fingerprint.Sha256(bytes));
}
