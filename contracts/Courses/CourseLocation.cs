namespace CourseGen.Contracts;

/// <summary>Where one course lives: a configured bucket and the course's folder in it. One course per location.</summary>
/// <param name="Bucket">Name of a configured bucket; the embedded run has one, called <c>local</c>.</param>
/// <param name="Folder">The project folder, one to three segments, for example <c>harbour-tides</c>.</param>
public sealed record CourseLocation(string Bucket, string Folder)
{
    /// <summary>The folder's last segment, which stands for <c>{folder}</c> in file names.</summary>
    public string Name => Folder[(Folder.LastIndexOf('/') + 1)..];
}
