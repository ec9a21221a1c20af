using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Checks;

static class PackageTargets
{
    /// <summary>The part that a part's first relationship of a type leads to; null when there is none.</summary>
    internal static string? TargetOf(this PackageReader package, string part, string type) =>
        package.RelationshipsOf(part).FirstOrDefault(relationship => relationship.Type == type && !relationship.External)?.Target is { } target && package.Has(target) ? target : null;
}
