namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>The least that the parts of any deck hold, by ISO/IEC 29500-1; what is special about a program is put into them.</summary>
static class DeckXml
{
    internal const string Namespaces =
        """
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
        """;

    const string Group =
        """
        <p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>
        <a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>
        """;

    const string Map =
        """
        <p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5"
        accent6="accent6" hlink="hlink" folHlink="folHlink"/>
        """;

    /// <param name="shapes">After the title.</param>
    /// <param name="after">After the colour map: transition, timing.</param>
    /// <param name="common">At the end of the common slide data.</param>
    internal static string Slide(string title, string shapes = "", string after = "", string common = "", string titleName = "Title 1") =>
        $"""
        <p:sld {Namespaces}><p:cSld><p:spTree>{Group}{Placeholder(2, titleName, "type=\"title\"", Run(title))}{shapes}</p:spTree>{common}</p:cSld>
        <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>{after}</p:sld>
        """;

    internal static string Notes(string text, string name = "Notes Placeholder 2") =>
        $"""
        <p:notes {Namespaces}><p:cSld><p:spTree>{Group}{Placeholder(3, name, "type=\"body\" idx=\"1\"", Run(text))}</p:spTree></p:cSld>
        <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>
        """;

    internal static string NotesMaster() =>
        $"""
        <p:notesMaster {Namespaces}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>
        {Group}{Boxed(2, "Notes", "type=\"body\" idx=\"1\"", Run("Text"), 685800, 4343400)}</p:spTree></p:cSld>{Map}</p:notesMaster>
        """;

    internal static string HandoutMaster() =>
        $"""
        <p:handoutMaster {Namespaces}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>{Group}</p:spTree>
        </p:cSld>{Map}</p:handoutMaster>
        """;

    /// <param name="layouts">Ids and relationship ids.</param>
    internal static string Master(IEnumerable<(uint Id, string Relationship)> layouts) =>
        $"""
        <p:sldMaster {Namespaces}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>
        {Group}{Boxed(2, "Title", "type=\"title\"", Run("Title"), 838200, 365125)}{Boxed(3, "Body", "type=\"body\" idx=\"1\"", Run("Body"), 838200, 1825625)}
        </p:spTree></p:cSld>{Map}<p:sldLayoutIdLst>
        {string.Concat(layouts.Select(layout => $"""<p:sldLayoutId id="{layout.Id}" r:id="{layout.Relationship}"/>"""))}</p:sldLayoutIdLst>
        <p:txStyles><p:titleStyle>{Level("sz=\"4400\"")}</p:titleStyle><p:bodyStyle>{Level("sz=\"2800\"")}</p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>
        """;

