using System.Runtime.InteropServices;

namespace CourseGen.Ppt.Decks;

/// <summary>A rectangle on a slide, in points. The product's own slides are 960 × 540 points (13.33 × 7.5 inches).</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Box(double X, double Y, double Width, double Height)
{
    internal const long EmuPerPoint = 12700;
    internal const double SlideWidth = 960;
    internal const double SlideHeight = 540;

    internal double Right => X + Width;
    internal double Bottom => Y + Height;

    /// <summary>Its upper part.</summary>
    internal Box Top(double height) => this with { Height = height };

    /// <summary>What is left below its upper part.</summary>
    internal Box Below(double height) => this with { Y = Y + height, Height = Height - height };

    /// <summary>As seen in a mirror: where it stands on a slide that is read from right to left.</summary>
    internal Box Mirrored(double slideWidth) => this with { X = slideWidth - Right };

    /// <summary>The largest place of these proportions in it, in its middle.</summary>
    internal Box Fitting(double width, double height)
    {
        var scale = Math.Min(Width / width, Height / height);
        return new Box(X + ((Width - (width * scale)) / 2), Y + ((Height - (height * scale)) / 2), width * scale, height * scale);
    }
}
