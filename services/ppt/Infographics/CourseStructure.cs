using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;

namespace CourseGen.Ppt.Infographics;

/// <summary>The whole course's slides as data, in the order and number that they have in the merged deck.</summary>
static class CourseStructure
{
    /// <param name="batches">In order.</param>
    internal static DeckStructure Of(CoursePlan plan, IReadOnlyList<DeckStructure> batches, bool hasGaps)
    {
        List<Slide> slides = [.. FrontMatter.Opening(plan).Slides, .. batches.SelectMany(batch => batch.Slides), .. FrontMatter.Closing(plan).Slides];
        var processed = batches.Sum(batch => batch.LessonsProcessed);
        var complete = !hasGaps && processed == plan.Lessons.Count && batches.All(batch => batch.CompletionStatus == "complete");
        return new DeckStructure(
            plan.Outline.Title, plan.Settings.Style, plan.Language, slides.Count, plan.Lessons.Count, processed, complete ? "complete" : "partial",
            [.. slides.Select((slide, index) => slide with { SlideNumber = index + 1 })]);
    }
}
