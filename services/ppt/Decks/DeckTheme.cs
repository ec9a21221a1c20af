using System.Xml.Linq;

namespace CourseGen.Ppt.Decks;

/// <summary>The theme part: colours, fonts, and plain fills, lines and effects.</summary>
static class DeckTheme
{
    internal static XElement Of(DeckStyle style, ThemeFonts fonts) => XElement.Parse($"""
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="CourseGen {style.Name}">
          <a:themeElements>
            <a:clrScheme name="CourseGen {style.Name}">
              <a:dk1><a:srgbClr val="{style.Text}"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>
              <a:dk2><a:srgbClr val="{style.Primary}"/></a:dk2><a:lt2><a:srgbClr val="{style.Tint}"/></a:lt2>
              <a:accent1><a:srgbClr val="{style.Primary}"/></a:accent1><a:accent2><a:srgbClr val="{style.Secondary}"/></a:accent2>
              <a:accent3><a:srgbClr val="{style.Accent}"/></a:accent3><a:accent4><a:srgbClr val="{style.Muted}"/></a:accent4>
              <a:accent5><a:srgbClr val="{DeckStyle.CodeGround}"/></a:accent5><a:accent6><a:srgbClr val="{DeckStyle.CodeText}"/></a:accent6>
              <a:hlink><a:srgbClr val="{style.Link}"/></a:hlink><a:folHlink><a:srgbClr val="{style.Muted}"/></a:folHlink>
            </a:clrScheme>
            <a:fontScheme name="CourseGen">
              <a:majorFont>{FontsOf(fonts)}</a:majorFont>
              <a:minorFont>{FontsOf(fonts)}</a:minorFont>
            </a:fontScheme>
            <a:fmtScheme name="CourseGen">
              <a:fillStyleLst>{Fill}{Fill}{Fill}</a:fillStyleLst>
              <a:lnStyleLst>{Line(6350)}{Line(12700)}{Line(19050)}</a:lnStyleLst>
              <a:effectStyleLst>{NoEffect}{NoEffect}{NoEffect}</a:effectStyleLst>
              <a:bgFillStyleLst>{Fill}{Fill}{Fill}</a:bgFillStyleLst>
            </a:fmtScheme>
          </a:themeElements>
        </a:theme>
        """);

    const string Fill = """<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>""";
    const string NoEffect = "<a:effectStyle><a:effectLst/></a:effectStyle>";

    static string FontsOf(ThemeFonts fonts) =>
        $"""<a:latin typeface="{ThemeFonts.Latin}"/><a:ea typeface="{fonts.EastAsian}"/><a:cs typeface="{fonts.Complex}"/>{string.Concat(ThemeFonts.Scripts.Select(script => $"""<a:font script="{script.Script}" typeface="{script.Typeface}"/>"""))}""";

    static string Line(int width) => $"""<a:ln w="{width}">{Fill}</a:ln>""";
}
