using System.Collections.Concurrent;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.Storage;

/// <summary>Reads the plan that a command refers to. Every command of a revision names the same bytes, so they are read and parsed once.</summary>
public static class CoursePlans
{
    static readonly ConcurrentDictionary<string, WeakReference<CoursePlan>> Read = new();

    /// <exception cref="ArtifactMissingException">The plan is gone.</exception>
    /// <exception cref="InvalidOperationException">The command names no plan.</exception>
    public static async Task<CoursePlan> ReadPlan(this IArtifactStore store, WorkOrder order, CancellationToken token)
    {
        var reference = order.Plan ?? throw new InvalidOperationException("A command that needs the course's plan names none.");
        if (Read.TryGetValue(reference.Sha256, out var known) && known.TryGetTarget(out var plan))
            return plan;
        var bytes = await store.ReadBytes(order.Location, reference.Key, token);
        plan = DocumentJson.Read<CoursePlan>(bytes);
        if (Fingerprint.Sha256(bytes) == reference.Sha256)
            Read[reference.Sha256] = new WeakReference<CoursePlan>(plan);
        return plan;
    }
}
