using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <summary>XML namespaces of a presentation (ECMA-376 Part 1, transitional).</summary>
static class OpenXmlNames
{
    internal static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    internal static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";
    internal static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    internal static readonly XNamespace P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main";
    internal static readonly XNamespace P15 = "http://schemas.microsoft.com/office/powerpoint/2012/main";
    internal static readonly XNamespace P188 = "http://schemas.microsoft.com/office/powerpoint/2018/8/main";
    internal static readonly XNamespace Command = "http://schemas.microsoft.com/office/powerpoint/2013/main/command";
}

/// <summary>Types of the relationships between a presentation's parts.</summary>
static class RelationshipTypes
{
    internal const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    internal const string OfficeDocument = Office + "officeDocument";
    internal const string ExtendedProperties = Office + "extended-properties";
    internal const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    internal const string Slide = Office + "slide";
    internal const string SlideLayout = Office + "slideLayout";
    internal const string SlideMaster = Office + "slideMaster";
    internal const string NotesSlide = Office + "notesSlide";
    internal const string NotesMaster = Office + "notesMaster";
    internal const string Theme = Office + "theme";
    internal const string Image = Office + "image";
    internal const string HandoutMaster = Office + "handoutMaster";
    internal const string TableStyles = Office + "tableStyles";
    internal const string PresentationProperties = Office + "presProps";
    internal const string Comments = Office + "comments";
    internal const string CommentAuthors = Office + "commentAuthors";
    internal const string ModernComments = "http://schemas.microsoft.com/office/2018/10/relationships/comments";
    internal const string ModernAuthors = "http://schemas.microsoft.com/office/2018/10/relationships/authors";
    internal const string Hyperlink = Office + "hyperlink";
    internal const string Font = Office + "font";
    internal const string Tags = Office + "tags";
    internal const string CustomXml = Office + "customXml";
    internal const string CustomProperties = Office + "custom-properties";
    internal const string Labels = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels";
}

/// <summary>Content types of a presentation's parts.</summary>
static class PartTypes
{
    const string Format = "application/vnd.openxmlformats-officedocument.presentationml.";

    internal const string Presentation = Format + "presentation.main+xml";
    internal const string SlideShow = Format + "slideshow.main+xml";
    internal const string Template = Format + "template.main+xml";
    internal const string Slide = Format + "slide+xml";
    internal const string SlideLayout = Format + "slideLayout+xml";
    internal const string SlideMaster = Format + "slideMaster+xml";
    internal const string NotesSlide = Format + "notesSlide+xml";
    internal const string NotesMaster = Format + "notesMaster+xml";
    internal const string TableStyles = Format + "tableStyles+xml";
    internal const string CommentAuthors = Format + "commentAuthors+xml";
    internal const string Tags = Format + "tags+xml";
    internal const string ModernAuthors = "application/vnd.ms-powerpoint.authors+xml";
    internal const string Macros = "application/vnd.ms-office.vbaProject";
    internal const string CustomProperties = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
    internal const string Theme = "application/vnd.openxmlformats-officedocument.theme+xml";
    internal const string HandoutMaster = Format + "handoutMaster+xml";
    internal const string Comments = Format + "comments+xml";
    internal const string ModernComments = "application/vnd.ms-powerpoint.comments+xml";
    internal const string PresentationProperties = Format + "presProps+xml";

    const string Office = "application/vnd.openxmlformats-officedocument.";

    /// <summary>What a relationship's type says the part is; null where it may be of many.</summary>
    static readonly Dictionary<string, string> ByRelationship = new()
    {
        [RelationshipTypes.NotesSlide] = NotesSlide,
        [RelationshipTypes.NotesMaster] = NotesMaster,
        [RelationshipTypes.HandoutMaster] = HandoutMaster,
        [RelationshipTypes.Theme] = Theme,
        [RelationshipTypes.Comments] = Comments,
        [RelationshipTypes.ModernComments] = ModernComments,
        [RelationshipTypes.Tags] = Tags,
        [RelationshipTypes.PresentationProperties] = PresentationProperties,
        [RelationshipTypes.Office + "themeOverride"] = Office + "themeOverride+xml",
        [RelationshipTypes.Office + "chart"] = Office + "drawingml.chart+xml",
        [RelationshipTypes.Office + "chartUserShapes"] = Office + "drawingml.chartshapes+xml",
        [RelationshipTypes.Office + "diagramData"] = Office + "drawingml.diagramData+xml",
        [RelationshipTypes.Office + "diagramLayout"] = Office + "drawingml.diagramLayout+xml",
        [RelationshipTypes.Office + "diagramQuickStyle"] = Office + "drawingml.diagramStyle+xml",
        [RelationshipTypes.Office + "diagramColors"] = Office + "drawingml.diagramColors+xml",
        [RelationshipTypes.Office + "customXmlProps"] = Office + "customXmlProperties+xml",
        ["http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"] = "application/vnd.ms-office.drawingml.diagramDrawing+xml",
    };

    internal static string? Of(string relationshipType) => ByRelationship.GetValueOrDefault(relationshipType);

    internal const string CoreProperties = "application/vnd.openxmlformats-package.core-properties+xml";
    internal const string ExtendedProperties = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
}
