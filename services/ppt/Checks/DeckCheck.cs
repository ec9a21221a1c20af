using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>
/// Checks a deck as a package and slide by slide: whether programs open it, and whether an audience and a screen reader get all of it.
/// What cannot be known without showing the slide, for example the colour behind text on a picture, is no finding. One slide is in
/// memory at a time.
/// </summary>
public static class DeckCheck
{
    /// <param name="stream">Seekable; closed at the end.</param>
    /// <param name="name">For messages, for example the file's name.</param>
    /// <returns>At most some thousand findings, the package's first, then slide by slide; empty when all is well.</returns>
    /// <exception cref="DeckRefusedException">It is encrypted, damaged, no deck, holds macros, or is beyond the limits of a deck.</exception>
    public static IReadOnlyList<DeckFinding> Run(Stream stream, string name, CancellationToken token = default)
    {
        using var package = new PackageReader(name, stream);
        var deck = new OpenedDeck(package);
        var findings = new Findings();
        PackageRules.Check(deck, findings, token);
        ContentTypeRules.Check(package, findings);
        MediaRules.Check(package, findings, token);
        PresentationRules.Check(deck, findings);
        MasterRules.Check(deck, findings, token);
        CheckSlides(deck, findings, token);
        return findings.InOrder();
    }

    /// <summary>The same with the deck's hash, as <c>quality.json</c> keeps it.</summary>
    /// <param name="key">The deck's key, or its file's path.</param>
    /// <param name="stream">See <see cref="Run"/>.</param>
    /// <exception cref="DeckRefusedException">See <see cref="Run"/>.</exception>
    public static async Task<DeckQuality> Of(string key, Stream stream, CancellationToken token = default)
    {
        await using (stream)
        {
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, token));
            stream.Position = 0;
            return DeckQuality.Of(key, hash, Run(stream, Path.GetFileName(key), token));
        }
    }

    /// <summary>A course's deck as <c>quality.json</c> has it. A deck that is beyond the checks' limits is a finding, and made all the same.</summary>
    /// <param name="ofTemplate">What the deck's template lacks.</param>
    internal static QualityReport Report(ArtifactRef deck, ReadOnlyMemory<byte> bytes, IReadOnlyList<string> ofTemplate, CancellationToken token)
    {
        MemoryMarshal.TryGetArray(bytes, out var array);
        try
        {
            using var stream = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
            return new QualityReport([DeckQuality.Of(deck.Key, deck.Sha256, [.. ofTemplate.Select(warning => new DeckFinding(DeckRules.Template, FindingSeverity.Warning, null, null, warning)), .. Run(stream, deck.Key, token)])]);
        }
        catch (DeckRefusedException refused)
        {
            return new QualityReport([DeckQuality.Of(deck.Key, deck.Sha256, [new DeckFinding(DeckRules.Refused, FindingSeverity.Error, null, null, $"{refused.Message} {refused.Remedy}")])]);
        }
    }

    static void CheckSlides(OpenedDeck deck, Findings findings, CancellationToken token)
    {
        var titles = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var notes = new NotesRules(deck, findings);
        foreach (var listed in deck.Slides)
        {
            token.ThrowIfCancellationRequested();
            if (listed.Part is not { } part)
                continue;
            var root = BoundedXml.Load(deck.Package, part);
            PartRules.Check(deck.Package, part, root, listed.Number, findings);
            if (deck.Layers.LayoutOf(part) is not { } layout)
                continue;
            var slide = new DeckSlide(listed.Number, part, root, layout, deck.Root.Element(P + "defaultTextStyle"), deck.Size);
            var view = new SlideView(slide, findings);
            ContentRules.Check(view);
            TextRules.Check(view);
            PlacementRules.Check(view);
            notes.Check(slide);
            if (slide.Title.Length > 0 && !titles.TryAdd(slide.Title, listed.Number))
                view.Error(DeckRules.Title, $"The title “{SlideView.Quote(slide.Title)}” is that of slide {titles[slide.Title]} too; say what this slide adds, so that the two can be told apart.");
        }
        notes.End();
    }
}
