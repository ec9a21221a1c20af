namespace CourseGen.Cli.Downloads;

/// <summary>Where a key of the store lies on disk. The store is not trusted: a key must not lead out of the folder, on any platform.</summary>
static class LocalPath
{
    /// <summary>The refusal of a key, or null when it may be written.</summary>
    /// <param name="key">Relative to the project folder.</param>
    public static string? Fault(string key)
    {
        if (key.Split('/').Any(segment => segment is "" or "." or ".."))
            return "has an empty segment, or one of dots";
        if (key.Any(character => character is '\\' or ':' || char.IsControl(character)))
            return "has a backslash, a colon or a control character";
        return key.Split('/').Any(segment => segment[^1] is '.' or ' ') ? "has a segment that ends in a dot or a space" : null;
    }

    /// <param name="folder">A full path.</param>
    /// <exception cref="ArgumentException">The key would lead out of the folder.</exception>
    public static string Of(string folder, string key)
    {
        var path = Path.GetFullPath(Path.Combine(folder, key));
        return Fault(key) is null && path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException($"'{key}' leads out of {folder}.", nameof(key));
    }
}
