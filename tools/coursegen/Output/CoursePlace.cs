using CourseGen.Contracts;

namespace CourseGen.Cli.Output;

/// <summary>Where a course's files are, and the commands that go on with it, as a person would type them.</summary>
/// <param name="Folder">What the files' names begin with.</param>
/// <param name="Repair">Makes what is missing.</param>
/// <param name="Resume">Goes on with a paused course; null where the same command does.</param>
/// <param name="Fetch">Brings the files here; null when they are here.</param>
sealed record CoursePlace(string Folder, string Repair, string? Resume = null, string? Fetch = null)
{
    public static CoursePlace OnDisk(string folder) => new(folder, $"coursegen repair {folder}");

    public static CoursePlace OnServers(CourseLocation location)
    {
        var course = $"{location.Folder} --bucket {location.Bucket}";
        return new($"{location.Bucket}/{location.Folder}", $"coursegen repair {course} --server", $"coursegen resume {course}", $"coursegen download {course} --out DIR");
    }
}
