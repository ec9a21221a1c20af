using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;

namespace CourseGen.Ppt.Templates;

/// <summary>What a template's layout offers to a kind of slide: its placeholders, and places for shapes where it has none.</summary>
static class TemplateForms
{
    const double Margin = 40, Gap = 26, HeadingHeight = 36, LargestHeading = 24, AttributionHeight = 40;
    /// <summary>Points: a place so high holds the subtitle and what follows it.</summary>
    const double LeastBody = 150;
    /// <summary>Points: lower places are no use to a diagram.</summary>
    const double LeastArea = 240;

    internal static SlideForm Of(SlideLayout kind, TemplateLayout layout, Box slide)
    {
        var slots = new Dictionary<SlotRole, Slot>();
        var title = layout.Places.FirstOrDefault(place => place.IsTitle);
        slots[SlotRole.Title] = title?.Slot ?? new Slot("Title", null, null, new Box(Margin, 24, slide.Width - (2 * Margin), 74), new TextStyle(32, Bold: true, Anchor: "ctr"));
        var texts = layout.Places.Where(place => place.IsText).ToList();
        if (SlideGeometry.Opens(kind))
            Opening(slots, texts, slide);
        else if (kind == SlideLayout.TwoColumns)
            Columns(slots, texts, RestOf(slots[SlotRole.Title].Box, slide));
        else
            Content(slots, layout, texts, kind, RestOf(slots[SlotRole.Title].Box, slide));
        Footers(slots, layout);
        var area = kind is SlideLayout.TextImageLeft or SlideLayout.TextImageRight ? AreaOf(slots[SlotRole.Title], slots[SlotRole.Body], slots[SlotRole.Picture]) : null;
        return new SlideForm(
            kind, layout.Name, slots.ToDictionary(slot => slot.Key, slot => slot.Value.IsPlaceholder ? slot.Value : slot.Value with { Ink = layout.Content?.Ink ?? title?.Ink }),
            Flexible: area is not null && !slots[SlotRole.Picture].IsPlaceholder, area);
    }

    /// <summary>Below the title; above it where it stands at the bottom.</summary>
    static Box RestOf(Box title, Box slide)
    {
        var (below, above) = (slide.Height - title.Bottom - Gap - (1.5 * Margin), title.Y - Gap - Margin);
        var (top, height) = below >= above ? (title.Bottom + Gap, below) : (Margin, above);
        return new Box(Margin, height < LeastBody ? slide.Height / 3 : top, slide.Width - (2 * Margin), Math.Max(height, LeastBody));
    }

    /// <summary>The subtitle, and what follows in the same or the next placeholder.</summary>
    static void Opening(Dictionary<SlotRole, Slot> slots, List<TemplatePlace> texts, Box slide)
    {
        var title = slots[SlotRole.Title].Box;
        var subtitle = texts.FirstOrDefault(place => place.Type == "subTitle") ?? texts.Take(1).FirstOrDefault(place => place.Box.Height < LeastBody);
        if (subtitle is { Box.Height: >= LeastBody } && texts.Count == 1)
        {
            Divide(slots, subtitle);
            return;
        }
        if (subtitle is not null)
            slots[SlotRole.Subtitle] = subtitle.Slot;
        var below = Math.Max(title.Bottom, subtitle?.Box.Bottom ?? 0) + 8;
        slots[SlotRole.Body] = texts.FirstOrDefault(place => place != subtitle)?.Slot
            ?? new Slot("Content", null, null, title with { Y = below, Height = Math.Max(40, slide.Height - below - Margin) }, new TextStyle(20, "tx1"));
    }

    /// <summary>A high place for the subtitle is for what follows it too.</summary>
    static void Divide(Dictionary<SlotRole, Slot> slots, TemplatePlace subtitle)
    {
        var (box, height) = (subtitle.Box, subtitle.Box.Height * 0.45);
        slots[SlotRole.Subtitle] = subtitle.Slot with { Box = box.Top(height), IsMoved = true };
        slots[SlotRole.Body] = new Slot("Content", null, null, box.Below(height), new TextStyle(20, "tx1"));
    }

    static void Columns(Dictionary<SlotRole, Slot> slots, List<TemplatePlace> texts, Box rest)
    {
        var across = texts.OrderBy(place => place.Box.X).ToList();
        if (texts.Count >= 4)
        {
            var (left, right) = (across.Take(2).OrderBy(place => place.Box.Y).ToList(), across.Skip(2).Take(2).OrderBy(place => place.Box.Y).ToList());
            (slots[SlotRole.LeftHeading], slots[SlotRole.Body]) = (left[0].Slot, left[1].Slot);
            (slots[SlotRole.RightHeading], slots[SlotRole.RightColumn]) = (right[0].Slot, right[1].Slot);
            return;
        }
        var two = texts.Count == 2;
        var columns = two ? [across[0].Slot, across[1].Slot] : Halves(texts.Count == 1 ? texts[0].Slot : Free("Column", rest));
        (slots[SlotRole.LeftHeading], slots[SlotRole.Body]) = Headed(columns[0]);
        (slots[SlotRole.RightHeading], slots[SlotRole.RightColumn]) = Headed(columns[1]);
    }

