using System.Text.Json;
using CourseGen.Contracts.Documents;

namespace CourseGen.Storage;

/// <summary>
/// The metadata file of an artifact. It is written before the artifact is renamed into place, so it names what was there before
/// too: whoever is killed between the two leaves bytes that still have their metadata, and do not look edited by hand.
/// </summary>
sealed record Sidecar(ArtifactMetadata Current, ArtifactMetadata? Previous)
{
    /// <summary>The metadata of the bytes with this hash; of the last ones stored if none has it.</summary>
    public ArtifactMetadata Of(string sha256) => Current.Sha256 != sha256 && Previous?.Sha256 == sha256 ? Previous : Current;

    public byte[] ToBytes() => DocumentJson.Write(this);

    /// <returns>Null when there is none, or none that can be read: then the artifact counts as edited by hand, which loses nothing.</returns>
    public static async Task<Sidecar?> Read(string path, CancellationToken token)
    {
        try
        {
            return File.Exists(path) ? DocumentJson.Read<Sidecar>(await File.ReadAllBytesAsync(path, token)) : null;
        }
        catch (Exception gone) when (gone is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
