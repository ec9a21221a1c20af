using System.Security.Cryptography;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Decks;

/// <summary>
/// Writes slides as a PPTX file: one master, one layout a kind of slide, native text, tables, diagrams and pictures, notes. Slides are written
/// one after the other as they are asked for, and none is kept. Equal content gives equal bytes.
/// </summary>
static class DeckWriter
{
    /// <param name="output">Need not be seekable; stays open.</param>
    /// <returns>How many slides were written.</returns>
    internal static int Write(DeckContent content, Stream output, CancellationToken token = default)
    {
        var template = content.Template ?? StyledTemplate.Of(content.Style, content.Language);
        var frame = new PresentationFrame(content.Properties) { Size = template.Size };
        var parts = new PackageFile();
        var layouts = template.AddTo(parts, frame);
        using var package = new PackageStream(output, RelationshipsOf(frame, content));
        Write(package, parts);
        var slides = new SlideParts(package, frame, template, layouts, content);
        foreach (var section in content.Sections)
        {
            var before = frame.Slides.Count;
            foreach (var slide in section.Slides)
            {
                token.ThrowIfCancellationRequested();
                slides.Write(slide);
            }
            if (frame.Slides.Count > before)
                frame.Sections.Add(new DeckSection(XmlText.Clean(section.Name), frame.Slides.Count - before));
        }
        var ending = new PackageFile();
        frame.AddTo(ending);
        Write(package, ending);
        package.End();
        return frame.Slides.Count;
    }

    static void Write(PackageStream package, PackageFile parts)
    {
        foreach (var part in parts.Parts)
            package.Write(part);
    }

    /// <summary>The package's own are the same for a deck without slides.</summary>
    static List<Relationship> RelationshipsOf(PresentationFrame frame, DeckContent content)
    {
        var empty = new PresentationFrame(content.Properties) { NotesMaster = frame.NotesMaster };
        empty.Masters.AddRange(frame.Masters);
        var package = new PackageFile();
        empty.AddTo(package);
        return package.Relationships;
    }
}

/// <summary>Writes the parts of slides: the slide, its notes, and its picture unless an equal one is there already.</summary>
sealed class SlideParts(PackageStream package, PresentationFrame frame, DeckTemplate template, IReadOnlyDictionary<SlideLayout, PackagePart> layouts, DeckContent content)
{
    const string HyperlinkType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

    readonly FigurePlanner _figures = new(template);
    readonly Dictionary<UInt128, PackagePart> _media = [];

    internal void Write(Slide slide)
    {
        var number = frame.Slides.Count + 1;
        var (name, notesName) = ($"ppt/slides/slide{number}.xml", $"ppt/notesSlides/notesSlide{number}.xml");
        var image = slide.ContentBlocks.FirstOrDefault(block => block.Type == BlockType.Image);
        var picture = image?.ImageReference is { } id ? content.PictureOf(id) : null;
        var figure = image is null || slide.Layout is not (SlideLayout.TextImageLeft or SlideLayout.TextImageRight) ? null : _figures.Of(slide, picture);
        var links = new SlideLinks(content.Links);
        var drawn = new SlideShapes(template, content.Language, content.Footer, links).Draw(slide, picture, figure);
        var part = new PackagePart(name, PartTypes.Slide, stream => PackageStream.WriteXml(stream, drawn));
        part.Relate("rId1", RelationshipTypes.SlideLayout, layouts[slide.Layout]);
        part.Relationships.Add(new Relationship("rId2", RelationshipTypes.NotesSlide, notesName));
        if (figure?.Picture is { } bytes)
            part.Relate(SlideShapes.PictureRelationship, RelationshipTypes.Image, MediaOf(bytes));
        part.Relationships.AddRange(LinksOf(links));
        package.Write(part);
        WriteNotes(notesName, name, figure?.Picture is not null && picture!.Legend.Length > 0 ? $"{slide.Notes}\n{picture.Legend}" : slide.Notes);
        frame.Slides.Add(new PackagePart(name, PartTypes.Slide, _ => { }));
    }

    void WriteNotes(string name, string slide, string text)
    {
        var links = new SlideLinks(content.Links);
        var drawn = NotesPage.Of(text, content.Language, template.RightToLeft, links);
        var notes = new PackagePart(name, PartTypes.NotesSlide, stream => PackageStream.WriteXml(stream, drawn));
        notes.Relate("rId1", RelationshipTypes.NotesMaster, frame.NotesMaster!);
        notes.Relationships.Add(new Relationship("rId2", RelationshipTypes.Slide, slide));
        notes.Relationships.AddRange(LinksOf(links));
        package.Write(notes);
    }

    static IEnumerable<Relationship> LinksOf(SlideLinks links) =>
        links.Urls.Select((url, index) => new Relationship(SlideLinks.RelationshipOf(index), HyperlinkType, url, External: true));

    PackagePart MediaOf(PictureBytes picture)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(picture.Bytes, hash);
        var key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
        if (_media.TryGetValue(key, out var part))
            return part;
        package.Write(new PackagePart($"ppt/media/image{_media.Count + 1}.{picture.Extension}", picture.MediaType, stream => stream.Write(picture.Bytes)));
        return _media[key] = new PackagePart($"ppt/media/image{_media.Count + 1}.{picture.Extension}", picture.MediaType, _ => { });
    }
}
