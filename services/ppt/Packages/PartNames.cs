namespace CourseGen.Ppt.Packages;

/// <summary>Names of parts, and how relationships name them.</summary>
static class PartNames
{
    /// <param name="source">A part, or empty for the package itself.</param>
    internal static string RelationshipsOf(string source) => $"{FolderOf(source)}_rels/{source[FolderOf(source).Length..]}.rels";

    internal static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    /// <summary>As parts are named here: no leading slash, nothing escaped. Some programs write back slashes.</summary>
    internal static string Plain(string name)
    {
        var plain = name.TrimStart('/', '\\').Replace('\\', '/');
        return plain.Contains('%') ? Uri.UnescapeDataString(plain) : plain;
    }

    /// <summary>The target as seen from its source.</summary>
    internal static string Relative(string source, string target)
    {
        var folder = FolderOf(source).AsSpan();
        var shared = folder.CommonPrefixLength(target);
        shared = folder[..shared].LastIndexOf('/') + 1;
        var up = folder[shared..].Count('/');
        var rest = target.AsSpan(shared);
        return up == 1 ? $"../{rest}" : string.Concat(string.Concat(Enumerable.Repeat("../", up)), rest);
    }

    /// <summary>The part that a relationship's target names, seen from its source.</summary>
    internal static string Absolute(string source, string target)
    {
        var end = target.IndexOf('#');
        var rooted = target.StartsWith('/') || target.StartsWith('\\');
        var plain = Plain(end < 0 ? target : target[..end]);
        var folder = rooted ? "" : FolderOf(source);
        while (plain.StartsWith("../", StringComparison.Ordinal))
        {
            plain = plain[3..];
            folder = folder.Length == 0 ? "" : FolderOf(folder[..^1]);
        }
        return plain.Contains("./", StringComparison.Ordinal) || plain.Contains("//", StringComparison.Ordinal) ? Resolved(folder + plain) : folder + plain;
    }

    static string Resolved(string path)
    {
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

/// <summary>Content types of what is stored once however many slides show it: pictures, sound, film, models, fonts.</summary>
static class MediaTypes
{
    internal static bool IsMedia(string contentType) =>
        contentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("model/", StringComparison.OrdinalIgnoreCase)
        || contentType is "application/x-fontdata" or "application/vnd.openxmlformats-officedocument.obfuscatedFont";

    /// <summary>Where media are stored: pictures under one name, sound and film under another, as PowerPoint has them; others where they were.</summary>
    internal static string NameOf(string name, string contentType)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (contentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
            return $"ppt/media/image{extension}";
        return contentType.StartsWith("video/", StringComparison.OrdinalIgnoreCase) || contentType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)
            ? $"ppt/media/media{extension}"
            : name;
    }
}
