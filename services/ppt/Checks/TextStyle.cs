using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>Where a shape's text takes from what it does not say itself: the nearest list of paragraph styles that says it.</summary>
sealed class TextStyle
{
    static readonly string[] Fills = ["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"];

    readonly XElement? _own;
    readonly IReadOnlyList<XElement> _lists;
    readonly XElement? _shapeStyle;

    /// <param name="own">The text's own list.</param>
    /// <param name="shapeStyle">The colour of text by the shape's style, which comes after its own list.</param>
    TextStyle(XElement? own, IEnumerable<XElement?> inherited, XElement? shapeStyle = null)
    {
        _own = own;
        _lists = [.. ((IEnumerable<XElement?>)[own, .. inherited]).OfType<XElement>()];
        _shapeStyle = shapeStyle is { HasElements: true } ? shapeStyle : null;
    }

    internal static TextStyle Of(DeckShape shape, DeckSlide slide)
    {
        if (shape.Placeholder is not { } key)
            return new TextStyle(ListOf(shape.Text), [slide.DefaultText, Master(slide, "otherStyle")], shape.Element.Element(P + "style")?.Element(A + "fontRef"));
        var master = Master(slide, key.IsTitle ? "titleStyle" : key.Family == "body" ? "bodyStyle" : "otherStyle");
        return new TextStyle(ListOf(shape.Text), [.. slide.Ancestors(shape).Select(ancestor => ListOf(ancestor.Text)), master, slide.DefaultText]);
    }

    /// <param name="text">A cell's <c>txBody</c>.</param>
    internal static TextStyle OfCell(XElement text, DeckSlide slide) => new(ListOf(text), [slide.DefaultText, Master(slide, "otherStyle")]);

    /// <summary>Of a paragraph.</summary>
    internal string? Paragraph(XElement? properties, int level, string attribute) =>
        (string?)properties?.Attribute(attribute) ?? Levels(level).Select(style => (string?)style.Attribute(attribute)).FirstOrDefault(value => value is not null);

    /// <summary>Of a paragraph: the nearest element of any of the names.</summary>
    internal XElement? ParagraphChild(XElement? properties, int level, params string[] names) =>
        Child(properties, names) ?? Levels(level).Select(style => Child(style, names)).FirstOrDefault(child => child is not null);

    /// <summary>Of a run.</summary>
    internal string? Run(XElement? properties, int level, string attribute) =>
        (string?)properties?.Attribute(attribute)
        ?? Levels(level).Select(style => (string?)style.Element(A + "defRPr")?.Attribute(attribute)).FirstOrDefault(value => value is not null);

    internal XElement? RunChild(XElement? properties, int level, params string[] names) =>
        Child(properties, names) ?? Levels(level).Select(style => Child(style.Element(A + "defRPr"), names)).FirstOrDefault(child => child is not null);

    /// <returns>A fill, or what holds one colour; null for the default colour of text.</returns>
    internal XElement? Fill(XElement? properties, int level) =>
        Child(properties, Fills)
        ?? (_own is null ? null : LevelsOf(_own, level).Select(style => Child(style.Element(A + "defRPr"), Fills)).FirstOrDefault(fill => fill is not null))
        ?? _shapeStyle
        ?? RunChild(null, level, Fills);

    static XElement? ListOf(XElement? text) => text?.Element(A + "lstStyle");

    static XElement? Master(DeckSlide slide, string name) => slide.Layout.Master.Root.Element(P + "txStyles")?.Element(P + name);

    static XElement? Child(XElement? parent, string[] names) => parent?.Elements().FirstOrDefault(child => child.Name.Namespace == A && names.Contains(child.Name.LocalName));

    IEnumerable<XElement> Levels(int level) => _lists.SelectMany(list => LevelsOf(list, level));

    static IEnumerable<XElement> LevelsOf(XElement list, int level) =>
        ((IEnumerable<XElement?>)[list.Element(A + $"lvl{level + 1}pPr"), list.Element(A + "defPPr")]).OfType<XElement>();
}
