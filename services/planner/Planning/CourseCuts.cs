using CourseGen.Contracts.Documents;

namespace CourseGen.Planner.Planning;

/// <summary>Cuts the outline's lessons into batches: over the whole outline, whatever is selected, so that a batch keeps its number and name.</summary>
static class CourseCuts
{
    /// <summary>Content batches: within a module.</summary>
    public static IReadOnlyList<LessonBatch> Lessons(Outline outline, int size) =>
    [
        .. outline.Modules.SelectMany(module =>
        {
            var total = (module.Lessons.Count + size - 1) / size;
            return Enumerable.Range(0, total).Select(index => new LessonBatch(
                module.Number, index + 1, total, index * size, Math.Min((index + 1) * size, module.Lessons.Count)));
        }),
    ];

    /// <summary>Deck batches: through the course, across modules.</summary>
    public static IReadOnlyList<DeckBatch> Decks(Outline outline, int size)
    {
        var lessons = outline.Modules.Sum(module => module.Lessons.Count);
        var total = (lessons + size - 1) / size;
        return [.. Enumerable.Range(0, total).Select(index => new DeckBatch(index, (index * size) + 1, Math.Min((index + 1) * size, lessons), total))];
    }
}
