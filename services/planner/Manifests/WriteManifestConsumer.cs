using System.Text.Json;
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
        if (plan.Settings.DeckTemplate is not null)
            manifest = manifest with { Warnings = [.. manifest.Warnings, .. await OfTemplate(unit.Location, manifest, token)] };
        var bytes = DocumentJson.Write(manifest);
        await store.PutBytes(unit.Location, ArtifactKeys.Manifest, bytes, PutCondition.Always, token);
        var sha256 = Fingerprint.Sha256(bytes);
        return new ManifestWritten(command.CourseId, unit.Receipt(sha256, reused: false), new ArtifactRef(ArtifactKeys.Manifest, sha256, bytes.Length));
    }

    /// <summary>What the template lacks; every batch of a course says the same of it.</summary>
    async Task<IReadOnlyList<string>> OfTemplate(CourseLocation location, CourseManifest manifest, CancellationToken token)
    {
        var structure = manifest.Artifacts.FirstOrDefault(artifact => artifact.Kind == WorkKind.DeckBatch && artifact.Key.EndsWith(".json", StringComparison.Ordinal));
        try
        {
            return structure is null ? [] : (await store.ReadDocument<DeckStructure>(location, structure.Key, token)).Warnings ?? [];
        }
        catch (Exception none) when (none is ArtifactMissingException or JsonException)
        {
            return []; // a person removed or changed it; the list of what is made is written all the same
        }
    }

    async Task<CourseManifest?> Previous(CourseLocation location, CancellationToken token) =>
        await store.Find(location, ArtifactKeys.Manifest, token) is null ? null : await store.ReadDocument<CourseManifest>(location, ArtifactKeys.Manifest, token);
}
