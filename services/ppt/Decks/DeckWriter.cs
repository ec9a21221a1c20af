using System.Security.Cryptography;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Decks;

/// <summary>A run of slides under one name, which PowerPoint shows as a section.</summary>
sealed record SlideSection(string Name, IReadOnlyList<Slide> Slides);

/// <summary>A deck to write.</summary>
/// <param name="Language">BCP 47, on every run of text.</param>
/// <param name="Footer">On every slide that has a footer.</param>
/// <param name="Sections">Their slides fit already: see <see cref="SlideFitter"/>.</param>
/// <param name="Pictures">By the visual's id; one that is missing becomes a note in its place.</param>
sealed record DeckContent(
    string Title, string? Author, string Language, string Footer, DeckStyle Style, IReadOnlyList<SlideSection> Sections, IReadOnlyDictionary<string, DeckPicture> Pictures);

/// <summary>Writes slides as a PPTX file: one master, one layout a kind of slide, native text, tables and pictures, notes. Equal content gives equal bytes.</summary>
static class DeckWriter
{
    internal static void Write(DeckContent content, Stream output, CancellationToken token = default)
    {
        var package = new PackageFile();
        var frame = new PresentationFrame(new DeckProperties(content.Title, content.Author, content.Language)) { DefaultTextStyle = DeckMaster.DefaultTextStyle() };
        var theme = package.Add("ppt/theme/theme1.xml", PartTypes.Theme, DeckTheme.Of(content.Style));
        var layouts = AddMaster(package, frame, theme);
        AddNotesMaster(package, frame, content.Style);
        var media = new Dictionary<string, PackagePart>();
        foreach (var slide in content.Sections.SelectMany(section => section.Slides))
            AddSlide(package, frame, layouts[slide.Layout], slide, content, media);
        frame.Sections.AddRange(content.Sections.Select(section => new DeckSection(XmlText.Clean(section.Name), section.Slides.Count)));
        frame.AddTo(package);
        package.Save(output, token);
    }

    static Dictionary<SlideLayout, PackagePart> AddMaster(PackageFile package, PresentationFrame frame, PackagePart theme)
    {
        var masterId = frame.NextMasterId();
        var ids = DeckLayouts.All.Select((_, index) => (RelationshipId: $"rId{index + 1}", Id: frame.NextMasterId())).ToList();
        var master = package.Add("ppt/slideMasters/slideMaster1.xml", PartTypes.SlideMaster, DeckMaster.Slides(ids));
        frame.Masters.Add((master, masterId));
        var layouts = new Dictionary<SlideLayout, PackagePart>();
        foreach (var (layout, id) in DeckLayouts.All.Zip(ids))
        {
            var part = package.Add($"ppt/slideLayouts/slideLayout{layouts.Count + 1}.xml", PartTypes.SlideLayout, DeckLayouts.Of(layout));
            part.Relate("rId1", RelationshipTypes.SlideMaster, master);
            master.Relate(id.RelationshipId, RelationshipTypes.SlideLayout, part);
            layouts.Add(layout, part);
        }
        master.Relate("rIdT", RelationshipTypes.Theme, theme);
        return layouts;
    }

    static void AddNotesMaster(PackageFile package, PresentationFrame frame, DeckStyle style)
    {
        var theme = package.Add("ppt/theme/theme2.xml", PartTypes.Theme, DeckTheme.Of(style));
        frame.NotesMaster = package.Add("ppt/notesMasters/notesMaster1.xml", PartTypes.NotesMaster, DeckMaster.Notes());
        frame.NotesMaster.Relate("rId1", RelationshipTypes.Theme, theme);
    }

    static void AddSlide(PackageFile package, PresentationFrame frame, PackagePart layout, Slide slide, DeckContent content, Dictionary<string, PackagePart> media)
    {
        var number = frame.Slides.Count + 1;
        var picture = PictureOf(slide, content.Pictures);
        var part = package.Add($"ppt/slides/slide{number}.xml", PartTypes.Slide, stream =>
            PackageFile.WriteXml(stream, new SlideShapes(content.Language, content.Footer).Draw(slide, picture)));
        var notes = package.Add($"ppt/notesSlides/notesSlide{number}.xml", PartTypes.NotesSlide, stream =>
            PackageFile.WriteXml(stream, NotesPage.Of(NotesOf(slide, picture), content.Language)));
        part.Relate("rId1", RelationshipTypes.SlideLayout, layout);
        part.Relate("rId2", RelationshipTypes.NotesSlide, notes);
        if (picture is not null)
            part.Relate(SlideShapes.PictureRelationship, RelationshipTypes.Image, MediaOf(package, media, picture));
        notes.Relate("rId1", RelationshipTypes.NotesMaster, frame.NotesMaster!);
        notes.Relate("rId2", RelationshipTypes.Slide, part);
        frame.Slides.Add(part);
    }

    static string NotesOf(Slide slide, DeckPicture? picture) => picture is { Legend.Length: > 0 } ? $"{slide.Notes}\n{picture.Legend}" : slide.Notes;

    static DeckPicture? PictureOf(Slide slide, IReadOnlyDictionary<string, DeckPicture> pictures) =>
        slide.ContentBlocks.FirstOrDefault(block => block.Type == BlockType.Image)?.ImageReference is { } id
        && pictures.TryGetValue(id, out var picture) && picture.MediaType is not null ? picture : null;

    /// <summary>Equal pictures are stored once.</summary>
    static PackagePart MediaOf(PackageFile package, Dictionary<string, PackagePart> media, DeckPicture picture)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(picture.Bytes));
        if (!media.TryGetValue(hash, out var part))
        {
            part = package.Add($"ppt/media/image{media.Count + 1}.{picture.Extension}", picture.MediaType!, stream => stream.Write(picture.Bytes));
            media.Add(hash, part);
        }
        return part;
    }
}