    /// <summary>The second one is a shape of its own.</summary>
    static Slot[] Halves(Slot whole)
    {
        var width = (whole.Box.Width - Gap) / 2;
        return [whole with { Box = whole.Box with { Width = width }, IsMoved = true }, Free("Column", whole.Box with { X = whole.Box.Right - width, Width = width }) with { Style = whole.Style }];
    }

    static (Slot Heading, Slot Column) Headed(Slot column) => (
        Free("Heading", column.Box.Top(HeadingHeight)) with { Style = new TextStyle(Math.Min(column.Style.Size, LargestHeading), "tx2", Bold: true, Anchor: "b") },
        column with { Box = column.Box.Below(HeadingHeight), IsMoved = true });

    static void Content(Dictionary<SlotRole, Slot> slots, TemplateLayout layout, List<TemplatePlace> texts, SlideLayout kind, Box rest)
    {
        var body = texts.OrderByDescending(place => place.Box.Width * place.Box.Height).FirstOrDefault()?.Slot ?? Free("Content", rest);
        slots[SlotRole.Body] = body;
        if (kind is SlideLayout.TextImageLeft or SlideLayout.TextImageRight)
            Pictured(slots, layout, body, kind == SlideLayout.TextImageLeft);
        if (kind == SlideLayout.Table && layout.Places.FirstOrDefault(place => place.Type == "tbl") is { } table)
            slots[SlotRole.Table] = table.Slot;
        if (kind == SlideLayout.Quote)
            slots[SlotRole.Attribution] = Free("Attribution", body.Box.Below(body.Box.Height - AttributionHeight)) with { Style = new TextStyle(20, "tx1") };
        if (kind == SlideLayout.Quote)
            slots[SlotRole.Body] = body with { Box = body.Box.Top(body.Box.Height - AttributionHeight), IsMoved = true };
    }

    static void Pictured(Dictionary<SlotRole, Slot> slots, TemplateLayout layout, Slot body, bool left)
    {
        if (layout.Places.FirstOrDefault(place => place.Type == "pic") is { } picture)
        {
            slots[SlotRole.Picture] = picture.Slot;
        }
        else
        {
            var width = (body.Box.Width - Gap) * 0.45;
            var (text, figure) = (body.Box with { Width = width }, body.Box with { Width = body.Box.Width - width - Gap });
            slots[SlotRole.Body] = body with { Box = left ? text with { X = body.Box.Right - width } : text, IsMoved = true };
            slots[SlotRole.Picture] = Free("Picture", left ? figure : figure with { X = body.Box.Right - figure.Width });
        }
        slots[SlotRole.Caption] = Free("Caption", slots[SlotRole.Picture].Box) with { Style = new TextStyle(14, "tx1", Align: "ctr") };
    }

    /// <returns>Of text beside a picture, both; null where the layout has them otherwise.</returns>
    static Box? AreaOf(Slot title, Slot text, Slot picture)
    {
        var (left, right) = text.Box.X < picture.Box.X ? (text.Box, picture.Box) : (picture.Box, text.Box);
        var (top, bottom) = (Math.Max(left.Y, right.Y), Math.Min(left.Bottom, right.Bottom));
        var area = new Box(left.X, top, right.Right - left.X, bottom - top);
        return left.Right <= right.X && area.Height >= LeastArea && area.Width >= LeastArea * 2 && (top >= title.Box.Bottom || bottom <= title.Box.Y) ? area : null;
    }

    static void Footers(Dictionary<SlotRole, Slot> slots, TemplateLayout layout)
    {
        if (layout.Places.FirstOrDefault(place => place.Type == "ftr") is { } footer)
            slots[SlotRole.Footer] = footer.Slot;
        if (layout.Places.FirstOrDefault(place => place.Type == "sldNum") is { } number)
            slots[SlotRole.Number] = number.Slot;
    }

    static Slot Free(string name, Box box) => new(name, null, null, box, new TextStyle(20, "tx1", Bullets: true));

    /// <summary>What a kind of slide would have, and this layout has no placeholder for.</summary>
    internal static IReadOnlyList<string> Missing(SlideForm form)
    {
        SlotRole[] wanted = form.Layout switch
        {
            SlideLayout.Cover or SlideLayout.Section or SlideLayout.LessonTitle or SlideLayout.Closing => [SlotRole.Title, SlotRole.Subtitle],
            SlideLayout.TextImageLeft or SlideLayout.TextImageRight => [SlotRole.Title, SlotRole.Body, SlotRole.Picture],
            SlideLayout.TwoColumns => [SlotRole.Title, SlotRole.LeftHeading, SlotRole.Body, SlotRole.RightHeading, SlotRole.RightColumn],
            SlideLayout.Table => [SlotRole.Title, SlotRole.Body, SlotRole.Table],
            _ => [SlotRole.Title, SlotRole.Body],
        };
        return [.. wanted.Where(role => form.Find(role) is not { IsPlaceholder: true }).Select(role => role.ToString())];
    }
}
