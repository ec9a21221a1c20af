using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Decks;

namespace CourseGen.Ppt.Infographics;

/// <summary>The whole course's slides as data, in the order and number that they have in the merged deck.</summary>
static class CourseStructure
{
    /// <param name="batches">In order; of each the parts that it was built in, in order.</param>
    internal static DeckStructure Of(CoursePlan plan, DeckTemplate template, IReadOnlyList<IReadOnlyList<DeckStructure>> batches, bool hasGaps)
    {
        var parts = batches.SelectMany(batch => batch).ToList();
        var glossary = Glossary.Joined(parts.SelectMany(part => part.Glossary ?? []));
        var slides = CourseTitles.Unique([.. FrontMatter.Opening(plan, template).Slides, .. parts.SelectMany(part => part.Slides), .. FrontMatter.Closing(plan, template, glossary).Slides]);
        var processed = parts.Sum(part => part.LessonsProcessed);
        var unfinished = batches.Select(batch => batch[^1].BatchInfo).FirstOrDefault(info => info is not null);
        var derived = parts.SelectMany(part => part.DerivedLessons ?? []).ToList();
        var complete = !hasGaps && unfinished is null && processed == plan.Lessons.Count;
        return new DeckStructure(
            plan.Outline.Title, plan.Settings.Style, plan.Language, slides.Count, plan.Lessons.Count, processed, complete ? "complete" : "partial",
            [.. slides.Select((slide, index) => slide with { SlideNumber = index + 1 })], unfinished, derived.Count > 0 ? derived : null,
            glossary.Count > 0 ? glossary : null, template.Warnings.Count > 0 ? template.Warnings : null);
    }
}
