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
        WriteChunk(file, "IDAT"u8, Compress(zlib => WriteRows(zlib, canvas, palette)));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Row by row, so that no second copy of the picture is made.</summary>
    static void WriteRows(Stream data, Canvas canvas, Palette? palette)
    {
        var row = new byte[(canvas.Width * (palette is null ? 3 : 1)) + 1];
        for (var y = 0; y < canvas.Height; y++)
        {
            var pixels = canvas.Pixels.Slice(y * canvas.Width, canvas.Width);
            if (palette is not null)
                palette.Index(pixels, row.AsSpan(1));
            else
                SubtractAbove(pixels, y == 0 ? [] : canvas.Pixels.Slice((y - 1) * canvas.Width, canvas.Width), row);
            data.Write(row);
        }
    }

    static void SubtractAbove(ReadOnlySpan<int> pixels, ReadOnlySpan<int> above, Span<byte> row)
    {
        row[0] = FilterUp;
        for (int x = 0, at = 1; x < pixels.Length; x++, at += 3)
        {
            var (pixel, upper) = (pixels[x], above.IsEmpty ? 0 : above[x]);
            row[at] = (byte)((pixel >> 16) - (upper >> 16));
            row[at + 1] = (byte)((pixel >> 8) - (upper >> 8));
            row[at + 2] = (byte)(pixel - upper);
        }
    }

    static byte[] Compress(Action<Stream> write)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
            write(zlib);
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
