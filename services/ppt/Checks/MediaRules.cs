using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Checks;

/// <summary>Whether each picture, sound and film is stored once, however many slides show it.</summary>
static class MediaRules
{
    internal static void Check(PackageReader package, Findings findings, CancellationToken token)
    {
        var media = package.Parts.Where(name => MediaTypes.IsMedia(package.ContentTypeOf(name)));
        foreach (var alike in media.GroupBy(package.FingerprintOf).Where(alike => alike.Skip(1).Any()))
        {
            token.ThrowIfCancellationRequested();
            foreach (var same in alike.GroupBy(package.HashOf, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
                findings.Warning(DeckRules.Media, same.ElementAt(1), null, $"{string.Join(", ", same.Take(5))} hold the same; store it once, and relate all that show it to that one.");
        }
    }
}
