using System.Buffers.Binary;

namespace CourseGen.Images.Rendering;

/// <summary>A point of a glyph's contour in font units, y upwards: on the curve, or a quadratic control point.</summary>
readonly record struct GlyphPoint(double X, double Y, bool OnCurve);

/// <summary>A font's <c>glyf</c> and <c>loca</c> tables: the contours of simple and composite glyphs.</summary>
sealed class GlyphTable(ReadOnlyMemory<byte> glyphs, ReadOnlyMemory<byte> locations, bool longOffsets)
{
    const int OnCurve = 1, ShortX = 2, ShortY = 4, Repeat = 8, SameX = 16, SameY = 32;
    const int WordArguments = 1, OffsetArguments = 2, OneScale = 8, MoreComponents = 32, TwoScales = 64, FourScales = 128;

    public IReadOnlyList<IReadOnlyList<GlyphPoint>> Read(int glyph)
    {
        var (start, end) = (Offset(glyph), Offset(glyph + 1));
        if (start == end)
            return [];
        var data = glyphs.Span[start..end];
        int contours = BinaryPrimitives.ReadInt16BigEndian(data);
        return contours >= 0 ? ReadSimple(data[10..], contours) : ReadComposite(data[10..]);
    }

    int Offset(int glyph) => longOffsets
        ? BinaryPrimitives.ReadInt32BigEndian(locations.Span[(glyph * 4)..])
        : BinaryPrimitives.ReadUInt16BigEndian(locations.Span[(glyph * 2)..]) * 2;

    static List<GlyphPoint[]> ReadSimple(ReadOnlySpan<byte> data, int count)
    {
        var ends = new int[count];
        for (var i = 0; i < count; i++)
            ends[i] = BinaryPrimitives.ReadUInt16BigEndian(data[(i * 2)..]) + 1;
        data = data[(count * 2)..];
        data = data[(2 + BinaryPrimitives.ReadUInt16BigEndian(data))..];
        var flags = ReadFlags(ref data, count == 0 ? 0 : ends[^1]);
        var xs = ReadCoordinates(ref data, flags, ShortX, SameX);
        var ys = ReadCoordinates(ref data, flags, ShortY, SameY);
        var points = flags.Select((flag, i) => new GlyphPoint(xs[i], ys[i], (flag & OnCurve) != 0)).ToArray();
        return [.. ends.Select((end, i) => points[(i == 0 ? 0 : ends[i - 1])..end])];
    }

    static byte[] ReadFlags(ref ReadOnlySpan<byte> data, int count)
    {
        var flags = new byte[count];
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            flags[i] = data[at++];
            if ((flags[i] & Repeat) == 0)
                continue;
            int repeats = data[at++];
            flags.AsSpan(i + 1, repeats).Fill(flags[i]);
            i += repeats;
        }
        data = data[at..];
        return flags;
    }

    /// <summary>Each coordinate is a change from the one before: a byte with its sign in the flag, nothing, or two bytes.</summary>
    static int[] ReadCoordinates(ref ReadOnlySpan<byte> data, byte[] flags, int shortFlag, int sameFlag)
    {
        var coordinates = new int[flags.Length];
        var (at, value) = (0, 0);
        for (var i = 0; i < flags.Length; i++)
        {
            var same = (flags[i] & sameFlag) != 0;
            if ((flags[i] & shortFlag) != 0)
                value += same ? data[at++] : -data[at++];
            else if (!same)
            {
                value += BinaryPrimitives.ReadInt16BigEndian(data[at..]);
                at += 2;
            }
            coordinates[i] = value;
        }
        data = data[at..];
        return coordinates;
    }

    List<IReadOnlyList<GlyphPoint>> ReadComposite(ReadOnlySpan<byte> data)
    {
        var contours = new List<IReadOnlyList<GlyphPoint>>();
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(data);
            int glyph = BinaryPrimitives.ReadUInt16BigEndian(data[2..]);
            data = data[4..];
            var (dx, dy) = ReadOffset(ref data, flags);
            var (xx, xy, yx, yy) = ReadScale(ref data, flags);
            foreach (var contour in Read(glyph))
                contours.Add([.. contour.Select(p => p with { X = p.X * xx + p.Y * yx + dx, Y = p.X * xy + p.Y * yy + dy })]);
        }
        while ((flags & MoreComponents) != 0);
        return contours;
    }

    /// <summary>Components placed by matching points, which the bundled fonts do not use, stay at the origin.</summary>
    static (int X, int Y) ReadOffset(ref ReadOnlySpan<byte> data, int flags)
    {
        var words = (flags & WordArguments) != 0;
        var (x, y) = words
            ? (BinaryPrimitives.ReadInt16BigEndian(data), BinaryPrimitives.ReadInt16BigEndian(data[2..]))
            : ((short)(sbyte)data[0], (short)(sbyte)data[1]);
        data = data[(words ? 4 : 2)..];
        return (flags & OffsetArguments) != 0 ? (x, y) : (0, 0);
    }

    static (double XX, double XY, double YX, double YY) ReadScale(ref ReadOnlySpan<byte> data, int flags)
    {
        var count = (flags & OneScale) != 0 ? 1 : (flags & TwoScales) != 0 ? 2 : (flags & FourScales) != 0 ? 4 : 0;
        var scales = new double[count];
        for (var i = 0; i < count; i++)
            scales[i] = BinaryPrimitives.ReadInt16BigEndian(data[(i * 2)..]) / 16384.0;
        data = data[(count * 2)..];
        return count switch
        {
            1 => (scales[0], 0, 0, scales[0]),
            2 => (scales[0], 0, 0, scales[1]),
            4 => (scales[0], scales[1], scales[2], scales[3]),
            _ => (1, 0, 0, 1),
        };
    }
}
