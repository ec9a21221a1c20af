using System.IO.Compression;
using System.Text;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>
/// A company's <c>.potx</c> as PowerPoint writes it: five layouts, known by their types and not by their names; large text, a band and a logo on
/// the master, a dark theme where asked for, and a macro project, another size or another main part, to be refused.
/// </summary>
static class AcmeTemplate
{
    const string Namespaces = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const string Format = "application/vnd.openxmlformats-officedocument.presentationml.";
    /// <summary>A red PNG of 12 × 4 pixels.</summary>
    static readonly byte[] Logo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAwAAAAECAIAAAA1REndAAAAEUlEQVR42mM4IaBHEDHQVxEAUYYxIZuaouUAAAAASUVORK5CYII=");
    internal const string ThemeName = "Acme Corporate";

    static readonly (string Name, string Type, string Places)[] Layouts =
    [
        ("Acme opening", "title", Place("Title", "ctrTitle", null, 60, 150, 840, 120, 4400, "b") + Place("Subtitle", "subTitle", 1, 60, 285, 840, 60, 2400)),
        ("Acme content", "obj", Place("Title", "title", null) + Place("Content", null, 1) + Foot),
        ("Acme chapter", "secHead", Place("Title", "title", null, 60, 170, 840, 90, 4000, "b") + Place("Text", "body", 1, 60, 270, 840, 120, 2400) + Foot),
        ("Acme two", "twoObj", Place("Title", "title", null) + Place("Left", null, 1, 60, 130, 410, 340) + Place("Right", null, 2, 490, 130, 410, 340) + Foot),
        ("Acme picture", "picTx", Place("Title", "title", null) + Place("Picture", "pic", 1, 490, 130, 410, 340) + Place("Text", "body", 2, 60, 130, 410, 340, 2400) + Foot),
    ];

