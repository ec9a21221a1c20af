using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>What a place on a layout is for.</summary>
enum SlotRole { Title, Subtitle, Body, LeftHeading, RightHeading, RightColumn, Picture, Caption, Table, Code, Attribution, Callout, Footer, Number }

/// <summary>How a place sets its text.</summary>
/// <param name="Size">Points.</param>
/// <param name="Color">A colour of the theme, or null for the master's.</param>
/// <param name="Bullets">As the master has them; else plain paragraphs.</param>
sealed record TextStyle(double Size, string? Color = null, bool Bold = false, bool Italic = false, bool Bullets = false, string Anchor = "t", string Align = "l")
{
    /// <summary>Autofit makes text smaller by a tenth at most; what needs more goes on on another slide.</summary>
    internal const double MostShrink = 0.9;

    /// <summary>Points: no shrinking makes text smaller, which an audience could not read.</summary>
    internal const double LeastReadable = 18;

    internal double LeastSize => Size * LeastShrink(Size);

    /// <summary>The least share of a size that autofit may make of it.</summary>
    internal static double LeastShrink(double size) => Math.Max(MostShrink, Math.Min(1, LeastReadable / size));
}

/// <summary>A place on a layout.</summary>
/// <param name="Type">Of its placeholder, as in <c>p:ph</c>; null for content of any kind.</param>
/// <param name="Index">Of its placeholder; null where the layout has none for this, so that a shape of its own stands there.</param>
sealed record Slot(string Name, string? Type, int? Index, Box Box, TextStyle Style)
{
    /// <summary>Inside a text placeholder: 0.1 inches left and right, 0.05 above and below.</summary>
    internal const double InsetX = 7.2;
    internal const double InsetY = 3.6;

    /// <summary>Fill of the text where it stands in a shape of its own, of a customer's template; null: the style's colour.</summary>
    internal XElement? Ink { get; init; }

    internal bool IsPlaceholder => Index is not null;

    /// <summary>It stands elsewhere than its layout has it.</summary>
    internal bool IsMoved { get; init; }

    internal XElement Placeholder => new(P + "ph",
        Type is null ? null : new XAttribute("type", Type),
        Type is "ftr" or "sldNum" ? new XAttribute("sz", "quarter") : null,
        Index is null or 0 ? null : new XAttribute("idx", Index));
}

/// <summary>A slide layout as what fills it sees it: places by what they are for.</summary>
/// <param name="Name">As people see it in PowerPoint.</param>
/// <param name="Flexible">A picture's column may be wider or narrower than its place, as its proportions need.</param>
/// <param name="Area">What text and a diagram may share otherwise than the layout has it; null: nothing.</param>
sealed record SlideForm(SlideLayout Layout, string Name, IReadOnlyDictionary<SlotRole, Slot> Slots, bool Flexible = false, Box? Area = null)
{
    internal Slot this[SlotRole role] => Slots[role];

    internal Slot? Find(SlotRole role) => Slots.GetValueOrDefault(role);

    internal Slot Title => Slots[SlotRole.Title];
    internal Slot Body => Slots[SlotRole.Body];
}
