using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Planner.Intake;

/// <summary>A course's folder lies in no other course's, and holds none.</summary>
static class CourseNesting
{
    public static async Task Check(IArtifactStore store, CourseLocation location, CommandFields fields, CancellationToken token)
    {
        await RefuseNested(store, location, fields, token);
        if (await store.Find(location, ArtifactKeys.Plan, token) is not null)
            return; // a course that is there already needs no look at its many files
        await RefuseAround(store, location, fields, token);
    }

    static async Task RefuseNested(IArtifactStore store, CourseLocation location, CommandFields fields, CancellationToken token)
    {
        var segments = location.Folder.Split('/');
        for (var depth = 1; depth < segments.Length; depth++)
        {
            var outer = new CourseLocation(location.Bucket, string.Join('/', segments.Take(depth)));
            if (await store.Find(outer, ArtifactKeys.Plan, token) is not null)
                fields.Fault("project_folder", $"lies inside the course {outer.Folder}; expected a folder of its own");
        }
    }

    static async Task RefuseAround(IArtifactStore store, CourseLocation location, CommandFields fields, CancellationToken token)
    {
        await foreach (var key in store.List(location.Bucket, $"{location.Folder}/", token))
        {
            var end = key.IndexOf($"/{ArtifactKeys.Revisions}", StringComparison.Ordinal);
            if (end <= location.Folder.Length)
                continue;
            fields.Fault("project_folder", $"holds the course {key[..end]}; expected a folder of its own");
            return;
        }
    }
}
