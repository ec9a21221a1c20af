namespace CourseGen.Cli.Servers;

/// <summary>What <c>coursegen dev up</c> says of its servers: <c>KEY=value</c> lines, as a shell reads them.</summary>
static class DevelopmentFile
{
    public const string Path = ".coursegen-dev/env";
    const int MaxBytes = 64 * 1024;

    /// <returns>Empty when the working directory has none.</returns>
    public static IReadOnlyDictionary<string, string> Read(string directory)
    {
        var file = new FileInfo(System.IO.Path.Combine(directory, Path));
        return file is { Exists: true, Length: <= MaxBytes } ? Parse(File.ReadAllLines(file.FullName)) : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    internal static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> lines)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Select(line => line.Trim()).Where(line => !line.StartsWith('#')))
            if (line.Split('=', 2) is [var key, var value])
                values[NameIn(key)] = Unquote(value.Trim());
        return values;
    }

    static string NameIn(string key) => key.StartsWith("export ", StringComparison.Ordinal) ? key["export ".Length..].Trim() : key.Trim();

    static string Unquote(string value) =>
        value.Length > 1 && value[0] is '\'' or '"' && value[^1] == value[0] ? value[1..^1] : value;
}
