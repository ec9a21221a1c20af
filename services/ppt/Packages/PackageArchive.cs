using System.Buffers;

namespace CourseGen.Ppt.Packages;

/// <summary>The ZIP archive of a package that may come from anywhere: its entries by the names of their parts, within <see cref="PackageLimits"/>.</summary>
sealed class PackageArchive : IDisposable
{
    readonly SeekableBytes _bytes;
    readonly Dictionary<string, ZipItem> _items = new(StringComparer.OrdinalIgnoreCase);

    internal string Name { get; }

    internal IReadOnlyDictionary<string, ZipItem> Items => _items;

    /// <param name="name">For messages, for example the file's name.</param>
    /// <param name="stream">Seekable; closed with the archive.</param>
    /// <exception cref="DeckRefusedException">Not a whole, readable archive.</exception>
    internal PackageArchive(string name, Stream stream)
    {
        Name = name;
        _bytes = new SeekableBytes(stream);
        try
        {
            PackageLimits.RefuseOthers(name, _bytes);
            foreach (var item in Checked(() => PackageLimits.Counted(name, ZipDirectory.Find(_bytes)).Read(_bytes)))
                Add(item);
            PackageLimits.RefuseBombs(name, _bytes, _items);
        }
        catch
        {
            _bytes.Dispose();
            throw;
        }
    }

    internal ZipItem ItemOf(string part) => _items.TryGetValue(part, out var item) ? item : throw Damaged(part);

    internal Stream Open(string part) => Checked(() => new ZipItemStream(_bytes, ItemOf(part)), part);

    internal void CopyTo(string part, Stream output) => Checked(() =>
    {
        using var stream = Open(part);
        stream.CopyTo(output);
        return true;
    }, part);

    /// <summary>Writes the part as it is packed here.</summary>
    internal void CopyTo(string part, ZipWriter zip, string name) => Checked(() =>
    {
        zip.Copy(name, _bytes, ItemOf(part));
        return true;
    }, part);

    /// <param name="read">Gets the part's bytes, which are valid only during the call.</param>
    internal T WithBytes<T>(string part, Func<ArraySegment<byte>, T> read)
    {
        var size = ItemOf(part).Size;
        if (size > PackageLimits.XmlBytes)
            throw Damaged(part);
        var buffer = ArrayPool<byte>.Shared.Rent((int)size + 1);
        try
        {
            using var stream = Open(part);
            return read(new ArraySegment<byte>(buffer, 0, Checked(() => stream.ReadAtLeast(buffer, (int)size + 1, throwOnEndOfStream: false), part)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Unpacks every deflated part and compares it with its checksum: what is copied as it is packed would carry damage along. Stored parts
    /// are compared while they are copied.
    /// </summary>
    /// <exception cref="DeckRefusedException">A part is not what the archive says it is.</exception>
    internal void Verify(CancellationToken token)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        foreach (var (part, item) in _items.Where(item => item.Value.Method == ZipItem.Deflated))
        {
            token.ThrowIfCancellationRequested();
            Checked(() =>
            {
                using var stream = new ZipItemStream(_bytes, item);
                while (stream.Read(buffer) > 0) { }
                return true;
            }, part);
        }
        ArrayPool<byte>.Shared.Return(buffer);
    }

    internal DeckRefusedException Damaged(string? part = null, Exception? inner = null) =>
        new(Name, $"is damaged or incomplete{(part is null ? "" : $" ({part})")}", "Open it in PowerPoint, repair it, and save it again.", inner);

    /// <summary>Damage to the archive is told as damage to the deck.</summary>
    internal T Checked<T>(Func<T> read, string? part = null)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException failure)
        {
            throw Damaged(part, failure);
        }
    }

    public void Dispose() => _bytes.Dispose();

    void Add(ZipItem item)
    {
        if (item.Encrypted)
            throw new DeckRefusedException(Name, "is encrypted", "Save it as .pptx without a password.");
        if (item.Method is not (ZipItem.Stored or ZipItem.Deflated))
            throw new DeckRefusedException(Name, $"is packed in a way that presentations are not ({item.Name})", "Open it in PowerPoint and save it again.");
        if (!item.IsFolder && !_items.TryAdd(PartNames.Plain(item.Name), item) && _items[PartNames.Plain(item.Name)] is var other && (other.Crc, other.Size) != (item.Crc, item.Size))
            throw Damaged($"{item.Name} is there twice");
    }
}
