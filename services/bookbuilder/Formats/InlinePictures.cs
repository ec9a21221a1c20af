using CourseGen.BookBuilder.Books;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.BookBuilder.Formats;

/// <summary>Where a page finds its pictures: in itself up to 20 MB of picture bytes, beyond that in the folder beside it.</summary>
sealed class InlinePictures(IArtifactStore store)
{
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <returns>The <c>src</c> by the picture's link from <c>book/</c>.</returns>
    /// <exception cref="ArtifactMissingException">A picture is gone.</exception>
    /// <exception cref="ArtifactChangedException">A picture is another one now.</exception>
    public async Task<IReadOnlyDictionary<string, string>> Read(CourseLocation location, IEnumerable<InputArtifact> pictures, CancellationToken token)
    {
        var sources = new Dictionary<string, string>();
        long left = MaxBytes;
        foreach (var picture in pictures.OrderBy(picture => picture.Key, StringComparer.Ordinal))
        {
            var key = picture.Key;
            var stored = await store.Find(location, key, token) ?? throw new ArtifactMissingException(ArtifactAddress.Of(location, key));
            if (stored.Sha256 != picture.Sha256)
                throw new ArtifactChangedException(key);
            var inlined = stored.Length <= left;
            sources[$"../{key}"] = inlined ? DataUri(key, await store.ReadBytes(location, key, token)) : $"../{key}";
            left -= inlined ? stored.Length : 0;
        }
        return sources;
    }

    static string DataUri(string key, byte[] bytes) => $"data:{MediaType(key)};base64,{Convert.ToBase64String(bytes)}";

    static string MediaType(string key) => Path.GetExtension(key).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" => "image/jpeg",
        ".svg" => "image/svg+xml",
        var extension => $"image/{extension.TrimStart('.')}",
    };
}
