using System.Xml.Linq;
using CourseGen.Ppt.Decks;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>A slide that is checked, with what it inherits from.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">Of the deck's slides, in points.</param>
sealed record DeckSlide(int Number, string Part, XElement Root, LayoutLayer Layout, XElement? DefaultText, Box Size)
{
    internal IReadOnlyList<DeckShape> Shapes { get; } = ShapeTree.Of(Root);

    internal DeckColors Colors { get; } = Layout.Master.Colors.Under(Root.Element(P + "clrMapOvr")?.Element(A + "overrideClrMapping")
        ?? Layout.Root.Element(P + "clrMapOvr")?.Element(A + "overrideClrMapping"));

    internal string Title => string.Join(' ', TitleShapes.SelectMany(shape => shape.Text!.Descendants(A + "t")).Select(text => text.Value))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? string.Join(' ', words) : "";

    internal IEnumerable<DeckShape> TitleShapes => Shapes.Where(shape => shape.Placeholder is { IsTitle: true } && shape.Text is not null);

    /// <summary>The layout's and the master's placeholders that a shape inherits from, the nearest first.</summary>
    internal IEnumerable<DeckShape> Ancestors(DeckShape shape)
    {
        if (shape.Placeholder is not { } key)
            yield break;
        var layout = Find(Layout.Placeholders, key, byIndex: true);
        if (layout is not null)
            yield return layout;
        if (Find(Layout.Master.Placeholders, layout?.Placeholder ?? key, byIndex: false) is { } master)
            yield return master;
    }

    /// <returns>In points; null when it stands nowhere, or where is not known.</returns>
    internal Box? FrameOf(DeckShape shape) => shape.Frame ?? (shape.Placeholder is null ? null : Ancestors(shape).Select(ancestor => ancestor.Frame).FirstOrDefault(frame => frame is not null));

    /// <param name="shapes">Placeholders.</param>
    static DeckShape? Find(IReadOnlyList<DeckShape> shapes, PlaceholderKey key, bool byIndex)
    {
        var family = shapes.Where(shape => shape.Placeholder!.Value.Family == key.Family);
        return (byIndex && !key.IsTitle ? family.FirstOrDefault(shape => shape.Placeholder!.Value.Index == key.Index) : null)
            ?? family.FirstOrDefault(shape => shape.Placeholder!.Value.Type == key.Type)
            ?? (byIndex ? null : family.FirstOrDefault());
    }
}
