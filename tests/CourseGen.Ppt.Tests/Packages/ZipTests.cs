using System.IO.Compression;
using System.Text;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Tests.Packages;

/// <summary>Archives as other programs write and read them.</summary>
public sealed class ZipTests
{
    [Fact]
    public void What_is_written_opens_elsewhere_and_has_no_time()
    {
        using var output = new MemoryStream();
        using var writer = new ZipWriter(output);
        writer.Store("stored.txt", "stored"u8);
        writer.Write("ä/packed.txt", stream => stream.Write(new byte[100_000]), CompressionLevel.Optimal);
        writer.Write("plain.bin", stream => stream.Write("plain"u8), CompressionLevel.NoCompression);
        writer.Finish();
        using var zip = new ZipArchive(output);
        zip.Entries.Select(entry => (entry.FullName, entry.Length)).ShouldBe([("stored.txt", 6), ("ä/packed.txt", 100_000), ("plain.bin", 5)]);
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980);
        Read(zip.Entries[0]).ShouldBe("stored");
        zip.Entries[1].CompressedLength.ShouldBeLessThan(1000);
    }

    [Fact]
    public void An_archive_written_to_a_pipe_is_copied_entry_by_entry_as_it_is_packed()
    {
        var source = Piped(("a.xml", "<a>text</a>"), ("b.bin", new string('b', 300_000)));
        using var output = new MemoryStream();
        using (var bytes = new SeekableBytes(new MemoryStream(source)))
        {
            using var writer = new ZipWriter(output);
            foreach (var item in ZipDirectory.Find(bytes).Read(bytes))
                writer.Copy("copied/" + item.Name, bytes, item);
            writer.Finish();
        }
        using var before = new ZipArchive(new MemoryStream(source));
        using var zip = new ZipArchive(output);
        zip.Entries.Select(Read).ShouldBe(["<a>text</a>", new string('b', 300_000)]);
        zip.Entries.Select(entry => entry.CompressedLength).ShouldBe(before.Entries.Select(entry => entry.CompressedLength));
    }

    [Fact]
    public void More_entries_than_the_plain_format_counts_are_written_and_read()
    {
        using var output = new MemoryStream();
        using var writer = new ZipWriter(output);
        for (var number = 0; number < 70_000; number++)
            writer.Store($"{number}", default);
        writer.Finish();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Read, leaveOpen: true))
            zip.Entries.Count.ShouldBe(70_000);
        using var bytes = new SeekableBytes(output);
        ZipDirectory.Find(bytes).Read(bytes).Count.ShouldBe(70_000);
    }

    [Fact]
    public void An_item_of_more_than_four_gigabytes_has_sizes_of_its_own()
    {
        const long size = (4L << 30) + 1;
        using var output = new SparseStream();
        using var writer = new ZipWriter(output);
        using (var source = new SeekableBytes(new SparseStream { Header = LocalHeader("big"), Size = 33 + size }))
            writer.Copy("big", source, new ZipItem("big", ZipItem.Deflated, Encrypted: false, 1, size, size, 0));
        writer.Store("after", "x"u8);
        writer.Finish();
        using var bytes = new SeekableBytes(output);
        var items = ZipDirectory.Find(bytes).Read(bytes);
        items.Select(item => (item.Name, item.Size, item.PackedSize)).ShouldBe([("big", size, size), ("after", 1, 1)]);
        items[1].HeaderOffset.ShouldBe(30 + 3 + 20 + size);
    }

    static byte[] LocalHeader(string name) => [.. "PK\u0003\u0004"u8, .. new byte[22], (byte)name.Length, 0, 0, 0, .. Encoding.ASCII.GetBytes(name)];

    static byte[] Piped(params (string Name, string Text)[] entries)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(new OneWay(output), ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return output.ToArray();
    }

    static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    sealed class OneWay(Stream inner) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }

    /// <summary>A header, then zeroes, and of each write only its last bytes: gigabytes that take no room.</summary>
    sealed class SparseStream : Stream
    {
        readonly byte[] _tail = new byte[2048];

        internal byte[] Header { get; init; } = [];
        internal long Size { get; set; }
        long _position;

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => true;
        public override long Length => Size;
        public override long Position { get => _position; set => _position = value; }
        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            buffer = buffer[..(int)Math.Min(buffer.Length, Size - _position)];
            buffer.Clear();
            if (_position < Header.Length)
                Header.AsSpan((int)_position)[..Math.Min(buffer.Length, Header.Length - (int)_position)].CopyTo(buffer);
            for (var index = (int)Math.Clamp(Size - _tail.Length - _position, 0, buffer.Length); index < buffer.Length; index++)
                buffer[index] = _tail[(_position + index) % _tail.Length];
            _position += buffer.Length;
            return buffer.Length;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            for (var index = Math.Max(0, buffer.Length - 2048); index < buffer.Length; index++)
                _tail[(_position + index) % _tail.Length] = buffer[index];
            _position += buffer.Length;
            Size = Math.Max(Size, _position);
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
