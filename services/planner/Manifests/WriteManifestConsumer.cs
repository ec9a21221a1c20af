using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Storage;
using MassTransit;

namespace CourseGen.Planner.Manifests;

/// <summary>Writes <c>course.json</c> over, from the work items.</summary>
sealed class WriteManifestConsumer(WorkRules rules, IArtifactStore store, IWorkItems items, ILoadSagaRepository<Course> courses, TimeProvider time)
    : WorkConsumer<WriteManifest>(rules)
{
    protected override WorkKind Kind => WorkKind.Manifest;

    protected override async Task<object> Work(WriteManifest command, UnitContext unit, CancellationToken token)
    {
        var plan = await store.ReadPlan(command.Order, token);
        var course = await courses.Load(command.CourseId);
        var all = await items.Where(command.CourseId, new WorkQuery(), token);
        var manifest = CourseManifests.Make(course, plan, all, await Previous(unit.Location, token), time.GetUtcNow());
        var bytes = DocumentJson.Write(manifest);
        await store.PutBytes(unit.Location, ArtifactKeys.Manifest, bytes, PutCondition.Always, token);
        var sha256 = Fingerprint.Sha256(bytes);
        return new ManifestWritten(command.CourseId, unit.Receipt(sha256, reused: false), new ArtifactRef(ArtifactKeys.Manifest, sha256, bytes.Length));
    }

    async Task<CourseManifest?> Previous(CourseLocation location, CancellationToken token) =>
        await store.Find(location, ArtifactKeys.Manifest, token) is null ? null : await store.ReadDocument<CourseManifest>(location, ArtifactKeys.Manifest, token);
}
