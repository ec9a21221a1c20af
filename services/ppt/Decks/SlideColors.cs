using System.Xml.Linq;

namespace CourseGen.Ppt.Decks;

/// <summary>The colours of what stands on slides besides their placeholders.</summary>
/// <param name="Heading">Of headings in text: a colour of the theme, or null for the text's own.</param>
/// <param name="OnShapes">Makes colours of shapes with a fill of their own readable in the template's theme.</param>
/// <param name="NeedsPanel">The slides' ground is not the theme's, so that lines and labels need one of their own.</param>
/// <param name="LinksAsText">The theme's colour of links cannot be read on the slides' ground.</param>
sealed record SlideColors(string? Heading, Func<XElement, XElement> OnShapes, bool NeedsPanel, bool LinksAsText)
{
    /// <summary>The product's own, which its themes are made for.</summary>
    internal static readonly SlideColors Styled = new("tx2", shape => shape, NeedsPanel: false, LinksAsText: false);
}

/// <summary>How a template sets paragraphs, for measuring them.</summary>
/// <param name="Indent">Of a bullet's text, in points.</param>
/// <param name="Between">From paragraph to paragraph, and above the first, because some programs show it; in lines.</param>
/// <param name="Line">Height of a line, as a share of the font's own.</param>
sealed record ParagraphSpacing(double Indent, double Between, double Line)
{
    /// <summary>The product's own masters'.</summary>
    internal static readonly ParagraphSpacing Styled = new(TextFit.BulletIndent, TextFit.SpaceBefore, 1);
}
