using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.Decks;

/// <summary>Where the product's own layouts have their places. Margins of at least half an inch; gaps of at least 0.3 inches.</summary>
static class SlideGeometry
{
    internal static readonly Box Title = new(50, 24, 860, 74);
    internal static readonly Box Body = new(50, 122, 860, 366);
    internal static readonly Box SummaryPanel = new(36, 114, 888, 378);
    internal const double Gap = 22;

    static readonly Box Summary = new(56, 134, 848, 340);
    static readonly Box Footer = new(50, 501, 640, 22), Number = new(830, 501, 80, 22);
    static readonly Box LeftColumn = new(50, 166, 415, 322), RightColumn = new(495, 166, 415, 322);
    static readonly Box Quote = new(110, 150, 740, 220), Attribution = new(110, 382, 740, 40);
    static readonly Box PictureLeft = new(50, 122, 474, 330), PictureRight = new(436, 122, 474, 330);
    static readonly Box CoverTitle = new(80, 130, 780, 150), CoverSubtitle = new(80, 300, 780, 84), CoverBody = new(80, 396, 780, 100);
    static readonly Box SectionTitle = new(80, 110, 780, 120), SectionSubtitle = new(80, 246, 780, 98), SectionBody = new(80, 346, 780, 150);
    static readonly Box LessonTitle = new(300, 130, 610, 160), LessonSubtitle = new(300, 306, 610, 84), LessonBody = new(300, 396, 610, 96);

    static readonly TextStyle Content = new(24, Bullets: true), Narrow = new(22, Bullets: true), Small = new(20, Bullets: true);

    /// <summary>The slides that open or close something.</summary>
    internal static bool Opens(SlideLayout layout) => IsDark(layout) || layout == SlideLayout.LessonTitle;

    internal static bool IsDark(SlideLayout layout) => layout is SlideLayout.Cover or SlideLayout.Section or SlideLayout.Closing;

    internal static SlideForm FormOf(SlideLayout layout, bool mirrored)
    {
        IEnumerable<(SlotRole Role, Slot Slot)> slots = [.. SlotsOf(layout), .. Opens(layout) ? [] : Footers()];
        return new SlideForm(layout, DeckLayouts.NameOf(layout),
            slots.ToDictionary(slot => slot.Role, slot => mirrored ? slot.Slot with { Box = slot.Slot.Box.Mirrored(Box.SlideWidth) } : slot.Slot),
            Flexible: layout is SlideLayout.TextImageLeft or SlideLayout.TextImageRight, layout is SlideLayout.TextImageLeft or SlideLayout.TextImageRight ? Body : null);
    }

    static IEnumerable<(SlotRole Role, Slot Slot)> SlotsOf(SlideLayout layout) => layout switch
    {
        SlideLayout.Cover or SlideLayout.Closing => Opening("ctrTitle", "subTitle", CoverTitle, CoverSubtitle, CoverBody, "bg1", "bg1"),
        SlideLayout.Section => Opening("title", "body", SectionTitle, SectionSubtitle, SectionBody, "bg1", "bg1"),
        SlideLayout.LessonTitle => Opening("title", "body", LessonTitle, LessonSubtitle, LessonBody, "tx2", "accent4"),
        SlideLayout.TextImageLeft => [TitleSlot(), .. Pictured(PictureLeft, new Box(550, 122, 360, 366))],
        SlideLayout.TextImageRight => [TitleSlot(), .. Pictured(PictureRight, new Box(50, 122, 360, 366))],
        SlideLayout.TwoColumns => [TitleSlot(), .. Columns()],
        SlideLayout.Table => [TitleSlot(), ContentSlot(Body, Small), (SlotRole.Table, new Slot("Table", "tbl", 15, Body.Below(80), new TextStyle(16))), CalloutSlot(Body)],
        SlideLayout.Code => [TitleSlot(), ContentSlot(Body, Small), (SlotRole.Code, new Slot("Code", "body", 16, Body, new TextStyle(18, "accent6")))],
        SlideLayout.Quote => [TitleSlot(), ContentSlot(Quote, new TextStyle(30, "tx2", Italic: true)), (SlotRole.Attribution, new Slot("Attribution", "body", 17, Attribution, new TextStyle(20, "accent4")))],
        SlideLayout.Summary => [TitleSlot(), ContentSlot(Summary, Content), CalloutSlot(Summary)],
        SlideLayout.Agenda or SlideLayout.References or SlideLayout.Glossary => [TitleSlot(), ContentSlot(Body, Small), CalloutSlot(Body)],
        _ => [TitleSlot(), ContentSlot(Body, Content), CalloutSlot(Body)],
    };

    static (SlotRole, Slot) TitleSlot() => (SlotRole.Title, new Slot("Title", "title", 0, Title, new TextStyle(32, Bold: true, Anchor: "ctr")));

    static (SlotRole, Slot) ContentSlot(Box box, TextStyle style) => (SlotRole.Body, new Slot("Content", null, 1, box, style));

    static (SlotRole, Slot) CalloutSlot(Box box) => (SlotRole.Callout, new Slot("Callout", "body", 21, box with { Y = box.Bottom - 56, Height = 56 }, new TextStyle(20, "tx2", Anchor: "ctr")));

    static IEnumerable<(SlotRole Role, Slot Slot)> Opening(string title, string subtitle, Box titleBox, Box subtitleBox, Box body, string color, string subtitleColor) =>
    [
        (SlotRole.Title, new Slot("Title", title, 0, titleBox, new TextStyle(44, color, Bold: true, Anchor: "b"))),
        (SlotRole.Subtitle, new Slot("Subtitle", subtitle, 1, subtitleBox, new TextStyle(24, subtitleColor))),
        (SlotRole.Body, new Slot("Content", "body", 13, body, new TextStyle(20, color == "bg1" ? color : "tx1"))),
    ];

    static IEnumerable<(SlotRole Role, Slot Slot)> Pictured(Box picture, Box text) =>
    [
        ContentSlot(text, Narrow),
        (SlotRole.Picture, new Slot("Picture", "pic", 14, picture, new TextStyle(18, "accent4"))),
        (SlotRole.Caption, new Slot("Caption", "body", 20, picture with { Y = picture.Bottom + 4, Height = 32 }, new TextStyle(14, "accent4", Align: "ctr"))),
        CalloutSlot(text),
    ];

    static IEnumerable<(SlotRole Role, Slot Slot)> Columns() =>
    [
        (SlotRole.LeftHeading, new Slot("Left heading", "body", 1, new Box(50, 122, 415, 36), new TextStyle(22, "tx2", Bold: true, Anchor: "b"))),
        (SlotRole.Body, new Slot("Left column", null, 2, LeftColumn, Narrow)),
        (SlotRole.RightHeading, new Slot("Right heading", "body", 3, new Box(495, 122, 415, 36), new TextStyle(22, "tx2", Bold: true, Anchor: "b"))),
        (SlotRole.RightColumn, new Slot("Right column", null, 4, RightColumn, Narrow)),
    ];

    static IEnumerable<(SlotRole Role, Slot Slot)> Footers() =>
    [
        (SlotRole.Footer, new Slot("Footer", "ftr", 11, Footer, new TextStyle(12, "accent4", Anchor: "ctr"))),
        (SlotRole.Number, new Slot("Slide number", "sldNum", 12, Number, new TextStyle(12, "accent4", Anchor: "ctr", Align: "r"))),
    ];
}
