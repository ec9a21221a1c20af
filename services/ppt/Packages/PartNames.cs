namespace CourseGen.Ppt.Packages;

/// <summary>Names of parts, and how relationships name them.</summary>
static class PartNames
{
    /// <param name="source">A part, or empty for the package itself.</param>
    internal static string RelationshipsOf(string source) => $"{FolderOf(source)}_rels/{source[FolderOf(source).Length..]}.rels";

    internal static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    /// <summary>The target as seen from its source.</summary>
    internal static string Relative(string source, string target)
    {
        var from = FolderOf(source).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var to = target.Split('/');
        var shared = 0;
        while (shared < from.Length && shared < to.Length - 1 && from[shared] == to[shared])
            shared++;
        return string.Join('/', [.. Enumerable.Repeat("..", from.Length - shared), .. to[shared..]]);
    }

    /// <summary>The part that a relationship's target names, seen from its source.</summary>
    internal static string Absolute(string source, string target)
    {
        var plain = Uri.UnescapeDataString(target.Split('#')[0]);
        var path = plain.StartsWith('/') ? plain : FolderOf(source) + plain;
        var kept = new List<string>();
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
                kept.RemoveRange(Math.Max(0, kept.Count - 1), Math.Min(1, kept.Count));
            else if (segment != ".")
                kept.Add(segment);
        }
        return string.Join('/', kept);
    }
}

/// <summary>Content types of pictures, sound and film.</summary>
static class MediaTypes
{
    internal static bool IsMedia(string contentType) =>
        contentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase);
}
