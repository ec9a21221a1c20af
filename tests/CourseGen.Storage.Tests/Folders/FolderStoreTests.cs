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

    [Fact]
    public async Task Metadata_is_in_a_sidecar_in_the_project_folder()
    {
        await Put("lessons/a.md", "made");

        Files().ShouldBe([".coursegen/lessons/a.md.json", ".coursegen/lock", "lessons/a.md"]);
    }

    [Fact]
    public async Task Our_own_objects_have_a_sidecar_only_when_they_have_a_fingerprint()
    {
        await Store.PutBytes(Course, ArtifactKeys.Claim("f1", 0), "claim"u8.ToArray(), PutCondition.Absent, None);
        await Put(ArtifactKeys.BatchStructure(1), "made");

        Files().ShouldBe([".coursegen/claims/f1/0", ".coursegen/decks/batch-1.json", ".coursegen/lock", ".coursegen/sidecars/decks/batch-1.json.json"]);
        (await Find(ArtifactKeys.Claim("f1", 0)))!.EditedByHand.ShouldBeFalse();
    }

    [Fact]
    public async Task Other_bytes_than_were_stored_were_edited_by_hand()
    {
        await Put("a.md", "made");
        File.WriteAllText(PathOf("a.md"), "edited");

        var found = (await Find("a.md")).ShouldNotBeNull();

        found.EditedByHand.ShouldBeTrue();
        (found.Sha256, found.Metadata!.Sha256).ShouldBe((Fingerprint.Sha256("edited"u8), Fingerprint.Sha256("made"u8)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"current\": ")]
    public async Task A_file_without_a_readable_sidecar_counts_as_edited_by_hand(string? sidecar)
    {
        await Put("a.md", "made");
        File.Delete(PathOf(".coursegen/a.md.json"));
        if (sidecar is not null)
            File.WriteAllText(PathOf(".coursegen/a.md.json"), sidecar);

        (await Find("a.md"))!.EditedByHand.ShouldBeTrue();
        (await Put("a.md", "again", PutCondition.Matches((await Find("a.md"))!.ETag))).ShouldBe(PutOutcome.Stored);
        (await Find("a.md"))!.EditedByHand.ShouldBeFalse();
    }

    [Fact]
    public async Task Bytes_whose_replacement_was_killed_before_the_rename_do_not_look_edited_by_hand()
    {
        await PutMade("old", "f0");
        await PutMade("new", "f1");
        File.WriteAllText(PathOf("a.md"), "old");

        var found = (await Find("a.md")).ShouldNotBeNull();
        found.MadeAs("f0").ShouldBeTrue();
        (await PutMade("newer", "f2", PutCondition.Matches(found.ETag))).ShouldBe(PutOutcome.Stored);
        File.WriteAllText(PathOf("a.md"), "old");
        (await Find("a.md"))!.MadeAs("f0").ShouldBeTrue();
    }

    [Fact]
    public async Task Bytes_edited_by_hand_still_look_so_when_their_replacement_was_killed_before_the_rename()
    {
        await PutMade("old", "f0");
        File.WriteAllText(PathOf("a.md"), "edited");
        await PutMade("new", "f1");
        File.WriteAllText(PathOf("a.md"), "edited");

        (await Find("a.md"))!.EditedByHand.ShouldBeTrue();
    }

    [Fact]
    public async Task A_first_put_that_was_killed_before_the_rename_left_nothing()
    {
        await Put("a.md", "made");
        File.Delete(PathOf("a.md"));

        (await Find("a.md")).ShouldBeNull();
        (await List("")).ShouldBeEmpty();
        (await Put("a.md", "again", PutCondition.Absent)).ShouldBe(PutOutcome.Stored);
    }

    [Fact]
    public async Task Files_that_a_killed_process_left_are_never_listed_and_are_removed()
    {
        var left = PathOf($".coursegen/tmp/{TemporaryFiles.NameOf(await OtherProcess.Ended(), 1)}");
        var inUse = PathOf($".coursegen/tmp/{TemporaryFiles.NameOf(OwnerProcess.Current, int.MaxValue)}");
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        File.WriteAllText(left, "half a pict");
        File.WriteAllText(inUse, "half a pict");
        (await List("")).ShouldBeEmpty();

        await Put("a.md", "made");

        (File.Exists(left), File.Exists(inUse)).ShouldBe((false, true));
        (await List("")).ShouldBe(["a.md"]);
    }

    [Fact]
    public async Task Of_the_create_only_puts_of_two_processes_exactly_one_takes_effect()
    {
        using var one = await OtherProcess.Start(_root.FullName);
        using var two = await OtherProcess.Start(_root.FullName);

        var stored = await Task.WhenAll(OtherProcess.Run(one), OtherProcess.Run(two));

        stored.SelectMany(keys => keys).Order().ShouldBe(Enumerable.Range(0, OtherProcess.Keys));
        foreach (var key in stored[0])
            BitConverter.ToInt32(await Store.ReadBytes(OtherProcess.Course, $"{key}.bin", None)).ShouldBe(one.Id);
        foreach (var key in stored[1])
            BitConverter.ToInt32(await Store.ReadBytes(OtherProcess.Course, $"{key}.bin", None)).ShouldBe(two.Id);
    }

    [Fact]
    public async Task A_key_of_the_stores_own_files_is_a_programming_error()
    {
        foreach (var key in new[] { ".coursegen/lock", ".coursegen/tmp/x", ".coursegen/lessons/a.md.json", ".coursegen/sidecars/x.json", "lessons/a" })
            await Should.ThrowAsync<ArgumentException>(() => Put(key, "x"), key);
    }

    [Theory]
    [InlineData("../")]
    [InlineData("tides/../../")]
    [InlineData("/etc/")]
    public void A_list_does_not_lead_out_of_the_store(string prefix) => Should.Throw<ArgumentException>(() => Store.List(Course.Bucket, prefix, None));

    Task<PutOutcome> PutMade(string text, string fingerprint, PutCondition? condition = null) =>
        Store.PutBytes(Course, "a.md", System.Text.Encoding.UTF8.GetBytes(text), condition ?? PutCondition.Always, None, fingerprint);

    string PathOf(string key) => Path.Combine(_root.FullName, Course.Folder, key);

    IEnumerable<string> Files() => Directory.EnumerateFiles(PathOf(""), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(PathOf(""), file)).Order(StringComparer.Ordinal);
}
