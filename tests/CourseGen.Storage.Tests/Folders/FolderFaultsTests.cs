using System.Text;
using CourseGen.Contracts;

namespace CourseGen.Storage;

public sealed class FolderFaultsTests : IDisposable
{
    static readonly CourseLocation Course = new("local", "tides");
    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("coursegen-faults-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task A_store_below_a_file_names_the_file()
    {
        var file = Path.Combine(_root.FullName, "tides");
        File.WriteAllText(file, "");

        var unusable = await Refused(_root.FullName);

        unusable.Message.ShouldContain(Path.Combine(file, "a.md"));
        unusable.Message.ShouldContain($"{file} is a file");
        unusable.Remedy.ShouldContain(file);
    }

    [Fact]
    public async Task A_folder_where_the_artifact_goes_is_named()
    {
        Directory.CreateDirectory(Path.Combine(_root.FullName, "tides", "a.md"));

        (await Refused(_root.FullName)).Message.ShouldContain("a folder of that name");
        Leftovers(_root.FullName).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_named()
    {
        // Nobody, root neither, may make a folder here.
        var unusable = await Refused("/sys/kernel");

        unusable.Message.ShouldContain("/sys/kernel/tides/a.md");
        unusable.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_disk_that_fills_up_while_content_is_copied_leaves_no_partial_file()
    {
        using var store = new FolderStore(_root.FullName, Course.Bucket);
        await store.PutBytes(Course, "a.md", "old"u8.ToArray(), PutCondition.Always, CancellationToken.None, "f0");

        var unusable = await Should.ThrowAsync<StoreUnusableException>(() => store.Put(
            ArtifactAddress.Of(Course, "a.md"), new FullDisk(), new("f1", ""), PutCondition.Always, CancellationToken.None));

        unusable.Message.ShouldContain("the disk is full");
        Leftovers(_root.FullName).ShouldBeEmpty();
        await IsStillOld(store);
    }

    [FactAsRoot]
    public async Task A_full_disk_leaves_what_was_there_and_no_partial_file()
    {
        using var disk = new MemoryDisk("size=1m");
        using var store = new FolderStore(disk.Path, Course.Bucket);
        await store.PutBytes(Course, "a.md", "old"u8.ToArray(), PutCondition.Always, CancellationToken.None, "f0");

        var unusable = await Should.ThrowAsync<StoreUnusableException>(() =>
            store.PutBytes(Course, "a.md", new byte[2_000_000], PutCondition.Always, CancellationToken.None, "f1"));

        unusable.Message.ShouldContain(Path.Combine(disk.Path, "tides/a.md"));
        unusable.Message.ShouldContain("the disk is full");
        unusable.Remedy.ShouldContain("Free space");
        Leftovers(disk.Path).ShouldBeEmpty();
        await IsStillOld(store);
        (await store.PutBytes(Course, "b.md", "small"u8.ToArray(), PutCondition.Absent, CancellationToken.None, "f1")).ShouldBe(PutOutcome.Stored);
    }

    [FactAsRoot]
    public async Task A_read_only_file_system_says_so()
    {
        using var disk = new MemoryDisk("ro,size=1m");

        (await Refused(disk.Path)).Message.ShouldContain("read-only");
    }

    static async Task IsStillOld(FolderStore store)
    {
        Encoding.UTF8.GetString(await store.ReadBytes(Course, "a.md", CancellationToken.None)).ShouldBe("old");
        (await store.Find(Course, "a.md", CancellationToken.None))!.MadeAs("f0").ShouldBeTrue();
    }

    static async Task<StoreUnusableException> Refused(string root)
    {
        using var store = new FolderStore(root, Course.Bucket);
        return await Should.ThrowAsync<StoreUnusableException>(() =>
            store.PutBytes(Course, "a.md", "text"u8.ToArray(), PutCondition.Always, CancellationToken.None));
    }

    static string[] Leftovers(string root) => Directory.GetFiles(Path.Combine(root, "tides/.coursegen/tmp"));

    /// <summary>Fails as a write to a full disk does.</summary>
    sealed class FullDisk : MemoryStream
    {
        const int NoSpace = 28;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device", NoSpace);
    }
}