    /// <summary>Of text that says nothing itself: PowerPoint's 18 points in the body font, unless a program has its own.</summary>
    internal static string DefaultText(int size = 1800, string color = "<a:schemeClr val=\"tx1\"/>", string font = "+mn-lt") =>
        $"<p:defaultTextStyle>{Level($"sz=\"{size}\"", color, font)}</p:defaultTextStyle>";

    static string Level(string size, string color = "<a:schemeClr val=\"tx1\"/>", string font = "+mn-lt") =>
        $"<a:lvl1pPr><a:defRPr {size}><a:solidFill>{color}</a:solidFill><a:latin typeface=\"{font}\"/></a:defRPr></a:lvl1pPr>";

    /// <summary>Text that says neither size nor colour nor font.</summary>
    internal static string TextBox(uint id, string name, string text, int x, int y) =>
        $"""
        <p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{Frame(x, y, 4114800, 914400)}
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square"/><a:lstStyle/><a:p>{Run(text)}</a:p></p:txBody></p:sp>
        """;

    /// <summary>A table of one row, whose second cell says its size and whose first does not.</summary>
    internal static string Table(uint id, string name, string first, string second, int x, int y) =>
        $"""
        <p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name="{name}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>
        </p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="4114800" cy="457200"/></p:xfrm><a:graphic>
        <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="2057400"/>
        <a:gridCol w="2057400"/></a:tblGrid><a:tr h="457200"><a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>{Run(first)}</a:p></a:txBody>
        <a:tcPr marL="91425" marR="91425"/></a:tc><a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US" sz="1200"/><a:t>{second}</a:t></a:r></a:p>
        </a:txBody><a:tcPr marL="91425" marR="91425"/></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>
        """;

    /// <param name="attributes">Of the root, such as <c>type="title"</c>.</param>
    internal static string Layout(string name, string attributes = "", string shapes = "") =>
        $"""
        <p:sldLayout {Namespaces} {attributes}><p:cSld name="{name}"><p:spTree>
        {Group}{Boxed(2, "Title", "type=\"title\"", Run("Title"), 838200, 365125)}{Boxed(3, "Body", "type=\"body\" idx=\"1\"", Run("Body"), 838200, 1825625)}{shapes}
        </p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>
        """;

    /// <param name="accent">RRGGBB: themes of other accents are other themes.</param>
    internal static string Theme(string name, string accent, string font = "Calibri") =>
        $"""
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements><a:clrScheme name="{name}"><a:dk1>
        <a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F2933"/></a:dk2><a:lt2>
        <a:srgbClr val="EEEEEE"/></a:lt2>
        {string.Concat(Enumerable.Range(1, 6).Select(number => $"""<a:accent{number}><a:srgbClr val="{accent}"/></a:accent{number}>"""))}<a:hlink>
        <a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme><a:fontScheme name="{name}">
        <a:majorFont><a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="{font}"/>
        <a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="{name}"><a:fillStyleLst>{Three(Fill)}
        </a:fillStyleLst><a:lnStyleLst>{Three($"""<a:ln w="6350">{Fill}</a:ln>""")}</a:lnStyleLst><a:effectStyleLst>
        {Three("<a:effectStyle><a:effectLst/></a:effectStyle>")}</a:effectStyleLst><a:bgFillStyleLst>{Three(Fill)}</a:bgFillStyleLst>
        </a:fmtScheme></a:themeElements></a:theme>
        """;

    const string Fill = """<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>""";

    internal static string Run(string text) => $"""<a:r><a:rPr lang="en-US"/><a:t>{text}</a:t></a:r>""";

    /// <summary>A run that leads to the slide a relationship names.</summary>
    internal static string SlideLink(string text, string relationship) =>
        $"""<a:r><a:rPr lang="en-US"><a:hlinkClick r:id="{relationship}" action="ppaction://hlinksldjump"/></a:rPr><a:t>{text}</a:t></a:r>""";

    internal static string WebLink(string text, string relationship) => $"""<a:r><a:rPr lang="en-US"><a:hlinkClick r:id="{relationship}"/></a:rPr><a:t>{text}</a:t></a:r>""";

    internal static string Body(uint id, string runs) => Placeholder(id, $"Content Placeholder {id}", "type=\"body\" idx=\"1\"", runs);

    internal static string Placeholder(uint id, string name, string placeholder, string runs) =>
        $"""
        <p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {placeholder}/></p:nvPr>
        </p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{runs}</a:p></p:txBody></p:sp>
        """;

    internal static string Picture(uint id, string name, string relationship, string properties = "<p:nvPr/>") =>
        $"""
        <p:pic><p:nvPicPr><p:cNvPr id="{id}" name="{name}" descr="{name}"/><p:cNvPicPr/>{properties}</p:nvPicPr><p:blipFill>
        <a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{Frame(838200, 1825625, 1828800, 1219200)}
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>
        """;

    /// <param name="data">What the graphic is, with its <c>a:graphicData</c>.</param>
    internal static string GraphicFrame(uint id, string name, string data) =>
        $"""
        <p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id}" name="{name}" descr="{name}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>
        <p:xfrm><a:off x="838200" y="1825625"/><a:ext cx="6096000" cy="3048000"/></p:xfrm><a:graphic>{data}</a:graphic></p:graphicFrame>
        """;

    internal static string ChartFrame(uint id, string name, string relationship) => GraphicFrame(id, name,
        $"""
        <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart
        xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relationship}"/></a:graphicData>
        """);

    /// <param name="workbook">The relationship of the embedded workbook.</param>
    internal static string Chart(string workbook) =>
        $"""
        <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart><c:plotArea><c:layout/><c:barChart>
        <c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef>
        <c:f>Sheet1!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>Mon</c:v></c:pt><c:pt idx="1"><c:v>Tue</c:v></c:pt>
        </c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:formatCode>General</c:formatCode>
        <c:ptCount val="2"/><c:pt idx="0"><c:v>4.1</c:v></c:pt><c:pt idx="1"><c:v>4.4</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>
        <c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling>
        <c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>
        </c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart>
        <c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1800"/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>
        <c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>
        """;

    static string Boxed(uint id, string name, string placeholder, string runs, int x, int y) => Placeholder(id, name, placeholder, runs)
        .Replace("<p:spPr/>", $"""<p:spPr>{Frame(x, y, 5486400, 1325563)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>""");

    static string Frame(int x, int y, int width, int height) => $"""<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>""";

    static string Three(string element) => string.Concat(Enumerable.Repeat(element, 3));
}
