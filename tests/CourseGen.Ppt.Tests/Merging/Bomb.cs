using System.Buffers.Binary;
using System.IO.Compression;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>Small files that unpack to large ones.</summary>
static class Bomb
{
    /// <summary>Pictures of zeroes: 1.2 GB in 1.2 MB.</summary>
    internal static byte[] OfRatio(byte[] deck) => With(deck, zip =>
    {
        for (var number = 1; number <= 20; number++)
            Zeroes(zip, $"ppt/media/bomb{number}.png", 60);
    });

    internal static byte[] OfOnePart(byte[] deck) => With(deck, zip => Zeroes(zip, "ppt/bomb.xml", 65));

    internal static byte[] OfParts() => With(null, zip =>
    {
        for (var number = 0; number <= 100_000; number++)
            zip.CreateEntry($"{number}", CompressionLevel.NoCompression);
    });

    /// <summary>A part that says it is a thousand bytes long and unpacks to a million.</summary>
    internal static byte[] ThatLies(byte[] deck)
    {
        var bomb = With(deck, zip => Zeroes(zip, "ppt/media/lie.png", 1));
        var record = LastRecord(bomb);
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(record + 24), 1000);
        return bomb;
    }

    /// <summary>Two entries of one place in the archive.</summary>
    internal static byte[] OfOverlaps(byte[] deck)
    {
        var bomb = With(deck, zip => Zeroes(zip, "ppt/media/a.png", 1), zip => Zeroes(zip, "ppt/media/b.png", 1));
        var last = LastRecord(bomb);
        var before = bomb.AsSpan(0, last).LastIndexOf("PK\u0001\u0002"u8);
        bomb.AsSpan(before + 42, 4).CopyTo(bomb.AsSpan(last + 42));
        return bomb;
    }

    static int LastRecord(byte[] zip) => zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);

    static byte[] With(byte[]? deck, params Action<ZipArchive>[] add)
    {
        using var output = new MemoryStream();
        output.Write(deck);
        using (var zip = new ZipArchive(output, deck is null ? ZipArchiveMode.Create : ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var step in add)
                step(zip);
        }
        return output.ToArray();
    }

    static void Zeroes(ZipArchive zip, string name, int megabytes)
    {
        var zeroes = new byte[1 << 20];
        using var stream = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
        for (var megabyte = 0; megabyte < megabytes; megabyte++)
            stream.Write(zeroes);
    }
}
