using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>Whether the presentation's lists are right: its slides' ids, and its sections.</summary>
static class PresentationRules
{
    /// <summary>ECMA-376 Part 1, 19.7.13: ST_SlideId.</summary>
    const uint FirstSlideId = 256;
    const uint FirstMasterId = 2147483648;

    internal static void Check(OpenedDeck deck, Findings findings)
    {
        PartRules.CheckRelationships(deck.Package, deck.Main, deck.Root, null, findings);
        if (deck.Slides.Count == 0)
            findings.Error(DeckRules.Relationship, deck.Main, null, "The deck has no slides; add one.");
        foreach (var slide in deck.Slides.Where(slide => !uint.TryParse(slide.Id, out var id) || id is < FirstSlideId or >= FirstMasterId))
            findings.Error(DeckRules.Id, deck.Main, slide.Number, $"The slide's id is '{slide.Id}'; give it a number from {FirstSlideId} to {FirstMasterId - 1}.");
        foreach (var same in deck.Slides.GroupBy(slide => slide.Id, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
            findings.Error(DeckRules.Id, deck.Main, same.ElementAt(1).Number, $"Slides {Numbers(same)} have the id {same.Key}; give each its own.");
        foreach (var same in deck.Slides.Where(slide => slide.Part is not null).GroupBy(slide => slide.Part, StringComparer.OrdinalIgnoreCase).Where(same => same.Skip(1).Any()))
            findings.Error(DeckRules.Id, same.Key, same.ElementAt(1).Number, $"Slides {Numbers(same)} are the same part; list it once, or copy it.");
        CheckSections(deck, findings);
    }

    static void CheckSections(OpenedDeck deck, Findings findings)
    {
        var sections = deck.Root.Descendants(P14 + "section").ToList();
        if (sections.Count == 0)
            return;
        var listed = sections.SelectMany(section => section.Descendants(P14 + "sldId")).Select(slide => (string?)slide.Attribute("id") ?? "").ToList();
        var slides = deck.Slides.Select(slide => slide.Id).ToList();
        foreach (var id in listed.Except(slides, StringComparer.Ordinal))
            findings.Error(DeckRules.Section, deck.Main, null, $"A section lists the slide id {id}, which no slide has; take it out.");
        foreach (var slide in deck.Slides.ExceptBy(listed, slide => slide.Id, StringComparer.Ordinal))
            findings.Error(DeckRules.Section, deck.Main, slide.Number, "The slide is in no section, and other slides are; put it into one.");
        foreach (var id in listed.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key))
            findings.Error(DeckRules.Section, deck.Main, null, $"Sections list the slide id {id} more than once; keep it in one.");
        if (listed.Count == slides.Count && listed.ToHashSet(StringComparer.Ordinal).SetEquals(slides) && !listed.SequenceEqual(slides, StringComparer.Ordinal))
            findings.Error(DeckRules.Section, deck.Main, null, "The sections list the slides in another order than the deck; list them in the deck's.");
        foreach (var section in sections.Where(section => string.IsNullOrWhiteSpace((string?)section.Attribute("name"))))
            findings.Warning(DeckRules.Section, deck.Main, null, $"Section {(string?)section.Attribute("id")} has no name; name it.");
    }

    static string Numbers(IEnumerable<ListedSlide> slides) => string.Join(" and ", slides.Take(3).Select(slide => slide.Number));
}
