namespace CourseGen.Ppt.Packages;

/// <summary>Counts and checks what is written through it.</summary>
sealed class CheckedStream(Stream inner, Stream kept) : Stream
{
    internal uint Crc { get; private set; }
    internal long Size { get; private set; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => Size;
    public override long Position { get => Size; set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Crc = Crc32.Append(Crc, buffer);
        Size += buffer.Length;
        inner.Write(buffer);
    }

    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && inner != kept)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
