using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Templates;

/// <summary>A layout of a template.</summary>
/// <param name="Part">Its name in the template.</param>
/// <param name="Type">As PowerPoint writes it, or null.</param>
sealed record TemplateLayout(string Part, string Name, string? Type, IReadOnlyList<TemplatePlace> Places)
{
    internal static TemplateLayout Of(string part, XElement layout, XElement master) => new(
        part, ((string?)layout.Element(P + "cSld")?.Attribute("name") ?? "").Trim(), (string?)layout.Attribute("type"), TemplatePlace.Of(layout, master));

    internal bool Has(string type) => Places.Any(place => place.Type == type);

    /// <summary>Its largest place for text.</summary>
    internal TemplatePlace? Content => Places.Where(place => place.IsText).MaxBy(place => place.Box.Width * place.Box.Height);

    internal int Texts => Places.Count(place => place.IsText);
}

/// <summary>Finds the layout of a template that serves a kind of slide: by its name, then by its type and what it has places for.</summary>
sealed class TemplateLayouts(IReadOnlyList<TemplateLayout> layouts)
{
    /// <summary>Names that PowerPoint and people give, in the product's languages.</summary>
    static readonly Dictionary<SlideLayout, string[]> Names = new()
    {
        [SlideLayout.Cover] = ["title slide", "portada", "diapositiva de título"],
        [SlideLayout.Agenda] = ["contents", "índice", "contenido"],
        [SlideLayout.Section] = ["section header", "module", "encabezado de sección", "módulo"],
        [SlideLayout.LessonTitle] = ["lesson", "lección", "título de lección"],
        [SlideLayout.TitleContent] = ["título y objetos", "title, content", "título y contenido"],
        [SlideLayout.TextImageLeft] = ["picture and text", "image left", "imagen a la izquierda"],
        [SlideLayout.TextImageRight] = ["text and picture", "image right", "imagen a la derecha"],
        [SlideLayout.TwoColumns] = ["comparison", "two content", "title, 2 content", "comparación", "dos objetos", "dos columnas"],
        [SlideLayout.Table] = ["title and table", "tabla"],
        [SlideLayout.Code] = ["código"],
        [SlideLayout.Quote] = ["quotation", "cita"],
        [SlideLayout.Summary] = ["resumen"],
        [SlideLayout.References] = ["referencias", "sources"],
        [SlideLayout.Glossary] = ["glosario"],
        [SlideLayout.Closing] = ["thank you", "thanks", "end", "gracias", "cierre"],
    };

    /// <returns>The layout; and whether it is meant for this, or stands in.</returns>
    internal (TemplateLayout Layout, bool Matched) For(SlideLayout kind) =>
        (ByName(kind) ?? ByType(kind)) is { } found ? (found, true) : (StandIn(kind), false);

    TemplateLayout? ByName(SlideLayout kind) => Names[kind].Prepend(DeckLayouts.NameOf(kind))
        .Select(name => layouts.FirstOrDefault(layout => layout.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && layout.Places.Any(place => place.IsTitle)))
        .FirstOrDefault(found => found is not null);

    TemplateLayout? ByType(SlideLayout kind) => kind switch
    {
        SlideLayout.Cover => OfType("title"),
        SlideLayout.Section => OfType("secHead"),
        SlideLayout.TitleContent => OfType("obj") ?? OfType("tx"),
        SlideLayout.TextImageLeft or SlideLayout.TextImageRight => Pictured(kind == SlideLayout.TextImageLeft),
        SlideLayout.TwoColumns => OfType("twoTxTwoObj") ?? OfType("twoObj"),
        SlideLayout.Table => OfType("tbl"),
        _ => null,
    };

    TemplateLayout? OfType(string type) => layouts.FirstOrDefault(layout => layout.Type == type && layout.Places.Any(place => place.IsTitle));

    /// <summary>One picture beside one text, on the side that is asked for.</summary>
    TemplateLayout? Pictured(bool left) => layouts.FirstOrDefault(layout => layout.Places.Any(place => place.IsTitle)
        && layout.Places.Where(place => place.Type == "pic").ToList() is [var picture]
        && layout.Places.Where(place => place.IsText).ToList() is [var text]
        && (left ? picture.Box.Right <= text.Box.X : text.Box.Right <= picture.Box.X));

    TemplateLayout StandIn(SlideLayout kind) => kind switch
    {
        SlideLayout.Closing => For(SlideLayout.Cover).Layout,
        SlideLayout.LessonTitle => For(SlideLayout.Section).Layout,
        SlideLayout.TitleContent => layouts.FirstOrDefault(layout => layout.Texts == 1 && layout.Places.Any(place => place.IsTitle)) ?? layouts[0],
        _ => For(SlideLayout.TitleContent).Layout,
    };
}
