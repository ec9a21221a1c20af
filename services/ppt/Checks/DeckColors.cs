using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>What colour names stand for on a part: the theme's colours as the part's colour map names them.</summary>
sealed class DeckColors(IReadOnlyDictionary<string, Rgb> theme, IReadOnlyDictionary<string, string> map)
{
    internal static readonly DeckColors None = new(new Dictionary<string, Rgb>(), new Dictionary<string, string>());

    /// <param name="map"><c>clrMap</c> or <c>overrideClrMapping</c>.</param>
    internal static DeckColors Of(XElement? theme, XElement? map)
    {
        var colors = new Dictionary<string, Rgb>(StringComparer.Ordinal);
        foreach (var named in theme?.Element(A + "themeElements")?.Element(A + "clrScheme")?.Elements() ?? [])
        {
            if (named.Elements().FirstOrDefault() is { } color && None.Of(color) is { } known)
                colors[named.Name.LocalName] = known;
        }
        return new DeckColors(colors, MapOf(map));
    }

    /// <summary>The same theme under a part's own map.</summary>
    internal DeckColors Under(XElement? map) => map is null ? this : new DeckColors(theme, MapOf(map));

    /// <param name="fill">A <c>solidFill</c>, or what holds one colour.</param>
    /// <param name="placeholder">What <c>phClr</c> stands for.</param>
    /// <returns>Null when it cannot be known: transparent, by a rule this does not know, or no one colour.</returns>
    internal Rgb? OfFill(XElement? fill, Rgb? placeholder = null) => fill?.Elements().FirstOrDefault() is { } color ? Of(color, placeholder) : null;

    internal Rgb? Named(string name) =>
        theme.TryGetValue(map.GetValueOrDefault(name, name), out var color) ? color : null;

    Rgb? Of(XElement color, Rgb? placeholder = null)
    {
        var value = (string?)color.Attribute("val");
        var plain = color.Name.LocalName switch
        {
            "srgbClr" => Rgb.Parse(value),
            "sysClr" => Rgb.Parse((string?)color.Attribute("lastClr")) ?? (value == "window" ? new Rgb(1, 1, 1) : value == "windowText" ? default(Rgb) : null),
            "schemeClr" => value == "phClr" ? placeholder : Named(value ?? ""),
            "prstClr" => value switch { "black" => default(Rgb), "white" => new Rgb(1, 1, 1), _ => null },
            _ => null,
        };
        return color.Elements().Aggregate(plain, (known, change) => known is { } from ? Changed(from, change) : null);
    }

    static Rgb? Changed(Rgb color, XElement change)
    {
        if (!double.TryParse((string?)change.Attribute("val"), out var thousandths))
            return null;
        var share = thousandths / 100_000;
        return change.Name.LocalName switch
        {
            "lumMod" => color.Shifted(1, 0, share, 0),
            "lumOff" => color.Shifted(1, 0, 1, share),
            "satMod" => color.Shifted(share, 0, 1, 0),
            "satOff" => color.Shifted(1, share, 1, 0),
            "tint" => color.Mixed(new Rgb(1, 1, 1), 1 - share),
            "shade" => color.Mixed(new Rgb(0, 0, 0), 1 - share),
            "alpha" when share >= 1 => color,
            _ => null,
        };
    }

    static Dictionary<string, string> MapOf(XElement? map) =>
        map?.Attributes().Where(attribute => attribute.Name.Namespace == XNamespace.None).ToDictionary(attribute => attribute.Name.LocalName, attribute => attribute.Value, StringComparer.Ordinal) ?? [];
}