    /// <param name="tour">The logo leads to a slide of the template, whose part has the name of the deck's first.</param>
    internal static byte[] Potx(bool dark = false, bool macros = false, int width = 960, int height = 540, bool tour = false)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Types(macros));
            Add(zip, "_rels/.rels", Relationships(("rId1", "officeDocument", "ppt/presentation.xml")));
            Add(zip, "ppt/presentation.xml", $"<p:presentation {Namespaces}><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:sldSz cx=\"{width * 12700}\" cy=\"{height * 12700}\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>");
            Add(zip, "ppt/_rels/presentation.xml.rels", Relationships(("rId1", "slideMaster", "slideMasters/slideMaster1.xml"), ("rId2", "theme", "theme/theme1.xml")));
            Add(zip, "ppt/slideMasters/slideMaster1.xml", Master(dark, tour));
            Add(zip, "ppt/slideMasters/_rels/slideMaster1.xml.rels", Relationships([.. Layouts.Select((_, index) => ($"rId{index + 1}", "slideLayout", $"../slideLayouts/slideLayout{index + 1}.xml")), ("rIdT", "theme", "../theme/theme1.xml"), ("rIdL", "image", "../media/image1.png"), .. tour ? [("rIdS", "slide", "../slides/slide1.xml")] : Array.Empty<(string, string, string)>()]));
            if (tour)
                Add(zip, "ppt/slides/slide1.xml", $"<p:sld {Namespaces}><p:cSld><p:spTree>{Group}</p:spTree></p:cSld></p:sld>");
            Add(zip, "ppt/theme/theme1.xml", Theme);
            zip.CreateEntry("ppt/media/image1.png").Open().Using(logo => logo.Write(Logo));
            for (var index = 0; index < Layouts.Length; index++)
            {
                Add(zip, $"ppt/slideLayouts/slideLayout{index + 1}.xml", $"<p:sldLayout {Namespaces} type=\"{Layouts[index].Type}\" preserve=\"1\"><p:cSld name=\"{Layouts[index].Name}\"><p:spTree>{Group}{Numbered(Layouts[index].Places)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>");
                Add(zip, $"ppt/slideLayouts/_rels/slideLayout{index + 1}.xml.rels", Relationships(("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")));
            }
            if (macros)
                Add(zip, "ppt/vbaProject.bin", "macros");
        }
        return stream.ToArray();
    }

    static string Master(bool dark, bool tour)
    {
        var (ground, text, ground2, text2) = dark ? ("dk1", "lt1", "dk2", "lt2") : ("lt1", "dk1", "lt2", "dk2");
        var band = "<p:sp><p:nvSpPr><p:cNvPr id=\"20\" name=\"Band\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"12192000\" cy=\"190500\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill></p:spPr></p:sp>";
        var logo = $"<p:pic><p:nvPicPr><p:cNvPr id=\"21\" name=\"Logo\" descr=\"The company's logo\">{(tour ? "<a:hlinkClick r:id=\"rIdS\" action=\"ppaction://hlinksldjump\"/>" : "")}</p:cNvPr><p:cNvPicPr/><p:nvPr userDrawn=\"1\"/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rIdL\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x=\"10668000\" y=\"6350000\"/><a:ext cx=\"1143000\" cy=\"381000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>";
        return $"<p:sldMaster {Namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{Group}{band}{logo}"
            + Numbered(Place("Title", "title", null, 60, 30, 840, 80) + Place("Text", "body", 1, 60, 130, 840, 340) + Place("Footer", "ftr", 3, 60, 500, 500, 24, 1200) + Place("Number", "sldNum", 4, 600, 500, 80, 24, 1200))
            + $"</p:spTree></p:cSld><p:clrMap bg1=\"{ground}\" tx1=\"{text}\" bg2=\"{ground2}\" tx2=\"{text2}\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"
            + $"<p:sldLayoutIdLst>{string.Concat(Layouts.Select((_, index) => $"<p:sldLayoutId id=\"{2147483649 + index}\" r:id=\"rId{index + 1}\"/>"))}</p:sldLayoutIdLst>"
            + "<p:txStyles><p:titleStyle><a:lvl1pPr><a:lnSpc><a:spcPct val=\"90000\"/></a:lnSpc><a:buNone/><a:defRPr sz=\"3600\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mj-lt\"/></a:defRPr></a:lvl1pPr></p:titleStyle>"
            + "<p:bodyStyle><a:lvl1pPr marL=\"228600\" indent=\"-228600\"><a:lnSpc><a:spcPct val=\"90000\"/></a:lnSpc><a:spcBef><a:spcPts val=\"1000\"/></a:spcBef><a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/><a:defRPr sz=\"2800\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr></p:bodyStyle>"
            + "<p:otherStyle><a:lvl1pPr><a:defRPr sz=\"1800\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill></a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>";
    }

    const string Group = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";

    static string Foot => Place("Footer", "ftr", 10) + Place("Number", "sldNum", 11);

    /// <summary>A placeholder; without a place of its own, it stands where the master has it.</summary>
    static string Place(string name, string? type, int? index, int x = 0, int y = 0, int width = 0, int height = 0, int? size = null, string? anchor = null) =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"ID\" name=\"{name}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph{(type is null ? "" : $" type=\"{type}\"")}{(index is null ? "" : $" idx=\"{index}\"")}/></p:nvPr></p:nvSpPr>"
        + (width == 0 ? "<p:spPr/>" : $"<p:spPr><a:xfrm><a:off x=\"{x * 12700}\" y=\"{y * 12700}\"/><a:ext cx=\"{width * 12700}\" cy=\"{height * 12700}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>")
        + $"<p:txBody><a:bodyPr{(anchor is null ? "" : $" anchor=\"{anchor}\"")}><a:normAutofit/></a:bodyPr><a:lstStyle>{(size is null ? "" : $"<a:lvl1pPr><a:defRPr sz=\"{size}\"/></a:lvl1pPr>")}</a:lstStyle>"
        + $"<a:p>{(type == "sldNum" ? "<a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr lang=\"en-US\"/><a:t>‹#›</a:t></a:fld>" : "<a:r><a:rPr lang=\"en-US\"/><a:t>Click to edit</a:t></a:r>")}</a:p></p:txBody></p:sp>";

    static string Numbered(string places)
    {
        var parts = places.Split("\"ID\"");
        return string.Concat(parts.Select((part, index) => index == 0 ? part : $"\"{index + 1}\"{part}"));
    }

    static string Types(bool macros) => "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
        + $"<Override PartName=\"/ppt/presentation.xml\" ContentType=\"{(macros ? "application/vnd.ms-powerpoint.template.macroEnabled.main+xml" : $"{Format}template.main+xml")}\"/>"
        + $"<Override PartName=\"/ppt/slideMasters/slideMaster1.xml\" ContentType=\"{Format}slideMaster+xml\"/><Override PartName=\"/ppt/slides/slide1.xml\" ContentType=\"{Format}slide+xml\"/><Override PartName=\"/ppt/theme/theme1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.theme+xml\"/>"
        + string.Concat(Layouts.Select((_, index) => $"<Override PartName=\"/ppt/slideLayouts/slideLayout{index + 1}.xml\" ContentType=\"{Format}slideLayout+xml\"/>"))
        + (macros ? "<Override PartName=\"/ppt/vbaProject.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>" : "") + "</Types>";

    static string Relationships(params IEnumerable<(string Id, string Type, string Target)> all) => "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{Office}{one.Type}\" Target=\"{one.Target}\"/>")) + "</Relationships>";

    static string Theme
    {
        get
        {
            const string Fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
            const string Line = $"<a:ln w=\"9525\">{Fill}</a:ln>";
            const string Effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
            (string Name, string Value)[] colors = [("dk1", "101820"), ("lt1", "FFFFFF"), ("dk2", "2D2A4A"), ("lt2", "EFE9DC"), ("accent1", "C8102E"), ("accent2", "F2A900"), ("accent3", "00A3AD"), ("accent4", "FFC72C"), ("accent5", "5B7F95"), ("accent6", "7A9A01"), ("hlink", "0563C1"), ("folHlink", "954F72")];
            return $"<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"{ThemeName}\"><a:themeElements><a:clrScheme name=\"Acme\">{string.Concat(colors.Select(color => $"<a:{color.Name}><a:srgbClr val=\"{color.Value}\"/></a:{color.Name}>"))}</a:clrScheme>"
                + "<a:fontScheme name=\"Acme\"><a:majorFont><a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:majorFont><a:minorFont><a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:minorFont></a:fontScheme>"
                + $"<a:fmtScheme name=\"Acme\"><a:fillStyleLst>{Fill}{Fill}{Fill}</a:fillStyleLst><a:lnStyleLst>{Line}{Line}{Line}</a:lnStyleLst><a:effectStyleLst>{Effect}{Effect}{Effect}</a:effectStyleLst><a:bgFillStyleLst>{Fill}{Fill}{Fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
        }
    }

    static void Add(ZipArchive zip, string name, string text) => zip.CreateEntry(name).Open().Using(stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    static void Using(this Stream stream, Action<Stream> write)
    {
        using (stream)
            write(stream);
    }
}
