using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>A master, with its theme.</summary>
sealed record MasterLayer(string Part, XElement Root, IReadOnlyList<DeckShape> Shapes, XElement? Theme, DeckColors Colors)
{
    internal IReadOnlyList<DeckShape> Placeholders { get; } = ShapeTree.Placeholders(Shapes);
}

/// <summary>A layout, with its master.</summary>
sealed record LayoutLayer(string Part, XElement Root, IReadOnlyList<DeckShape> Shapes, MasterLayer Master)
{
    internal IReadOnlyList<DeckShape> Placeholders { get; } = ShapeTree.Placeholders(Shapes);
    internal string Name => (string?)Root.Element(P + "cSld")?.Attribute("name") ?? "";
    internal string Type => (string?)Root.Attribute("type") ?? "";

    /// <summary>The layout's largest places for text are its body; in smaller ones stand captions, column headings, attributions.</summary>
    internal bool IsBody(PlaceholderKey key)
    {
        var texts = Placeholders.Where(shape => shape.Placeholder is { Type: "body" or "obj" or "subTitle" } && AreaOf(shape) > 0).ToList();
        var place = texts.FirstOrDefault(shape => shape.Placeholder!.Value.Index == key.Index);
        return Type is not ("picTx" or "objTx") && (place is null || AreaOf(place) >= LeastShareOfBody * texts.Max(AreaOf));
    }

    /// <summary>Of the largest: columns of unequal width are both body.</summary>
    const double LeastShareOfBody = 0.4;

    double AreaOf(DeckShape shape) => (shape.Frame ?? Master.Placeholders.FirstOrDefault(other => other.Placeholder!.Value.Family == shape.Placeholder!.Value.Family)?.Frame)?.Area() ?? 0;
}

/// <summary>Layouts and masters, each read once for all their slides, unless there are more than a deck has.</summary>
sealed class DeckLayers(PackageReader package)
{
    /// <summary>More are read again, so that a hostile file fills no memory.</summary>
    const int MostKept = 64;

    readonly Dictionary<string, LayoutLayer?> _layouts = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, MasterLayer> _masters = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Null when the slide has no layout with a master, which is a finding of its own.</returns>
    internal LayoutLayer? LayoutOf(string slide) => TargetOf(slide, RelationshipTypes.SlideLayout) is { } part ? Kept(_layouts, part, LayoutAt) : null;

    LayoutLayer? LayoutAt(string part)
    {
        if (TargetOf(part, RelationshipTypes.SlideMaster) is not { } master)
            return null;
        var root = BoundedXml.Load(package, part);
        return new LayoutLayer(part, root, ShapeTree.Of(root), Kept(_masters, master, MasterAt));
    }

    MasterLayer MasterAt(string part)
    {
        var root = BoundedXml.Load(package, part);
        var theme = TargetOf(part, RelationshipTypes.Theme) is { } themePart ? BoundedXml.Load(package, themePart) : null;
        return new MasterLayer(part, root, ShapeTree.Of(root), theme, DeckColors.Of(theme, root.Element(P + "clrMap")));
    }

    string? TargetOf(string part, string type) => package.TargetOf(part, type);

    static T Kept<T>(Dictionary<string, T> kept, string part, Func<string, T> read)
    {
        if (kept.TryGetValue(part, out var layer))
            return layer;
        if (kept.Count >= MostKept)
            kept.Clear();
        return kept[part] = read(part);
    }
}
