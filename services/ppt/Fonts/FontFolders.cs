using CourseGen.Documents.Fonts;

namespace CourseGen.Ppt.Fonts;

/// <summary>The fonts that are installed, found by their files' names in the usual folders of Linux, macOS and Windows.</summary>
static class FontFolders
{
    const int MostFiles = 20_000;

    static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 };
    static readonly Lazy<IReadOnlyDictionary<string, string>> Files = new(Find);

    /// <param name="names">Without their endings, for example <c>Carlito-Regular</c>; the first that is there and can be read.</param>
    /// <returns>Null when there is none.</returns>
    internal static FontFile? Open(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (Files.Value.TryGetValue(name, out var path) && Read(path) is { } font)
                return font;
        }
        return null;
    }

    internal static bool Has(IEnumerable<string> names) => names.Any(Files.Value.ContainsKey);

    static FontFile? Read(string path)
    {
        try
        {
            return new FontFile(File.ReadAllBytes(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static Dictionary<string, string> Find()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] folders =
        [
            "/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".fonts"), Path.Combine(home, ".local/share/fonts"),
            "/System/Library/Fonts", "/Library/Fonts", Path.Combine(home, "Library/Fonts"),
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        ];
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in folders.Where(folder => folder.Length > 0 && Directory.Exists(folder)).SelectMany(folder => Directory.EnumerateFiles(folder, "*.?t?", Everything)).Take(MostFiles))
        {
            if (Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc")
                files.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        }
        return files;
    }
}
