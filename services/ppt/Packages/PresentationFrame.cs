using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Packages;

/// <summary>What a deck says of itself.</summary>
/// <param name="Language">BCP 47, or null when unknown.</param>
public sealed record DeckProperties(string Title, string? Author, string? Language);

/// <summary>A named run of slides.</summary>
/// <param name="Slides">How many.</param>
sealed record DeckSection(string Name, int Slides);

/// <summary>Everything of a deck that is about it as a whole: the presentation part with its lists, and the document's properties.</summary>
sealed class PresentationFrame(DeckProperties properties)
{
    const uint FirstSlideId = 256;
    const uint FirstMasterId = 2147483648;
    const string SectionListUri = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}";

    internal List<(PackagePart Part, uint Id)> Masters { get; } = [];
    internal PackagePart? NotesMaster { get; set; }
    internal List<PackagePart> Slides { get; } = [];
    internal List<DeckSection> Sections { get; } = [];
    internal XElement? DefaultTextStyle { get; set; }
    internal List<XElement> TableStyles { get; } = [];
    internal (long Width, long Height) Size { get; set; } = (12192000, 6858000);

    uint _nextMasterId = FirstMasterId;

    /// <summary>Ids of masters and layouts share one range through the deck.</summary>
    internal uint NextMasterId() => _nextMasterId++;

    internal void AddTo(PackageFile package)
    {
        var presentation = package.Add("ppt/presentation.xml", PartTypes.Presentation, Presentation());
        for (var index = 0; index < Masters.Count; index++)
            presentation.Relate($"rIdM{index + 1}", RelationshipTypes.SlideMaster, Masters[index].Part);
        if (NotesMaster is not null)
            presentation.Relate("rIdN", RelationshipTypes.NotesMaster, NotesMaster);
        for (var index = 0; index < Slides.Count; index++)
            presentation.Relate($"rIdS{index + 1}", RelationshipTypes.Slide, Slides[index]);
        presentation.Relationships.Add(new Relationship("rIdT", RelationshipTypes.Theme, Masters[0].Part.Relationships.First(relationship => relationship.Type == RelationshipTypes.Theme).Target));
        presentation.Relate("rIdY", RelationshipTypes.TableStyles, package.Add("ppt/tableStyles.xml", PartTypes.TableStyles,
            new XElement(A + "tblStyleLst", new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute("def", "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"), TableStyles)));
        var core = package.Add("docProps/core.xml", PartTypes.CoreProperties, Core());
        var extended = package.Add("docProps/app.xml", PartTypes.ExtendedProperties, Extended());
        package.Relationships.Add(new Relationship("rId1", RelationshipTypes.OfficeDocument, presentation.Name));
        package.Relationships.Add(new Relationship("rId2", RelationshipTypes.CoreProperties, core.Name));
        package.Relationships.Add(new Relationship("rId3", RelationshipTypes.ExtendedProperties, extended.Name));
    }

    XElement Presentation() => new(P + "presentation",
        new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "p", P), new XAttribute(XNamespace.Xmlns + "r", R),
        new XElement(P + "sldMasterIdLst", Masters.Select((master, index) =>
            new XElement(P + "sldMasterId", new XAttribute("id", master.Id), new XAttribute(R + "id", $"rIdM{index + 1}")))),
        NotesMaster is null ? null : new XElement(P + "notesMasterIdLst", new XElement(P + "notesMasterId", new XAttribute(R + "id", "rIdN"))),
        new XElement(P + "sldIdLst", Slides.Select((_, index) =>
            new XElement(P + "sldId", new XAttribute("id", FirstSlideId + index), new XAttribute(R + "id", $"rIdS{index + 1}")))),
        new XElement(P + "sldSz", new XAttribute("cx", Size.Width), new XAttribute("cy", Size.Height)),
        new XElement(P + "notesSz", new XAttribute("cx", 6858000), new XAttribute("cy", 9144000)),
        DefaultTextStyle,
        Sections.Count == 0 ? null : new XElement(P + "extLst", new XElement(P + "ext", new XAttribute("uri", SectionListUri), SectionList())));

    XElement SectionList()
    {
        var next = FirstSlideId;
        return new XElement(P14 + "sectionLst", new XAttribute(XNamespace.Xmlns + "p14", P14), Sections.Select((section, index) =>
            new XElement(P14 + "section",
                new XAttribute("name", section.Name),
                new XAttribute("id", new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{index}\n{section.Name}")).AsSpan(0, 16)).ToString("B").ToUpperInvariant()),
                new XElement(P14 + "sldIdLst", Enumerable.Range(0, section.Slides).Select(_ => new XElement(P14 + "sldId", new XAttribute("id", next++))).ToList()))).ToList());
    }

    XElement Core()
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        return new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XElement(dc + "title", XmlText.Clean(properties.Title)),
            properties.Author is null ? null : new XElement(dc + "creator", XmlText.Clean(properties.Author)),
            properties.Language is null ? null : new XElement(dc + "language", XmlText.Clean(properties.Language)));
    }

    XElement Extended()
    {
        XNamespace extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
        return new XElement(extended + "Properties",
            new XElement(extended + "Application", "CourseGen"),
            new XElement(extended + "PresentationFormat", "Widescreen"),
            new XElement(extended + "Slides", Slides.Count));
    }
}
