using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Planner.Intake;

/// <summary>Keys that a command names in full, with their folder.</summary>
static class BucketKey
{
    /// <returns>Null when it is no key, or has no folder.</returns>
    public static ArtifactAddress? AddressOf(string bucket, string key)
    {
        var slash = key.LastIndexOf('/');
        try
        {
            return slash < 1 ? null : ArtifactAddress.Of(new CourseLocation(bucket, key[..slash]), key[(slash + 1)..]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
