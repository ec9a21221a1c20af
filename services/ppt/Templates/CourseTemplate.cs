using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Ppt.Decks;
using CourseGen.Storage;

namespace CourseGen.Ppt.Templates;

/// <summary>What all decks of a course are written on: the customer's template that it was started with, else its style's.</summary>
static class CourseTemplate
{
    /// <exception cref="WorkException">The customer's is gone, was changed, or cannot be used.</exception>
    internal static async Task<DeckTemplate> ReadTemplate(this IArtifactStore store, CourseLocation location, CoursePlan plan, CancellationToken token)
    {
        if (plan.Settings.DeckTemplate is not { } file)
            return Styled(plan);
        try
        {
            return Customers(plan, file, await store.ReadBytes(location, file.Key, token));
        }
        catch (ArtifactMissingException gone)
        {
            throw new WorkException(FailureKind.UpstreamMissing, $"The deck template {file.Key} is not in the store.", "Start the course again with the template.", gone);
        }
    }

    /// <param name="bytes">The customer's template; null: the style's.</param>
    /// <exception cref="WorkException">See <see cref="ReadTemplate"/>.</exception>
    internal static DeckTemplate Of(CoursePlan plan, byte[]? bytes) =>
        bytes is not null && plan.Settings.DeckTemplate is { } file ? Customers(plan, file, bytes) : Styled(plan);

    static DeckTemplate Styled(CoursePlan plan) => StyledTemplate.Of(DeckStyle.Named(plan.Settings.Style), plan.Language);

    static DeckTemplate Customers(CoursePlan plan, ArtifactRef file, byte[] bytes) => Fingerprint.Sha256(bytes) == file.Sha256
        ? CustomerTemplate.Read(Path.GetFileName(file.Key), new MemoryStream(bytes, writable: false), plan.Language)
        : throw new WorkException(FailureKind.BadContent, $"The deck template {file.Key} is not the one that the course was started with.", "Start the course again with the template.");
}
