using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Models.Simulated;
using CourseGen.Ppt.SpeakerNotes;

namespace CourseGen.Ppt.Decks;

/// <summary>What the merged deck has once, before and after its lessons.</summary>
static class FrontMatter
{
    internal static SlideSection Opening(CoursePlan plan, DeckTemplate template)
    {
        var (outline, words, notes) = (plan.Outline, CourseWords.In(plan.Language), new FrontMatterNotes(plan));
        Slide?[] slides =
        [
            Cover(plan, words, notes),
            About(outline, words, notes),
            List(SlideLayout.TitleContent, words.LearningObjectives, outline.LearningOutcomes, notes.Objectives),
            List(SlideLayout.TitleContent, words.Prerequisites, outline.Prerequisites, notes.Prerequisites),
            List(SlideLayout.TitleContent, words.Audience, outline.Audience, notes.Audience),
            Agenda(plan, words, notes, template),
        ];
        return new SlideSection(outline.Title, [.. slides.OfType<Slide>().SelectMany(slide => SlideFitter.Fit(slide, template))]);
    }

    internal static SlideSection Closing(CoursePlan plan, DeckTemplate template, IReadOnlyList<GlossaryEntry> glossary)
    {
        var (words, notes) = (CourseWords.In(plan.Language), new FrontMatterNotes(plan));
        var terms = List(SlideLayout.Glossary, words.Glossary, [.. glossary.Select(entry => $"{entry.Term}: {entry.Definition}")], () => notes.Glossary(glossary));
        var thanks = Slide(SlideLayout.Closing, words.ThankYou, [], notes.Closing()) with { Subtitle = plan.Outline.Title };
        return new SlideSection(words.Closing, [.. new[] { terms, thanks }.OfType<Slide>().SelectMany(slide => SlideFitter.Fit(slide, template))]);
    }

    static Slide Cover(CoursePlan plan, CourseWords words, FrontMatterNotes notes)
    {
        var outline = plan.Outline;
        var makers = string.Join(" · ", new[] { outline.Organization, outline.Author }.Where(name => !string.IsNullOrWhiteSpace(name)));
        var duration = outline.TotalDurationMinutes is { } minutes ? $"{words.Duration}: {minutes} {words.Minutes}" : "";
        var notice = plan.IsSimulated() ? words.SimulatedNotice : "";
        var texts = new[] { makers, duration, notice }.Where(text => text.Length > 0).ToList();
        var subtitle = Prose.Point(outline.Description, 160);
        return Slide(SlideLayout.Cover, outline.Title, [.. texts.Select(Text)], notes.Cover()) with { Subtitle = subtitle.Length > 0 ? subtitle : null };
    }

    static Slide? About(Outline outline, CourseWords words, FrontMatterNotes notes)
    {
        var texts = new[] { outline.Description, outline.Legal }.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!).ToList();
        return texts.Count == 0 ? null : Slide(SlideLayout.TitleContent, words.About, [.. texts.Select(Text)], notes.About());
    }

    /// <summary>The modules with their lessons and labs, and the minutes of each; the modules alone where all does not stand on one slide.</summary>
    static Slide? Agenda(CoursePlan plan, CourseWords words, FrontMatterNotes notes, DeckTemplate template)
    {
        var modules = plan.Outline.Modules.Where(module => plan.SelectedModules.Contains(module.Number))
            .Select(module => (Name: $"{ModuleSlides.NameOf(module, words)} · {plan.MinutesOf(module)} {words.Minutes}", Items: ModuleSlides.AgendaOf(plan, module, words))).ToList();
        if (List(SlideLayout.Agenda, words.Agenda, [.. modules.Select(module => module.Name)], notes.Agenda) is not { } brief)
            return null;
        var full = brief with { ContentBlocks = [.. modules.Select(module => new ContentBlock { Type = BlockType.Bullets, Heading = module.Name, Items = module.Items })] };
        return SlideFitter.Fit(full, template).Count == 1 ? full : brief;
    }

    static Slide? List(SlideLayout layout, string title, IReadOnlyList<string> items, Func<string> notes) =>
        items.Count == 0 ? null : Slide(layout, title, [new ContentBlock { Type = BlockType.Bullets, Items = items }], notes());

    static ContentBlock Text(string text) => new() { Type = BlockType.Text, Text = text };

    static Slide Slide(SlideLayout layout, string title, IReadOnlyList<ContentBlock> blocks, string notes) =>
        new(0, layout, title, null, blocks, notes, 0, 0, null);
}
