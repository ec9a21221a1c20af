using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// Media that are stored already. Their checksums and sizes, which archives list, tell nearly all apart; only those that agree in both
/// are compared byte by byte.
/// </summary>
sealed class MediaSet
{
    readonly Dictionary<(uint Crc, long Size, string Type), List<(PackageReader Source, string Name, PackagePart Part)>> _stored = [];

    internal PackagePart Store(PackageReader source, string name, Func<PackagePart> add)
    {
        var (crc, size) = source.FingerprintOf(name);
        var key = (crc, size, TypeOf(source.ContentTypeOf(name)));
        if (!_stored.TryGetValue(key, out var alike))
            _stored.Add(key, alike = []);
        if (alike.Find(other => SameContent(source, name, other.Source, other.Name)) is { Part: { } stored })
            return stored;
        var part = add();
        alike.Add((source, name, part));
        return part;
    }

    internal static bool SameContent(PackageReader first, string firstName, PackageReader second, string secondName)
    {
        if (first.FingerprintOf(firstName) != second.FingerprintOf(secondName))
            return false;
        using var left = first.Open(firstName);
        using var right = second.Open(secondName);
        Span<byte> leftBuffer = stackalloc byte[8192], rightBuffer = stackalloc byte[8192];
        try
        {
            while (true)
            {
                var read = left.ReadAtLeast(leftBuffer, leftBuffer.Length, throwOnEndOfStream: false);
                if (right.ReadAtLeast(rightBuffer, rightBuffer.Length, throwOnEndOfStream: false) != read || !leftBuffer[..read].SequenceEqual(rightBuffer[..read]))
                    return false;
                if (read < leftBuffer.Length)
                    return true;
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Some programs write image/jpg.</summary>
    static string TypeOf(string contentType) => contentType.ToLowerInvariant() is "image/jpg" ? "image/jpeg" : contentType.ToLowerInvariant();
}
