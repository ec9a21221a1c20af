namespace CourseGen.Storage;

/// <summary>The objects in a folder store: every file except the store's own.</summary>
static class FolderListing
{
    static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    /// <param name="start">The deepest folder that the prefix names.</param>
    /// <returns>Full keys in ordinal order.</returns>
    public static List<string> Keys(string root, string start, string prefix) => Directory.Exists(start)
        ? [.. Directory.EnumerateFiles(start, "*", Everything)
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && IsListed(key))
            .Order(StringComparer.Ordinal)]
        : [];

    // People may keep files without an extension there too; only what is ours has to be told apart.
    static bool IsListed(string key) =>
        key.IndexOf($"/{ArtifactKeys.Own}", StringComparison.Ordinal) is var own && (own < 0 || ArtifactKeys.IsObject(key[(own + 1)..]));
}
