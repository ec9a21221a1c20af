using System.Text;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>A flat OpenDocument presentation, from which LibreOffice makes a deck: two master pages, notes, a comment, a table, a transition, a link between slides.</summary>
static class OpenDocument
{
    internal static byte[] Presentation() => Encoding.UTF8.GetBytes(
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:smil="urn:oasis:names:tc:opendocument:xmlns:smil-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation">
          <office:styles/>
          <office:automatic-styles>
            <style:page-layout style:name="PM1"><style:page-layout-properties fo:page-width="33.867cm" fo:page-height="19.05cm" style:print-orientation="landscape"/></style:page-layout>
            <style:style style:name="light" style:family="drawing-page"><style:drawing-page-properties draw:fill="solid" draw:fill-color="#ffffff"/></style:style>
            <style:style style:name="dark" style:family="drawing-page"><style:drawing-page-properties draw:fill="solid" draw:fill-color="#223344"/></style:style>
            <style:style style:name="faded" style:family="drawing-page"><style:drawing-page-properties presentation:transition-speed="slow" smil:type="fade" smil:subtype="crossfade"/></style:style>
          </office:automatic-styles>
          <office:master-styles>
            <style:master-page style:name="Light" style:page-layout-name="PM1" draw:style-name="light"/>
            <style:master-page style:name="Dark" style:page-layout-name="PM1" draw:style-name="dark"/>
          </office:master-styles>
          <office:body><office:presentation>
            <draw:page draw:name="First" draw:master-page-name="Light" draw:style-name="faded">
              {Title("Drawn in LibreOffice")}
              <draw:frame svg:x="2cm" svg:y="6cm" svg:width="20cm" svg:height="3cm"><draw:text-box><text:p><text:a xlink:type="simple" xlink:href="#Third">To the third</text:a></text:p></draw:text-box></draw:frame>
              <office:annotation svg:x="1cm" svg:y="1cm"><dc:creator>Reviewer</dc:creator><dc:date>2021-06-08T19:35:00</dc:date><text:p>Is this still so?</text:p></office:annotation>
              {Notes("Notes of the first")}
            </draw:page>
            <draw:page draw:name="Second" draw:master-page-name="Dark">
              {Title("On a dark ground")}
              {Notes("Notes of the second")}
            </draw:page>
            <draw:page draw:name="Third" draw:master-page-name="Light">
              {Title("A table")}
              <draw:frame svg:x="2cm" svg:y="6cm" svg:width="20cm" svg:height="4cm"><table:table><table:table-column/><table:table-column/>{Row("Day", "Height")}{Row("Mon", "4.1")}</table:table></draw:frame>
              {Notes("Notes of the third")}
            </draw:page>
          </office:presentation></office:body>
        </office:document>
        """);

    static string Title(string text) =>
        $"""<draw:frame presentation:class="title" svg:x="2cm" svg:y="1cm" svg:width="29cm" svg:height="3cm"><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>""";

    static string Notes(string text) =>
        $"""<presentation:notes><draw:frame presentation:class="notes" svg:x="2cm" svg:y="14cm" svg:width="17cm" svg:height="12cm"><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame></presentation:notes>""";

    static string Row(params string[] cells) => $"<table:table-row>{string.Concat(cells.Select(cell => $"<table:table-cell><text:p>{cell}</text:p></table:table-cell>"))}</table:table-row>";
}
