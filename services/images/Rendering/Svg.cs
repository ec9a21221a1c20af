using System.Globalization;
using System.Text;
using System.Xml;
using CourseGen.Documents.Diagrams;

namespace CourseGen.Images.Rendering;

/// <summary>Writes a drawing as SVG 1.1 that needs nothing else: text stays text, in the reader's sans-serif font.</summary>
static class Svg
{
    const string Namespace = "http://www.w3.org/2000/svg";
    const string Fonts = "'Liberation Sans', Arial, Helvetica, sans-serif";

    public static byte[] Write(Drawing drawing)
    {
        using var file = new MemoryStream();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CheckCharacters = true };
        using (var svg = XmlWriter.Create(file, settings))
        {
            svg.WriteStartElement("svg", Namespace);
            svg.WriteAttributeString("viewBox", $"0 0 {drawing.Width} {drawing.Height}");
            svg.WriteAttributeString("role", "img");
            svg.WriteAttributeString("font-family", Fonts);
            svg.WriteElementString("title", Namespace, drawing.Title);
            Write(svg, new Area(VectorPath.RoundedBox(new Rect(0, 0, drawing.Width, drawing.Height), 0), Paint.Flat(Color.White)), 0);
            foreach (var (number, shape) in drawing.Shapes.Index())
                Write(svg, shape, number + 1);
            svg.WriteEndElement();
        }
        file.WriteByte((byte)'\n');
        return file.ToArray();
    }

    static void Write(XmlWriter svg, Shape shape, int number)
    {
        switch (shape)
        {
            case Area area:
                WriteArea(svg, area, $"fill-{number}");
                break;
            case Stroke stroke:
                svg.WriteStartElement("path", Namespace);
                svg.WriteAttributeString("d", PathData(stroke.Path));
                svg.WriteAttributeString("fill", "none");
                svg.WriteAttributeString("stroke", stroke.Color.Hex);
                svg.WriteAttributeString("stroke-width", Text(stroke.Width));
                svg.WriteEndElement();
                break;
            case TextLine text:
                WriteText(svg, text);
                break;
        }
    }

    static void WriteArea(XmlWriter svg, Area area, string gradient)
    {
        if (!area.Paint.IsFlat)
            WriteGradient(svg, area.Paint, gradient);
        svg.WriteStartElement("path", Namespace);
        svg.WriteAttributeString("d", PathData(area.Path));
        svg.WriteAttributeString("fill", area.Paint.IsFlat ? area.Paint.Top.Hex : $"url(#{gradient})");
        if (area.Paint.Opacity < 1)
            svg.WriteAttributeString("fill-opacity", Text(area.Paint.Opacity));
        svg.WriteEndElement();
    }

    static void WriteGradient(XmlWriter svg, Paint paint, string id)
    {
        svg.WriteStartElement("linearGradient", Namespace);
        svg.WriteAttributeString("id", id);
        svg.WriteAttributeString("x2", "0");
        svg.WriteAttributeString("y2", "1");
        foreach (var (offset, color) in new[] { ("0", paint.Top), ("1", paint.Bottom) })
        {
            svg.WriteStartElement("stop", Namespace);
            svg.WriteAttributeString("offset", offset);
            svg.WriteAttributeString("stop-color", color.Hex);
            svg.WriteEndElement();
        }
        svg.WriteEndElement();
    }

    static void WriteText(XmlWriter svg, TextLine text)
    {
        svg.WriteStartElement("text", Namespace);
        svg.WriteAttributeString("x", Text(text.At.X));
        svg.WriteAttributeString("y", Text(text.At.Y));
        svg.WriteAttributeString("font-size", Text(text.Size));
        svg.WriteAttributeString("fill", text.Color.Hex);
        if (text.Bold)
            svg.WriteAttributeString("font-weight", "bold");
        if (text.Centred)
            svg.WriteAttributeString("text-anchor", "middle");
        if (text.Meaning is { } meaning)
            svg.WriteElementString("title", Namespace, meaning);
        svg.WriteString(text.Text);
        svg.WriteEndElement();
    }

    static string PathData(VectorPath outline)
    {
        var data = new StringBuilder();
        foreach (var segment in outline.Segments)
        {
            if (segment.Kind == SegmentKind.Move && outline.Closed && data.Length > 0)
                data.Append('Z');
            data.Append(segment.Kind switch { SegmentKind.Move => 'M', SegmentKind.Line => 'L', _ => 'Q' });
            if (segment.Kind == SegmentKind.Curve)
                data.Append(Text(segment.Control.X)).Append(' ').Append(Text(segment.Control.Y)).Append(' ');
            data.Append(Text(segment.End.X)).Append(' ').Append(Text(segment.End.Y));
        }
        return data.Append(outline.Closed ? "Z" : "").ToString();
    }

    static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
