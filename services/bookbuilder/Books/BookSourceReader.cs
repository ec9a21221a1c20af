using System.Text;
using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.BookBuilder.Books;

/// <summary>Reads from the store what the build inputs name, and nothing else.</summary>
sealed class BookSourceReader(IArtifactStore store)
{
    /// <exception cref="ArtifactMissingException">A file is gone.</exception>
    /// <exception cref="WorkException">A file has changed since the inputs were written, or is not what it should be.</exception>
    public async Task<BookSources> Read(WorkOrder order, ArtifactRef inputsRef, CancellationToken token)
    {
        var planRef = order.Plan ?? throw new UpstreamMissingException(ArtifactKeys.RevisionPlan(order.Revision));
        var plan = Parse<CoursePlan>(planRef.Key, await ReadUnchanged(order, planRef.Key, planRef.Sha256, token));
        var inputs = Parse<BuildInputs>(inputsRef.Key, await ReadUnchanged(order, inputsRef.Key, inputsRef.Sha256, token));
        var (lessons, labs, visuals) = (new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, Visual>());
        var pictures = new Dictionary<string, InputArtifact>();
        LabMasterPlan? labPlan = null;
        foreach (var artifact in inputs.Artifacts)
        {
            if (artifact.Kind == WorkKind.Image)
            {
                pictures.TryAdd(Path.GetFileNameWithoutExtension(artifact.Key), artifact);
                continue;
            }
            var bytes = await ReadUnchanged(order, artifact.Key, artifact.Sha256, token);
            switch (artifact.Kind)
            {
                case WorkKind.Lesson:
                    lessons[artifact.Item] = Text(bytes);
                    break;
                case WorkKind.Lab:
                    labs[artifact.Item] = Text(bytes);
                    break;
                case WorkKind.Visuals:
                    var visual = Parse<Visual>(artifact.Key, bytes);
                    visuals[visual.Id] = visual;
                    break;
                case WorkKind.LabPlan:
                    labPlan = Parse<LabMasterPlan>(artifact.Key, bytes);
                    break;
            }
        }
        return new BookSources(plan, lessons, visuals, pictures, labs, labPlan);
    }

    async Task<byte[]> ReadUnchanged(WorkOrder order, string key, string sha256, CancellationToken token)
    {
        var bytes = await store.ReadBytes(order.Location, key, token);
        return Fingerprint.Sha256(bytes) == sha256
            ? bytes
            : throw new ArtifactChangedException(key);
    }

    static T Parse<T>(string key, byte[] bytes)
    {
        try
        {
            return DocumentJson.Read<T>(bytes);
        }
        catch (JsonException fault)
        {
            throw new WorkException(
                FailureKind.BadContent, $"{key} cannot be read (line {fault.LineNumber + 1}, at {fault.Path}).", "Correct the file, or remove it and run repair.", fault);
        }
    }

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
}
