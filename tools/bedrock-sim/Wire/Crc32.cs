namespace CourseGen.BedrockSim.Wire;

/// <summary>The checksum of ISO-HDLC (polynomial 0x04C11DB7, reflected), which event streams and PNG share.</summary>
static class Crc32
{
    const uint Polynomial = 0xEDB88320;

    static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => EntryOf((uint)value))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    static uint EntryOf(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 1 ? Polynomial ^ (value >> 1) : value >> 1;
        return value;
    }
}
