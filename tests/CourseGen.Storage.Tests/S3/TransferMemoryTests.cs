using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using CourseGen.Contracts;
using Xunit.Abstractions;

namespace CourseGen.Storage;

/// <summary>What a large artifact costs in memory, in a process that does nothing else.</summary>
public sealed class TransferMemoryTests(ITestOutputHelper output)
{
    const int Size = 200_000_000;

    // Above the threshold; less than a deck, because test servers keep objects in memory.
    const int SizeInParts = 70_000_000;
    const double MaxGrowth = 64;

    [Fact]
    public async Task A_deck_of_200_MB_goes_up_and_down_in_at_most_64_MB()
    {
        await using var bucket = await TestBucket.Create();
        var keys = await bucket.Credentials.GetCredentialsAsync();

        var lines = await OwnProcess.Run(
            new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = keys.AccessKey, ["AWS_SECRET_ACCESS_KEY"] = keys.SecretKey },
            nameof(Measure), bucket.Options.Endpoint!.ToString(), bucket.Name);

        lines.Select(line => line.Split(' ')[0]).ShouldBe(["parts", "create", "read"]);
        foreach (var line in lines)
        {
            output.WriteLine(line);
            double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture).ShouldBeInRange(0, MaxGrowth, line);
        }
    }

    /// <summary>Prints a line for each transfer: name, growth of the peak of the resident memory in MB, MB a second.</summary>
    internal static async Task Measure(Uri endpoint, string bucket)
    {
        var course = new CourseLocation(bucket, "tides");
        using var store = new S3Store(new() { Buckets = [bucket], Endpoint = endpoint, PathStyle = true }, TimeProvider.System);
        await store.PutBytes(course, "warm.md", new byte[100_000], PutCondition.Absent, CancellationToken.None);
        await store.ReadBytes(course, "warm.md", CancellationToken.None);

        await using var deck = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        foreach (var (name, size, condition) in new[] { ("parts", SizeInParts, PutCondition.Always), ("create", Size, PutCondition.Absent) })
        {
            var sent = await Fill(deck, size);
            await Print(name, size, async () => await store.Put(ArtifactAddress.Of(course, $"{name}.pptx"), deck, new("f", sent), condition, CancellationToken.None));
        }
        var sha256 = (await store.Find(course, "create.pptx", CancellationToken.None))!.Sha256;
        await Print("read", Size, async () =>
        {
            await using var download = await store.OpenRead(ArtifactAddress.Of(course, "create.pptx"), CancellationToken.None);
            Convert.ToHexStringLower(await SHA256.HashDataAsync(download)).ShouldBe(sha256);
        });
    }

    static async Task<string> Fill(FileStream deck, int size)
    {
        deck.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var random = new Random(11);
        var block = new byte[100_000];
        for (var written = 0; written < size; written += block.Length)
        {
            random.NextBytes(block);
            hash.AppendData(block);
            await deck.WriteAsync(block);
        }
        deck.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static async Task Print(string name, int size, Func<Task> transfer)
    {
        GC.Collect();
        await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
        var before = Status("VmRSS:");
        var start = Stopwatch.GetTimestamp();
        await transfer();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {Status("VmHWM:") - before:0.0} {size / 1e6 / seconds:0}"));
    }

    /// <returns>MB.</returns>
    static double Status(string field) =>
        double.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal)).Split(' ', '\t')[^2], CultureInfo.InvariantCulture) / 1000;
}
