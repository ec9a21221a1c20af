using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>Whether a slide says what it must: a title, no placeholder left empty, words for its pictures, headers for its tables.</summary>
static class ContentRules
{
    /// <summary>Placeholders that only a picture, table or chart fills.</summary>
    static readonly string[] Figures = ["pic", "tbl", "chart", "media", "clipArt", "dgm"];

    internal static void Check(SlideView view)
    {
        if (view.Slide.Title.Length == 0)
            view.Error(DeckRules.Title, "The slide has no title; fill its title placeholder, which readers and outlines name the slide by.");
        if (view.Slide.Title.Length > 0 && view.Slide.Shapes.FirstOrDefault(IsRead) is { Placeholder: not { IsTitle: true } } first)
            view.Warning(DeckRules.ReadingOrder, $"'{first.Name}' is read before the title; send it behind the title in the order of objects.");
        foreach (var shape in view.Slide.Shapes.Where(shape => shape.IsShape))
            CheckFilled(view, shape);
        foreach (var shape in view.Slide.Shapes.Where(shape => (shape.IsPicture || shape.IsFrame) && !shape.Covered))
            CheckDescription(view, shape);
        foreach (var table in view.Tables.Where(table => !table.HasHeader))
            view.Error(DeckRules.TableHeader, $"Table '{table.Shape.Name}' has no header row; mark its first row as the header.");
    }

    /// <summary>By a screen reader, in the order of the shapes.</summary>
    static bool IsRead(DeckShape shape) => shape.IsShape
        ? shape.Placeholder is not { IsFooter: true } && shape.Element.Descendants(A + "t").Any(text => !string.IsNullOrWhiteSpace(text.Value))
        : shape.IsFrame || (shape.IsPicture && shape.Properties is { } properties && !AltText.IsDecorative(properties));

    static void CheckFilled(SlideView view, DeckShape shape)
    {
        if (shape.Placeholder is not { IsFooter: false, IsTitle: false } key || shape.Element.Descendants(A + "fld").Any() || shape.ShapeProperties?.Element(A + "blipFill") is not null
            || shape.Element.Descendants(A + "t").Any(text => !string.IsNullOrWhiteSpace(text.Value)))
            return;
        var what = Figures.Contains(key.Type) ? "fill it" : "write into it";
        view.Warning(DeckRules.EmptyPlaceholder, $"Placeholder '{shape.Name}' is empty; {what}, or delete it.");
    }

    static void CheckDescription(SlideView view, DeckShape shape)
    {
        if (shape.Properties is { } properties && !AltText.IsDecorative(properties) && AltText.FaultOf(properties) is { } fault)
            view.Error(DeckRules.AltText, $"{char.ToUpperInvariant(shape.Kind[0])}{shape.Kind[1..]} '{shape.Name}' {fault}; say in {AltText.Least} to {AltText.Most} characters what it shows, or mark it as decorative.");
    }
}
