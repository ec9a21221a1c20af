using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Packages;

/// <summary>What a deck says of itself.</summary>
/// <param name="Language">BCP 47, or null when unknown.</param>
public sealed record DeckProperties(string Title, string? Author, string? Language);

/// <summary>A named run of slides.</summary>
/// <param name="Slides">How many.</param>
/// <param name="Id">A GUID in braces; null: derived from name and place.</param>
sealed record DeckSection(string Name, int Slides, string? Id = null);

/// <summary>Everything of a deck that is about it as a whole: the presentation part with its lists, and the document's properties.</summary>
sealed class PresentationFrame(DeckProperties properties)
{
    internal const uint FirstSlideId = 256;
    internal const string PartName = "ppt/presentation.xml";
    const uint FirstMasterId = 2147483648;
    const string SectionListUri = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}";

    /// <summary>The order of the presentation's children (ECMA-376 Part 1, 19.2.1.26).</summary>
    static readonly string[] Order =
    [
        "sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz", "smartTags", "embeddedFontLst", "custShowLst",
        "photoAlbum", "custDataLst", "kinsoku", "defaultTextStyle", "modifyVerifier", "extLst",
    ];

    internal List<(PackagePart Part, uint Id)> Masters { get; } = [];
    internal PackagePart? NotesMaster { get; set; }
    internal PackagePart? HandoutMaster { get; set; }
    internal List<PackagePart> Slides { get; } = [];
    internal List<DeckSection> Sections { get; } = [];
    internal XElement? DefaultTextStyle { get; set; }
    internal List<XElement> TableStyles { get; } = [];
    internal (long Width, long Height) Size { get; set; } = (12192000, 6858000);

    /// <summary>Further attributes and children of the presentation, with the relationships they use; and parts of the package that no slide has.</summary>
    internal List<XAttribute> Attributes { get; } = [];
    internal List<XElement> Children { get; } = [];
    internal List<XElement> Extensions { get; } = [];
    internal List<Relationship> Related { get; } = [];
    internal List<Relationship> PackageRelated { get; } = [];
    internal List<XElement> FurtherProperties { get; } = [];
    internal string? DefaultTableStyle { get; set; }

    uint _nextMasterId = FirstMasterId;

    /// <summary>Ids of masters and layouts share one range through the deck.</summary>
    internal uint NextMasterId() => _nextMasterId++;

    internal void AddTo(PackageFile package)
    {
        var presentation = package.Add(PartName, PartTypes.Presentation, Presentation());
        for (var index = 0; index < Masters.Count; index++)
            presentation.Relate($"rIdM{index + 1}", RelationshipTypes.SlideMaster, Masters[index].Part);
        if (NotesMaster is not null)
            presentation.Relate("rIdN", RelationshipTypes.NotesMaster, NotesMaster);
        if (HandoutMaster is not null)
            presentation.Relate("rIdH", RelationshipTypes.HandoutMaster, HandoutMaster);
        for (var index = 0; index < Slides.Count; index++)
            presentation.Relate($"rIdS{index + 1}", RelationshipTypes.Slide, Slides[index]);
        if (Masters[0].Part.Relationships.Find(relationship => relationship.Type == RelationshipTypes.Theme) is { } theme)
            presentation.Relationships.Add(new Relationship("rIdT", RelationshipTypes.Theme, theme.Target));
        presentation.Relate("rIdY", RelationshipTypes.TableStyles, package.Add("ppt/tableStyles.xml", PartTypes.TableStyles,
            new XElement(A + "tblStyleLst", new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute("def", DefaultTableStyle ?? "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"), TableStyles)));
        presentation.Relationships.AddRange(Related);
        var core = package.Add("docProps/core.xml", PartTypes.CoreProperties, Core());
        var extended = package.Add("docProps/app.xml", PartTypes.ExtendedProperties, Extended());
        package.Relationships.Add(new Relationship("rId1", RelationshipTypes.OfficeDocument, presentation.Name));
        package.Relationships.Add(new Relationship("rId2", RelationshipTypes.CoreProperties, core.Name));
        package.Relationships.Add(new Relationship("rId3", RelationshipTypes.ExtendedProperties, extended.Name));
        package.Relationships.AddRange(PackageRelated);
    }

    XElement Presentation()
    {
        XElement?[] children =
        [
            new(P + "sldMasterIdLst", Masters.Select((master, index) => new XElement(P + "sldMasterId", new XAttribute("id", master.Id), new XAttribute(R + "id", $"rIdM{index + 1}")))),
            NotesMaster is null ? null : new(P + "notesMasterIdLst", new XElement(P + "notesMasterId", new XAttribute(R + "id", "rIdN"))),
            HandoutMaster is null ? null : new(P + "handoutMasterIdLst", new XElement(P + "handoutMasterId", new XAttribute(R + "id", "rIdH"))),
            new(P + "sldIdLst", Slides.Select((_, index) => new XElement(P + "sldId", new XAttribute("id", FirstSlideId + index), new XAttribute(R + "id", $"rIdS{index + 1}")))),
            new(P + "sldSz", new XAttribute("cx", Size.Width), new XAttribute("cy", Size.Height)),
            Children.Exists(child => child.Name == P + "notesSz") ? null : new(P + "notesSz", new XAttribute("cx", 6858000), new XAttribute("cy", 9144000)),
            DefaultTextStyle,
            .. Children,
            Extensions.Count + Sections.Count == 0 ? null : new(P + "extLst", Sections.Count == 0 ? null : new XElement(P + "ext", new XAttribute("uri", SectionListUri), SectionList()), Extensions),
        ];
        return new XElement(P + "presentation",
            new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "p", P), new XAttribute(XNamespace.Xmlns + "r", R),
            Attributes, children.OfType<XElement>().OrderBy(child => Array.IndexOf(Order, child.Name.LocalName)));
    }

    XElement SectionList()
    {
        var next = FirstSlideId;
        return new XElement(P14 + "sectionLst", new XAttribute(XNamespace.Xmlns + "p14", P14), Sections.Select((section, index) =>
            new XElement(P14 + "section",
                new XAttribute("name", section.Name),
                new XAttribute("id", section.Id ?? DerivedId.Of($"{index}\n{section.Name}")),
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
            properties.Language is null ? null : new XElement(dc + "language", XmlText.Clean(properties.Language)),
            FurtherProperties);
    }

    XElement Extended()
    {
        XNamespace extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
        return new XElement(extended + "Properties",
            new XElement(extended + "Application", "CourseGen"),
            new XElement(extended + "PresentationFormat", Format()),
            new XElement(extended + "Slides", Slides.Count),
            new XElement(extended + "Notes", Slides.Count(slide => slide.Relationships.Exists(relationship => relationship.Type == RelationshipTypes.NotesSlide))));
    }

    string Format() => Math.Round(Size.Width * 9.0 / Size.Height, 1) switch
    {
        16 => "Widescreen",
        14.4 => "On-screen Show (16:10)",
        12 => "On-screen Show (4:3)",
        _ => "Custom",
    };
}
