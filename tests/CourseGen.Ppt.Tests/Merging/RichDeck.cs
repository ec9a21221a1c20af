using System.Globalization;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>A deck with what PowerPoint's users put into decks and ours have not, each thing as PowerPoint writes it.</summary>
sealed class RichDeck
{
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const string Namespaces = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
    const string Slide1 = "ppt/slides/slide1.xml";
    const string Slide2 = "ppt/slides/slide2.xml";
    const string Presentation = "ppt/presentation.xml";

    readonly TestPackage _package;
    readonly string _name;

    RichDeck(string name, int slides)
    {
        _name = name;
        _package = new TestPackage(Samples.Written(Samples.Deck(Enumerable.Range(1, slides).Select(number => Samples.Slide(SlideLayout.TitleContent, $"{name} {number}", Samples.Bullets("One", "Two"))))));
    }

    internal static TestPackage Plain(string name, int slides = 2) => new RichDeck(name, slides)._package;

    internal static TestPackage Full(string name) => new RichDeck(name, 3)
        .WithChart().WithDiagram().WithFilm().WithFont().WithCustomXml().WithTags().WithComments().WithModernComments().WithShow().WithTransition().WithLinks().WithProperties()._package;

    internal static TestPackage With(string name, params Func<RichDeck, RichDeck>[] parts) => parts.Aggregate(new RichDeck(name, 3), (deck, part) => part(deck))._package;

