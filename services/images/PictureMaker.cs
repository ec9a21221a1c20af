using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Images.Diagrams;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.Images;

/// <summary>Makes one picture: a diagram is drawn here and costs nothing, an artistic image is asked of a model.</summary>
sealed class PictureMaker(IArtifactStore store, ArtifactMaker artifacts)
{
    const string DefaultLanguage = "en";
    const string SimplerPrompt = "A calm, simple, friendly illustration without any text. It shows: ";

    /// <summary>Drawing is all computing, so no more diagrams are drawn at a time than there are processors.</summary>
    static readonly SemaphoreSlim Processors = new(Environment.ProcessorCount);

    public async Task<MadeArtifact> Make(UnitContext unit, CancellationToken token)
    {
        var prompt = await VisualPrompt.Read(store, unit.Location, unit.Unit.Id, token);
        var fingerprint = Fingerprint.Of(WorkKind.Image, unit.Unit, prompt.Sha256);
        return prompt.Visual.Diagram is { } diagram
            ? await Draw(unit, diagram, prompt.Visual.AltText, fingerprint, token)
            : await Paint(unit, prompt.Visual, fingerprint, token);
    }

    async Task<MadeArtifact> Draw(UnitContext unit, Diagram diagram, string title, string fingerprint, CancellationToken token)
    {
        RenderedDiagram? drawn = null;
        var png = await artifacts.Build(unit, ArtifactKeys.Image(unit.Unit.Id), fingerprint, async cancel => (await Drawn(cancel)).Png, token);
        await artifacts.Build(unit, ArtifactKeys.Image(unit.Unit.Id, "svg"), fingerprint, async cancel => (await Drawn(cancel)).Svg, token);
        return png;

        async Task<RenderedDiagram> Drawn(CancellationToken cancel)
        {
            if (drawn is not null)
                return drawn;
            await Processors.WaitAsync(cancel);
            try
            {
                return drawn = await Task.Run(() => DiagramPicture.Render(diagram, title), cancel);
            }
            finally
            {
                Processors.Release();
            }
        }
    }

    /// <summary>
    /// A model's picture is asked for under its PNG key. An answer of another type is stored under that type's key instead, with the
    /// same fingerprint, and found there when the item comes again; a PNG, if there is one that stands, goes first.
    /// </summary>
    async Task<MadeArtifact> Paint(UnitContext unit, Visual visual, string fingerprint, CancellationToken token)
    {
        var key = ArtifactKeys.Image(visual.Id);
        if (!await Stands(unit, key, fingerprint, token) && await FindOther(unit, fingerprint, token) is { } other)
            return await artifacts.Build(unit, other, fingerprint, _ => throw new NotStoredException(other), token);
        var language = await LanguageOf(unit.Order, token);
        try
        {
            return await artifacts.Write(unit, key, fingerprint, (calls, cancel) => Ask(unit, calls, new PictureRequest(visual, language), cancel), token);
        }
        catch (OtherPictureTypeException answer)
        {
            // It is paid for, so it is stored whatever the time.
            return await artifacts.Build(
                unit, ArtifactKeys.Image(visual.Id, answer.Extension), fingerprint, _ => Task.FromResult(answer.Bytes), CancellationToken.None);
        }
    }

    async Task<string?> FindOther(UnitContext unit, string fingerprint, CancellationToken token)
    {
        foreach (var extension in PictureType.OtherExtensions)
        {
            var key = ArtifactKeys.Image(unit.Unit.Id, extension);
            if (await Stands(unit, key, fingerprint, token))
                return key;
        }
        return null;
    }

    async Task<bool> Stands(UnitContext unit, string key, string fingerprint, CancellationToken token) =>
        await store.Find(unit.Location, key, token) is { } found && (found.MadeAs(fingerprint) || (found.EditedByHand && !unit.Unit.Force));

    async Task<string> LanguageOf(WorkOrder order, CancellationToken token) => order.Plan is not null
        ? (await store.ReadPlan(order, token)).Language
        : DefaultLanguage;

    static async Task<byte[]> Ask(UnitContext unit, ModelCalls calls, PictureRequest request, CancellationToken token)
    {
        var picture = await DrawOrSimplify(calls, request, token);
        return PictureType.ExtensionOf(picture.Bytes) switch
        {
            "png" => picture.Bytes,
            { } extension => throw new OtherPictureTypeException(extension, picture.Bytes),
            null => throw new UnusableAnswerException($"picture {unit.Unit.Id}", [$"{picture.Bytes.Length} bytes that are no PNG, JPEG or WebP"]),
        };
    }

    static async Task<Picture> DrawOrSimplify(ModelCalls calls, PictureRequest request, CancellationToken token)
    {
        try
        {
            return await calls.Draw(request, token);
        }
        catch (ModelRefusedException)
        {
            // Where a grant is one call, the item goes back for another and finds the refusal kept.
            var simpler = request.Visual with { EnhancedPrompt = SimplerPrompt + request.Visual.Description };
            return await calls.Draw(request with { Visual = simpler }, token);
        }
    }

    /// <summary>The answer is a picture, but no PNG.</summary>
    sealed class OtherPictureTypeException(string extension, byte[] bytes) : Exception($"The picture is a {extension} file.")
    {
        public string Extension { get; } = extension;
        public byte[] Bytes { get; } = bytes;
    }
}
