using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Fonts;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Decks;

/// <summary>What slides are written on: a form for each kind of slide, the fonts that measure them, and the parts that a deck needs of it.</summary>
sealed class DeckTemplate(IReadOnlyDictionary<SlideLayout, SlideForm> forms, DeckFonts fonts, bool rightToLeft)
{
    /// <summary>The product's own, which every course has that brings none.</summary>
    internal static DeckTemplate Default => StyledTemplate.Of(DeckStyle.Professional, "en");

    internal DeckFonts Fonts => fonts;
    /// <summary>Slides are read from right to left.</summary>
    internal bool RightToLeft => rightToLeft;
    internal ParagraphSpacing Spacing { get; init; } = ParagraphSpacing.Styled;
    internal SlideColors Colors { get; init; } = SlideColors.Styled;
    internal TextFit Fit => field ??= new TextFit(fonts, Spacing);

    /// <summary>EMU.</summary>
    internal (long Width, long Height) Size { get; init; } = (12192000, 6858000);

    /// <summary>A whole slide, in points.</summary>
    internal Box Slide => new(0, 0, Size.Width / (double)Box.EmuPerPoint, Size.Height / (double)Box.EmuPerPoint);

    /// <summary>Where a template that was brought does not match, with the remedy; empty for the product's own.</summary>
    internal IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What of a template that was brought serves which kind of slide; empty for the product's own.</summary>
    internal IReadOnlyList<TemplateMatch> Matches { get; init; } = [];

    /// <summary>Adds its masters, layouts and themes; gives each kind of slide its layout's part.</summary>
    internal required Func<PackageFile, PresentationFrame, IReadOnlyDictionary<SlideLayout, PackagePart>> AddTo { get; init; }

    internal SlideForm this[SlideLayout layout] => forms[layout];
}

/// <summary>The typefaces of a deck.</summary>
sealed record DeckFonts(FontFace Heading, FontFace HeadingBold, FontFace Body, FontFace BodyBold)
{
    internal static DeckFonts Of(string heading, string body) => new(FontFace.Of(heading), FontFace.Of(heading, bold: true), FontFace.Of(body), FontFace.Of(body, bold: true));
}

/// <summary>Which layout of a template serves a kind of slide.</summary>
/// <param name="TemplateLayout">Its name in the template.</param>
/// <param name="Matched">False where the template has no layout for it, so that another stands in.</param>
/// <param name="Missing">What that layout has no placeholder for.</param>
public sealed record TemplateMatch(SlideLayout Layout, string TemplateLayout, bool Matched, IReadOnlyList<string> Missing);
