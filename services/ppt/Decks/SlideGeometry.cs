using System.Runtime.InteropServices;
using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.Decks;

/// <summary>A rectangle on a slide of 960 × 540 points (13.33 × 7.5 inches).</summary>
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
}

/// <summary>Where each layout has its placeholders. Margins of at least half an inch; gaps of at least 0.3 inches.</summary>
static class SlideGeometry
{
    internal static readonly Box Title = new(50, 24, 860, 74);
    internal static readonly Box Body = new(50, 122, 860, 366);
    internal static readonly Box Footer = new(50, 501, 640, 22);
    internal static readonly Box SlideNumber = new(830, 501, 80, 22);

    internal static readonly Box SummaryPanel = new(36, 114, 888, 378);
    internal static readonly Box Summary = new(56, 134, 848, 340);

    internal static readonly Box PictureLeft = new(50, 122, 474, 366);
    internal static readonly Box TextBesideLeft = new(550, 122, 360, 366);
    internal static readonly Box PictureRight = new(436, 122, 474, 366);
    internal static readonly Box TextBesideRight = new(50, 122, 360, 366);

    internal static readonly Box LeftHeading = new(50, 122, 415, 36);
    internal static readonly Box LeftColumn = new(50, 166, 415, 322);
    internal static readonly Box RightHeading = new(495, 122, 415, 36);
    internal static readonly Box RightColumn = new(495, 166, 415, 322);

    internal static readonly Box CoverTitle = new(80, 130, 780, 150);
    internal static readonly Box CoverSubtitle = new(80, 300, 780, 66);
    internal static readonly Box CoverBody = new(80, 380, 780, 100);

    internal static readonly Box SectionTitle = new(80, 110, 780, 120);
    internal static readonly Box SectionSubtitle = new(80, 242, 780, 76);
    internal static readonly Box SectionBody = new(80, 330, 780, 150);

    internal static readonly Box LessonTitle = new(300, 130, 610, 160);
    internal static readonly Box LessonSubtitle = new(300, 306, 610, 60);
    internal static readonly Box LessonBody = new(300, 376, 610, 112);

    internal static readonly Box Quote = new(110, 150, 740, 220);
    internal static readonly Box Attribution = new(110, 382, 740, 40);

    /// <summary>Inside a text placeholder: 0.1 inches left and right, 0.05 above and below.</summary>
    internal const double InsetX = 7.2;
    internal const double InsetY = 3.6;
    internal const double Gap = 22;

    internal static (Box Title, Box? Subtitle, Box Body) Of(SlideLayout layout) => layout switch
    {
        SlideLayout.Cover or SlideLayout.Closing => (CoverTitle, CoverSubtitle, CoverBody),
        SlideLayout.Section => (SectionTitle, SectionSubtitle, SectionBody),
        SlideLayout.LessonTitle => (LessonTitle, LessonSubtitle, LessonBody),
        SlideLayout.TextImageLeft => (Title, null, TextBesideLeft),
        SlideLayout.TextImageRight => (Title, null, TextBesideRight),
        SlideLayout.TwoColumns => (Title, null, LeftColumn),
        SlideLayout.Quote => (Title, null, Quote),
        SlideLayout.Summary => (Title, null, Summary),
        _ => (Title, null, Body),
    };

    internal static Box PictureOf(SlideLayout layout) => layout == SlideLayout.TextImageLeft ? PictureLeft : PictureRight;
}
