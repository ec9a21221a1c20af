using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Models.Simulated;
using CourseGen.Ppt.SpeakerNotes;

namespace CourseGen.Ppt.Decks;

/// <summary>What the merged deck has once, before and after its lessons.</summary>
static class FrontMatter
{
    internal static SlideSection Opening(CoursePlan plan)
    {
        var (outline, words, notes) = (plan.Outline, CourseWords.In(plan.Language), new FrontMatterNotes(plan));
        var modules = outline.Modules.Where(module => plan.SelectedModules.Contains(module.Number)).Select(module => ModuleSlides.NameOf(module, words));
        Slide?[] slides =
        [
            Cover(plan, words, notes),
            About(outline, words, notes),
            List(SlideLayout.TitleContent, words.LearningObjectives, outline.LearningOutcomes, notes.Objectives),
            List(SlideLayout.TitleContent, words.Prerequisites, outline.Prerequisites, notes.Prerequisites),
            List(SlideLayout.TitleContent, words.Audience, outline.Audience, notes.Audience),
            List(SlideLayout.Agenda, words.Agenda, [.. modules], notes.Agenda),
        ];
        return new SlideSection(outline.Title, [.. slides.OfType<Slide>().SelectMany(slide => SlideFitter.Fit(slide, BatchDeck.TemplateOf(plan)))]);
    }

    internal static SlideSection Closing(CoursePlan plan)
    {
        var words = CourseWords.In(plan.Language);
        var thanks = Slide(SlideLayout.Closing, words.ThankYou, [], new FrontMatterNotes(plan).Closing()) with { Subtitle = plan.Outline.Title };
        return new SlideSection(words.ThankYou, [.. SlideFitter.Fit(thanks, BatchDeck.TemplateOf(plan))]);
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

    static Slide? List(SlideLayout layout, string title, IReadOnlyList<string> items, Func<string> notes) =>
        items.Count == 0 ? null : Slide(layout, title, [new ContentBlock { Type = BlockType.Bullets, Items = items }], notes());

    static ContentBlock Text(string text) => new() { Type = BlockType.Text, Text = text };

    static Slide Slide(SlideLayout layout, string title, IReadOnlyList<ContentBlock> blocks, string notes) =>
        new(0, layout, title, null, blocks, notes, 0, 0, null);
}
