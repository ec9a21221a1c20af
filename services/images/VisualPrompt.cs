using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.Images;

/// <summary>A visual as stored. People may have edited the file, so what drawing relies on is checked here, once.</summary>
/// <param name="Sha256">Of the file's bytes.</param>
sealed record VisualPrompt(Visual Visual, string Sha256)
{
    /// <exception cref="ArtifactMissingException">There is no prompt file.</exception>
    /// <exception cref="WorkException">It cannot be drawn.</exception>
    public static async Task<VisualPrompt> Read(IArtifactStore store, CourseLocation location, string id, CancellationToken token)
    {
        var key = ArtifactKeys.Prompt(VisualId.Checked(id));
        var bytes = await store.ReadBytes(location, key, token);
        try
        {
            var visual = DocumentJson.Read<Visual>(bytes);
            if (FaultOf(visual, id) is { } fault)
                throw Unusable(key, fault);
            return new VisualPrompt(visual, Fingerprint.Sha256(bytes));
        }
        catch (JsonException wrong)
        {
            throw Unusable(key, $"it is not the JSON of a visual, near line {wrong.LineNumber + 1}");
        }
    }

    static WorkException Unusable(string key, string fault) =>
        new(FailureKind.BadContent, $"{key} cannot be drawn: {fault}.", "Correct the file, or delete it, and run repair.");

    static string? FaultOf(Visual visual, string id) =>
        visual.Id != id ? $"its id is '{visual.Id}'"
        : visual.Description is null || visual.EnhancedPrompt is null || visual.AltText is null ? "description, enhanced_prompt or alt_text is missing"
        : visual.Diagram is { } diagram ? DiagramRules.FaultOf(diagram)
        : null;
}
