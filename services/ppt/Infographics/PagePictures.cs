using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Storage;

namespace CourseGen.Ppt.Infographics;

/// <param name="Address">A data address, which is made when it is written, or one relative to the page.</param>
sealed record PagePicture(Func<string> Address, string AltText);

/// <summary>Pictures of the page: in it up to 20 MB together, in the order of the course; those after that are linked.</summary>
static class PagePictures
{
    internal const long InlineLimit = 20L << 20;

    /// <returns>By the visual's id.</returns>
    internal static async Task<IReadOnlyDictionary<string, PagePicture>> Read(
        IArtifactStore store, CourseLocation location, BuildInputs inputs, PictureSpool spool, CancellationToken token, long inlineLimit = InlineLimit)
    {
        var pictures = new Dictionary<string, PagePicture>();
        var prompts = inputs.Artifacts.Where(artifact => artifact.Kind == WorkKind.Visuals).ToLookup(artifact => artifact.Item, artifact => artifact.Key);
        long inlined = 0;
        foreach (var image in inputs.Artifacts.Where(artifact => artifact.Kind == WorkKind.Image && !artifact.Key.EndsWith(".svg", StringComparison.Ordinal)))
        {
            var alt = prompts[image.Item].FirstOrDefault() is { } prompt ? (await store.ReadDocument<Visual>(location, prompt, token)).AltText : "";
            var address = $"../{string.Join('/', image.Key.Split('/').Select(Uri.EscapeDataString))}";
            var length = (await store.Find(location, image.Key, token))?.Length ?? long.MaxValue;
            if (length <= inlineLimit - inlined)
            {
                await using var content = await store.OpenRead(ArtifactAddress.Of(location, image.Key), token);
                var read = await spool.Keep(content, token);
                inlined += length;
                pictures[image.Item] = new PagePicture(() => read() is var bytes && PictureFormat.MediaTypeOf(bytes) is { } type ? $"data:{type};base64,{Convert.ToBase64String(bytes)}" : address, alt);
                continue;
            }
            pictures[image.Item] = new PagePicture(() => address, alt);
        }
        return pictures;
    }
}
