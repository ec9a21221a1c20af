using System.Buffers.Binary;
using System.Security.Cryptography;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Decks;

/// <summary>Writes the parts of slides: the slide, its notes, and its picture unless an equal one is there already.</summary>
sealed class SlideParts(PackageStream package, PresentationFrame frame, DeckTemplate template, IReadOnlyDictionary<SlideLayout, PackagePart> layouts, DeckContent content)
{
    const string HyperlinkType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

    readonly FigurePlanner _figures = new(template);
    readonly Dictionary<UInt128, int> _media = [];

    internal void Write(Slide slide)
    {
        var number = frame.Slides.Count + 1;
        var (name, notesName) = ($"ppt/slides/slide{number}.xml", $"ppt/notesSlides/notesSlide{number}.xml");
        var image = slide.ContentBlocks.FirstOrDefault(block => block.Type == BlockType.Image);
        var picture = image?.ImageReference is { } id ? content.PictureOf(id) : null;
        var figure = image is null || slide.Layout is not (SlideLayout.TextImageLeft or SlideLayout.TextImageRight) ? null : _figures.Of(slide, picture);
        var links = new SlideLinks(content.Links);
        var drawn = new SlideShapes(new SlideCanvas(template, content.Language, links), content.Footer).Draw(slide, picture, figure);
        var notes = new Relationship("rId2", RelationshipTypes.NotesSlide, notesName);
        List<Relationship> related = [new("rId1", RelationshipTypes.SlideLayout, layouts[slide.Layout].Name), notes];
        if (figure?.Picture is { } bytes)
            related.Add(new Relationship(SlideShapes.PictureRelationship, RelationshipTypes.Image, MediaOf(bytes)));
        package.Write(name, PartTypes.Slide, drawn, [.. related, .. LinksOf(links)]);
        WriteNotes(notesName, name, figure?.Picture is not null && picture!.Legend.Length > 0 ? $"{slide.Notes}\n{picture.Legend}" : slide.Notes);
        frame.Slides.Add(Named(name, notes));
    }

    /// <summary>A slide that is written: the deck's own parts name all slides.</summary>
    static PackagePart Named(string name, Relationship notes)
    {
        var part = new PackagePart(name, PartTypes.Slide, (_, _) => { });
        part.Relationships.Add(notes);
        return part;
    }

    void WriteNotes(string name, string slide, string text)
    {
        var links = new SlideLinks(content.Links);
        var drawn = NotesPage.Of(text, content.Language, template.RightToLeft, links);
        package.Write(name, PartTypes.NotesSlide, drawn,
            [new("rId1", RelationshipTypes.NotesMaster, frame.NotesMaster!.Name), new("rId2", RelationshipTypes.Slide, slide), .. LinksOf(links)]);
    }

    static IEnumerable<Relationship> LinksOf(SlideLinks links) =>
        links.Urls.Select((url, index) => new Relationship(SlideLinks.RelationshipOf(index), HyperlinkType, url, External: true));

    /// <returns>The part's name.</returns>
    string MediaOf(PictureBytes picture)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(picture.Bytes, hash);
        var key = BinaryPrimitives.ReadUInt128BigEndian(hash);
        if (_media.TryGetValue(key, out var number))
            return NameOf(number, picture);
        _media.Add(key, number = _media.Count + 1);
        package.Write(new PackagePart(NameOf(number, picture), picture.MediaType, (zip, entry) => zip.Store(entry, picture.Bytes)));
        return NameOf(number, picture);
    }

    static string NameOf(int number, PictureBytes picture) => $"ppt/media/image{number}.{picture.Extension}";
}
