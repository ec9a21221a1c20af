using System.IO.Compression;
using System.Xml.Linq;

namespace CourseGen.Ppt.Tests.Checks;

/// <summary>Breaks a deck on purpose: changes one thing in its package.</summary>
static class DeckEdit
{
    internal static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    internal static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";

    internal static byte[] Xml(this byte[] deck, string part, Action<XElement> change) => Changed(deck, zip =>
    {
        var root = XElement.Parse(Text(zip, part), LoadOptions.PreserveWhitespace);
        change(root);
        Write(zip, part, System.Text.Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting)));
    });

    internal static byte[] Replace(this byte[] deck, string part, string old, string with) => Changed(deck, zip =>
    {
        var text = Text(zip, part);
        text.ShouldContain(old);
        Write(zip, part, System.Text.Encoding.UTF8.GetBytes(text.Replace(old, with)));
    });

    internal static byte[] Put(this byte[] deck, string part, byte[] content) => Changed(deck, zip => Write(zip, part, content));

    internal static byte[] Remove(this byte[] deck, string part) => Changed(deck, zip => zip.GetEntry(part)!.Delete());

    /// <summary>A slide's shape of a name.</summary>
    internal static XElement Shape(this XElement slide, string name) => slide.Descendants(P + "cNvPr").First(properties => (string?)properties.Attribute("name") == name).Parent!.Parent!;

    internal static XElement Properties(this XElement shape) => shape.Descendants(P + "cNvPr").First();

    static byte[] Changed(byte[] deck, Action<ZipArchive> change)
    {
        var stream = new MemoryStream();
        stream.Write(deck);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        return stream.ToArray();
    }

    static string Text(ZipArchive zip, string part)
    {
        using var reader = new StreamReader(zip.GetEntry(part).ShouldNotBeNull(part).Open());
        return reader.ReadToEnd();
    }

    static void Write(ZipArchive zip, string part, byte[] content)
    {
        zip.GetEntry(part)?.Delete();
        using var stream = zip.CreateEntry(part).Open();
        stream.Write(content);
    }
}