    internal RichDeck WithChart()
    {
        AddShape(Slide1, Frame(20, "http://schemas.openxmlformats.org/drawingml/2006/chart", "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rIdChart\"/>"));
        _package.Relate(Slide1, "rIdChart", Office + "chart", "../charts/chart1.xml");
        _package.Add("ppt/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", Chart);
        _package.Relate("ppt/charts/chart1.xml", "rId1", Office + "package", "../embeddings/Microsoft_Excel_Worksheet.xlsx");
        _package.Add("ppt/embeddings/Microsoft_Excel_Worksheet.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [.. "workbook of "u8, .. System.Text.Encoding.UTF8.GetBytes(_name)]);
        return this;
    }

    internal RichDeck WithDiagram()
    {
        AddShape(Slide1, Frame(21, "http://schemas.openxmlformats.org/drawingml/2006/diagram",
            "<dgm:relIds xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" r:dm=\"rIdDm\" r:lo=\"rIdLo\" r:qs=\"rIdQs\" r:cs=\"rIdCs\"/>"));
        foreach (var (id, type, part, contentType, xml) in Diagram)
        {
            _package.Relate(Slide1, id, type, $"../diagrams/{part}1.xml");
            _package.Add($"ppt/diagrams/{part}1.xml", contentType, xml);
        }
        return this;
    }

    /// <summary>PowerPoint leads to a film twice: as video, and as the media of its own extension.</summary>
    internal RichDeck WithFilm()
    {
        AddShape(Slide2, """
            <p:pic><p:nvPicPr><p:cNvPr id="30" name="Film" descr="A film of tides"/><p:cNvPicPr/><p:nvPr><a:videoFile r:link="rIdVideo"/>
            <p:extLst><p:ext uri="{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"><p14:media xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" r:embed="rIdMedia"/></p:ext></p:extLst></p:nvPr></p:nvPicPr>
            <p:blipFill><a:blip r:embed="rIdPoster"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>
            <p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>
            """);
        _package.Relate(Slide2, "rIdVideo", Office + "video", "../media/media1.mp4");
        _package.Relate(Slide2, "rIdMedia", "http://schemas.microsoft.com/office/2007/relationships/media", "../media/media1.mp4");
        _package.Relate(Slide2, "rIdPoster", Office + "image", "../media/image77.png");
        _package.Add("ppt/media/media1.mp4", "video/mp4", [.. Enumerable.Range(0, 5000).Select(value => (byte)(value * value))]);
        _package.Add("ppt/media/image77.png", "image/png", Samples.Png(16, 9, 77));
        return this;
    }

    internal RichDeck WithFont()
    {
        _package.Change(Presentation, "<p:notesSz cx=\"6858000\" cy=\"9144000\" />", "<p:notesSz cx=\"6858000\" cy=\"9144000\" /><p:embeddedFontLst><p:embeddedFont><p:font typeface=\"Tidal\"/><p:regular r:id=\"rIdFont\"/></p:embeddedFont></p:embeddedFontLst>");
        _package.Relate(Presentation, "rIdFont", Office + "font", "fonts/font1.fntdata");
        _package.Add("ppt/fonts/font1.fntdata", "application/x-fontdata", [.. Enumerable.Range(0, 3000).Select(value => (byte)(value * 7))]);
        return this;
    }

    internal RichDeck WithCustomXml()
    {
        _package.Relate(Presentation, "rIdCustom", Office + "customXml", "../customXml/item1.xml");
        _package.Add("customXml/item1.xml", "application/xml", "<catalogue xmlns=\"https://example.org/tides\"/>");
        _package.Relate("customXml/item1.xml", "rId1", Office + "customXmlProps", "itemProps1.xml");
        _package.Add("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
            "<ds:datastoreItem xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\" ds:itemID=\"{5DFA1B8C-51C0-4E0A-9F56-3C1C8AF5B7E1}\"><ds:schemaRefs/></ds:datastoreItem>");
        return this;
    }

    internal RichDeck WithTags()
    {
        _package.Change(Presentation, "<p:defaultTextStyle", "<p:custDataLst><p:tags r:id=\"rIdTags\"/></p:custDataLst><p:defaultTextStyle");
        _package.Relate(Presentation, "rIdTags", Office + "tags", "tags/tag1.xml");
        _package.Add("ppt/tags/tag1.xml", "application/vnd.openxmlformats-officedocument.presentationml.tags+xml", $"<p:tagLst {Namespaces}><p:tag name=\"DECK\" val=\"{_name}\"/><p:tag name=\"OF_{_name}\" val=\"1\"/></p:tagLst>");
        _package.Relate(Slide1, "rIdTag", Office + "tags", "../tags/tag2.xml");
        _package.Add("ppt/tags/tag2.xml", "application/vnd.openxmlformats-officedocument.presentationml.tags+xml", $"<p:tagLst {Namespaces}><p:tag name=\"SLIDE\" val=\"{_name}\"/></p:tagLst>");
        _package.Change(Slide1, "</p:spTree>", "</p:spTree><p:custDataLst><p:tags r:id=\"rIdTag\"/></p:custDataLst>");
        return this;
    }

    internal RichDeck WithComments() => WithComments("A. Author", "Second author");

    internal RichDeck WithComments(params string[] authors)
    {
        _package.Relate(Presentation, "rIdAuthors", Office + "commentAuthors", "commentAuthors.xml");
        _package.Add("ppt/commentAuthors.xml", "application/vnd.openxmlformats-officedocument.presentationml.commentAuthors+xml",
            $"<p:cmAuthorLst {Namespaces}>{string.Concat(authors.Select((author, index) => $"<p:cmAuthor id=\"{index}\" name=\"{author}\" initials=\"{author[..1]}\" lastIdx=\"2\" clrIdx=\"{index}\"/>"))}</p:cmAuthorLst>");
        _package.Relate(Slide1, "rIdComments", Office + "comments", "../comments/comment1.xml");
        _package.Add("ppt/comments/comment1.xml", "application/vnd.openxmlformats-officedocument.presentationml.comments+xml",
            $"<p:cmLst {Namespaces}>{string.Concat(authors.Select((author, index) => $"<p:cm authorId=\"{index}\" dt=\"2026-01-02T03:04:05.000\" idx=\"2\"><p:pos x=\"10\" y=\"10\"/><p:text>{author} on {_name}</p:text></p:cm>"))}</p:cmLst>");
        return this;
    }

    internal RichDeck WithModernComments()
    {
        const string author = "{6C6D2F2B-0B0A-4B6C-9C5E-52D1B8E9C001}";
        _package.Relate(Presentation, "rIdModern", "http://schemas.microsoft.com/office/2018/10/relationships/authors", "authors.xml");
        _package.Add("ppt/authors.xml", "application/vnd.ms-powerpoint.authors+xml",
            $"<p188:authorLst {Namespaces} xmlns:p188=\"http://schemas.microsoft.com/office/powerpoint/2018/8/main\"><p188:author id=\"{author}\" name=\"A. Author\" initials=\"AA\" userId=\"a\" providerId=\"None\"/></p188:authorLst>");
        _package.Relate(Slide2, "rIdModern", "http://schemas.microsoft.com/office/2018/10/relationships/comments", "../comments/modernComment_101_0.xml");
        _package.Add("ppt/comments/modernComment_101_0.xml", "application/vnd.ms-powerpoint.comments+xml", $$"""
            <p188:cmLst {{Namespaces}} xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"><p188:cm id="{7A1B2C3D-0000-4000-8000-000000000001}" authorId="{{author}}" created="2026-01-02T03:04:05.000"><pc:sldMkLst xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/command"><pc:docMk/><pc:sldMk cId="0" sldId="257"/></pc:sldMkLst><p188:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en"/><a:t>On {{_name}}</a:t></a:r></a:p></p188:txBody></p188:cm></p188:cmLst>
            """);
        return this;
    }

    internal RichDeck WithShow()
    {
        _package.Change(Presentation, "<p:notesSz cx=\"6858000\" cy=\"9144000\" />",
            $"<p:notesSz cx=\"6858000\" cy=\"9144000\" /><p:custShowLst><p:custShow name=\"Short\" id=\"0\"><p:sldLst><p:sld r:id=\"rIdS3\"/><p:sld r:id=\"rIdS1\"/></p:sldLst></p:custShow></p:custShowLst>");
        AddShape(Slide2, Link(40, "", "ppaction://customshow?id=0&amp;return=true"));
        SortFonts();
        return this;
    }

    internal RichDeck WithTransition()
    {
        _package.Change(Slide1, "</p:clrMapOvr>", """
            </p:clrMapOvr><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" Requires="p14"><p:transition spd="slow" p14:dur="2000"><p:fade/></p:transition></mc:Choice><mc:Fallback><p:transition spd="slow"><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>
            """);
        return this;
    }

    internal RichDeck WithLinks()
    {
        AddShape(Slide1, Link(41, "rIdJump", "ppaction://hlinksldjump"));
        AddShape(Slide1, Link(42, "rIdWeb", null));
        _package.Relate(Slide1, "rIdJump", Office + "slide", "slide3.xml");
        _package.Relate(Slide1, "rIdWeb", Office + "hyperlink", "https://example.org/tides?a=1&b=2#c", external: true);
        return this;
    }

    internal RichDeck WithProperties()
    {
        _package.Relate("", "rIdCustomProperties", Office + "custom-properties", "docProps/custom.xml");
        _package.Add("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml", $$"""
            <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Deck"><vt:lpwstr>{{_name}}</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="Of {{_name}}"><vt:bool>true</vt:bool></property></Properties>
            """);
        return this;
    }

    /// <summary>A zoom to the last slide, with the picture that older programs show, and its link.</summary>
    internal RichDeck WithZoom()
    {
        AddShape(Slide1, """
            <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:pslz="http://schemas.microsoft.com/office/powerpoint/2016/slidezoom" Requires="pslz"><p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="50" name="Zoom"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="514350"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/powerpoint/2016/slidezoom"><pslz:sldZm><pslz:sldZmObj sldId="258" cId="0"/></pslz:sldZm></a:graphicData></a:graphic></p:graphicFrame></mc:Choice></mc:AlternateContent>
            """);
        _package.Relate(Slide1, "rIdZoom", Office + "slide", "slide3.xml");
        return this;
    }

    void AddShape(string slide, string shape) => _package.Change(slide, "</p:spTree>", $"{shape}</p:spTree>");

    /// <summary>The schema wants fonts before shows.</summary>
    void SortFonts()
    {
        var text = _package.Text(Presentation);
        var (show, font) = (text.IndexOf("<p:custShowLst", StringComparison.Ordinal), text.IndexOf("<p:embeddedFontLst", StringComparison.Ordinal));
        if (font < show)
            return;
        var end = text.IndexOf("</p:custShowLst>", StringComparison.Ordinal) + "</p:custShowLst>".Length;
        var fontEnd = text.IndexOf("</p:embeddedFontLst>", StringComparison.Ordinal) + "</p:embeddedFontLst>".Length;
        _package.Set(Presentation, text[..show] + text[font..fontEnd] + text[show..end] + text[end..font] + text[fontEnd..]);
    }

    static string Link(int id, string relationship, string? action) => string.Create(CultureInfo.InvariantCulture, $"""
        <p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Link {id}"><a:hlinkClick r:id="{relationship}"{(action is null ? "" : $" action=\"{action}\"")}/></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="91440" cy="91440"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>
        """);

    static string Frame(int id, string uri, string content) => string.Create(CultureInfo.InvariantCulture, $"""
        <p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name="Frame {id}" descr="What the frame shows"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></p:xfrm><a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></p:graphicFrame>
        """);

    const string Chart = """
        <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numLit><c:ptCount val="1"/><c:pt idx="0"><c:v>1</c:v></c:pt></c:numLit></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>
        """;

    const string Dgm = "xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
    const string DiagramType = "application/vnd.openxmlformats-officedocument.drawingml.diagram";

    static readonly (string Id, string Type, string Part, string ContentType, string Xml)[] Diagram =
    [
        ("rIdDm", Office + "diagramData", "data", DiagramType + "Data+xml", $"<dgm:dataModel {Dgm}><dgm:ptLst/><dgm:cxnLst/><dgm:bg/><dgm:whole/><dgm:extLst><a:ext uri=\"http://schemas.microsoft.com/office/drawing/2008/diagram\"><dsp:dataModelExt xmlns:dsp=\"http://schemas.microsoft.com/office/drawing/2008/diagram\" relId=\"rIdDrawing\"/></a:ext></dgm:extLst></dgm:dataModel>"),
        ("rIdLo", Office + "diagramLayout", "layout", DiagramType + "Layout+xml", $"<dgm:layoutDef {Dgm}><dgm:layoutNode/></dgm:layoutDef>"),
        ("rIdQs", Office + "diagramQuickStyle", "quickStyle", DiagramType + "Style+xml", $"<dgm:styleDef {Dgm}><dgm:styleLbl name=\"node0\"/></dgm:styleDef>"),
        ("rIdCs", Office + "diagramColors", "colors", DiagramType + "Colors+xml", $"<dgm:colorsDef {Dgm}/>"),
        ("rIdDrawing", "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing", "drawing", "application/vnd.ms-office.drawingml.diagramDrawing+xml",
            "<dsp:drawing xmlns:dsp=\"http://schemas.microsoft.com/office/drawing/2008/diagram\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><dsp:spTree><dsp:nvGrpSpPr><dsp:cNvPr id=\"0\" name=\"\"/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/></dsp:spTree></dsp:drawing>"),
    ];
}
