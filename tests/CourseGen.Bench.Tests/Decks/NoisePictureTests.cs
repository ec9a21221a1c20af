using System.Buffers.Binary;
using System.IO.Compression;
using CourseGen.Bench.Decks;

namespace CourseGen.Bench.Tests.Decks;

public sealed class NoisePictureTests
{
    [Theory]
    [InlineData(2_000)]
    [InlineData(32_000)]
    [InlineData(200_000)]
    public void A_picture_has_about_as_many_bytes_as_asked_for(int bytes) => ((double)NoisePicture.OfAbout(bytes, 1).Length).ShouldBe(bytes, 250);

    [Fact]
    public void Its_pixels_are_all_there()
    {
        var picture = NoisePicture.OfAbout(32_000, 1);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20)));
        var length = BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(33));
        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(new MemoryStream(picture, 41, length), CompressionMode.Decompress))
            packed.CopyTo(pixels);
        pixels.Length.ShouldBe((width + 1) * height);
    }

    [Fact]
    public void It_cannot_be_packed()
    {
        var picture = NoisePicture.OfAbout(32_000, 1);
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write(picture);
        packed.Length.ShouldBeGreaterThan(picture.Length * 98 / 100);
    }

    [Fact]
    public void A_seed_gives_one_picture_and_another_seed_another()
    {
        NoisePicture.OfAbout(2_000, 1).ShouldBe(NoisePicture.OfAbout(2_000, 1));
        NoisePicture.OfAbout(2_000, 1).ShouldNotBe(NoisePicture.OfAbout(2_000, 2));
    }
}
