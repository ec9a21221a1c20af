using CourseGen.Storage;

namespace CourseGen.Models;

/// <summary>
/// Makes an artifact at most once. Found as made (same fingerprint): reused. Edited by hand: kept, unless the unit is forced.
/// Made otherwise: made anew, the old bytes kept under <c>versions/</c>. A lost race takes the winner's.
/// </summary>
public sealed class ArtifactMaker(IArtifactStore store)
{
    /// <summary>An artifact that costs no model call.</summary>
    /// <param name="key">Relative to the project folder.</param>
    public Task<MadeArtifact> Build(
        UnitContext unit, string key, string fingerprint, Func<CancellationToken, Task<byte[]>> build, CancellationToken token) =>
        throw new NotSupportedException($"{store}");

    /// <summary>
    /// An artifact that a model is paid for: joins the same call when it is running in this process, claims the item before the
    /// first call, waits while another process holds a live claim, starts from the answers that are kept.
    /// </summary>
    /// <exception cref="WorkException">The item failed as expected.</exception>
    /// <exception cref="GrantUsedUpException">It needs more calls than granted.</exception>
    public Task<MadeArtifact> Write(
        UnitContext unit, string key, string fingerprint, Func<ModelCalls, CancellationToken, Task<byte[]>> write, CancellationToken token) =>
        throw new NotSupportedException($"{store}");
}
