using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Tests.Packages;

public sealed class Crc32Tests
{
    [Fact]
    public void The_check_value_of_the_standard_comes_out() => Crc32.Append(0, "123456789"u8).ShouldBe(0xCBF43926u);

    [Fact]
    public void Long_and_short_pieces_give_what_bit_by_bit_gives()
    {
        var random = new Random(1);
        var bytes = new byte[5000];
        random.NextBytes(bytes);
        foreach (var length in new[] { 0, 1, 7, 8, 15, 16, 63, 64, 65, 79, 80, 127, 128, 129, 192, 1000, 4096, 5000 })
        {
            var whole = bytes.AsSpan(0, length);
            Crc32.Append(0, whole).ShouldBe(BitByBit(whole), $"{length} bytes");
            var cut = random.Next(length + 1);
            Crc32.Append(Crc32.Append(0, whole[..cut]), whole[cut..]).ShouldBe(BitByBit(whole), $"{length} bytes cut at {cut}");
        }
    }

    static uint BitByBit(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
