namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>Content types, and parts that every deck has, under the names that a program gives them.</summary>
static class DeckParts
{
    internal const string Presentation = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    internal const string Slide = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";
    internal const string Chart = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    internal const string Theme = "application/vnd.openxmlformats-officedocument.theme+xml";
    const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static string Of(string kind) => $"application/vnd.openxmlformats-officedocument.presentationml.{kind}+xml";

    /// <summary>The package's own relationships, its presentation, and the properties of presentation and view.</summary>
    internal static WrittenDeck Frame(this WrittenDeck deck, string presentation) => deck
        .Default("xml", "application/xml").Default("png", "image/png")
        .Relate("", "rId1", "officeDocument", "ppt/presentation.xml")
        .Part("ppt/presentation.xml", Presentation, presentation)
        .Part("ppt/presProps.xml", Of("presProps"), $"<p:presentationPr {DeckXml.Namespaces}/>")
        .Part("ppt/viewProps.xml", Of("viewProps"), $"<p:viewPr {DeckXml.Namespaces}/>")
        .Part("ppt/tableStyles.xml", Of("tableStyles"), """<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>""");

    internal static WrittenDeck Core(this WrittenDeck deck, string title) => deck
        .Relate("", "rId3", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
        .Part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
            $"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>""");

    internal static WrittenDeck App(this WrittenDeck deck, string application) => deck
        .Relate("", "rId4", "extended-properties", "docProps/app.xml")
        .Part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            $"""<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>{application}</Application></Properties>""");

    /// <summary>A chart and, under the name that the program gives it, its workbook.</summary>
    internal static WrittenDeck ChartWithWorkbook(this WrittenDeck deck, string chart, string workbook, byte seed) => deck
        .Part(chart, Chart, DeckXml.Chart("rId1"))
        .Relate(chart, "rId1", "package", $"../embeddings/{workbook}")
        .Part($"ppt/embeddings/{workbook}", Workbook, SampleFiles.Workbook(seed));
}
