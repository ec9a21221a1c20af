using System.Globalization;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using static System.FormattableString;

namespace CourseGen.Ppt.Templates;

/// <summary>Says where a customer's template does not match, and what its designer can do about it.</summary>
static class TemplateWarnings
{
    const double Wide = 16.0 / 9, Tolerance = 0.02;
    const double PointsPerInch = 72;

    /// <param name="name">The template's file name.</param>
    /// <param name="textSize">Of text on content slides, in points.</param>
    internal static IReadOnlyList<string> Of(string name, Box slide, double textSize, int masters, IReadOnlyList<TemplateMatch> matches) =>
    [
        .. Math.Abs((slide.Width / slide.Height / Wide) - 1) > Tolerance
            ? [Invariant($"Deck template {name}: its slides are {slide.Width / PointsPerInch:0.##} × {slide.Height / PointsPerInch:0.##} inches, not 16:9, so less stands on each. Set the slide size to Widescreen (16:9) in it for fewer slides.")]
            : Array.Empty<string>(),
        .. masters > 1 ? [$"Deck template {name} has {masters} slide masters, and one is used: the first with room for content. Leave the one for courses first in it."] : Array.Empty<string>(),
        .. textSize < TextStyle.LeastReadable
            ? [Invariant($"Deck template {name} sets text on content slides at {textSize:0.#} points, which the back of a room cannot read. Set it at {TextStyle.LeastReadable:0} or more in its master.")]
            : Array.Empty<string>(),
        .. matches.Where(match => !match.Matched).GroupBy(match => match.TemplateLayout)
            .Select(one => $"Deck template {name} has no layout for {Listed(one.Select(match => match.Layout))}; its layout “{one.Key}” stands in. Name a layout {Names(one.Select(match => match.Layout))} to have it used."),
        .. matches.Where(match => match.Matched).SelectMany(match => match.Missing.Select(missing => (match.TemplateLayout, match.Layout, Missing: missing)))
            .GroupBy(one => one.TemplateLayout)
            .Select(one => $"Deck template {name}: the layout “{one.Key}” has no placeholder for {Joined(one.GroupBy(gap => gap.Missing).Select(gap => $"{Words(gap.Key)} ({Listed(gap.Select(place => place.Layout))})"))}; that stands on the slide as a shape of its own. Add the placeholder in PowerPoint (View, Slide Master)."),
    ];

    static string Listed(IEnumerable<SlideLayout> layouts) => Joined(layouts.Select(layout => DeckLayouts.NameOf(layout).ToLower(CultureInfo.InvariantCulture).Replace(", ", " with ", StringComparison.Ordinal)));

    static string Names(IEnumerable<SlideLayout> layouts) => Joined(layouts.Select(layout => $"“{DeckLayouts.NameOf(layout)}”"), "or");

    static string Joined(IEnumerable<string> parts, string last = "and")
    {
        var all = parts.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} {last} {all[^1]}";
    }

    static string Words(string role) => role switch
    {
        nameof(SlotRole.Title) => "a title",
        nameof(SlotRole.Subtitle) => "a subtitle",
        nameof(SlotRole.Picture) => "a picture",
        nameof(SlotRole.Table) => "a table",
        nameof(SlotRole.LeftHeading) => "a left heading",
        nameof(SlotRole.RightHeading) => "a right heading",
        nameof(SlotRole.RightColumn) => "a second column",
        _ => "content",
    };
}
