using System.Buffers.Binary;
using System.IO.Compression;

namespace CourseGen.Images.Rendering;

/// <summary>
/// Writes PNG (RFC 2083): with a <see cref="Palette"/> where that shows the same, which makes the data a third, else 8-bit RGB. With a
/// palette rows are not filtered; RGB rows are written as differences from the row above, which makes flat areas and vertical gradients nothing.
/// </summary>
static class Png
{
    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    const byte Indexed = 3, Rgb = 2;
    const byte FilterUp = 2;

    public static byte[] Write(Canvas canvas)
    {
        var palette = Palette.TryMake(canvas);
        var rows = palette?.IndexRows(canvas) ?? RgbRows(canvas);
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, canvas.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], canvas.Height);
        header[8] = 8;
        header[9] = palette is null ? Rgb : Indexed;
        WriteChunk(file, "IHDR"u8, header);
        if (palette is not null)
            WriteChunk(file, "PLTE"u8, palette.Entries);
        WriteChunk(file, "IDAT"u8, Compress(rows));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    static byte[] RgbRows(Canvas canvas)
    {
        var stride = canvas.Width * 3 + 1;
        var rows = new byte[stride * canvas.Height];
        for (var y = 0; y < canvas.Height; y++)
        {
            var row = canvas.Pixels.Slice(y * canvas.Width, canvas.Width);
            var above = y == 0 ? ReadOnlySpan<int>.Empty : canvas.Pixels.Slice((y - 1) * canvas.Width, canvas.Width);
            var at = y * stride;
            rows[at++] = FilterUp;
            for (var x = 0; x < row.Length; x++, at += 3)
            {
                var (pixel, upper) = (row[x], above.IsEmpty ? 0 : above[x]);
                rows[at] = (byte)((pixel >> 16) - (upper >> 16));
                rows[at + 1] = (byte)((pixel >> 8) - (upper >> 8));
                rows[at + 2] = (byte)(pixel - upper);
            }
        }
        return rows;
    }

    static byte[] Compress(byte[] rows)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(rows);
        return data.ToArray();
    }

    static void WriteChunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(type, data));
        file.Write(number);
    }
}
