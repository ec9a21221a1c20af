using System.Security.Cryptography;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Checks;

/// <summary>Whether each picture, sound and film is stored once, however many slides show it.</summary>
static class MediaRules
{
    internal static void Check(PackageReader package, Findings findings, CancellationToken token)
    {
        var media = package.Names.Where(name => package.Has(name) && MediaTypes.IsMedia(package.ContentTypeOf(name))).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var alike in media.GroupBy(package.LengthOf).Where(alike => alike.Skip(1).Any()))
        {
            foreach (var same in alike.GroupBy(name => HashOf(package, name, token), StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
                findings.Warning(DeckRules.Media, same.ElementAt(1), null, $"{string.Join(", ", same.Take(5))} hold the same; store it once, and relate all that show it to that one.");
        }
    }

    internal static string HashOf(PackageReader package, string name, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        using var hash = SHA256.Create();
        using var sink = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        package.CopyTo(name, sink);
        sink.FlushFinalBlock();
        return Convert.ToHexStringLower(hash.Hash!);
    }
}
