using CourseGen.Contracts;

namespace CourseGen.Planner.Courses;

/// <summary>
/// What outlives an item's row: the generation of its next making, and a repair's wishes. Without it a later run would look for other
/// artifacts than were paid for.
/// </summary>
static class WorkMemory
{
    /// <summary>Keeps what the row of an item knows; a gap of bad content is asked anew, so its generation rises.</summary>
    public static IEnumerable<RememberedItems> Of(IEnumerable<WorkItem> items) => Alike(items.Select(item =>
        (item.Kind, item.Id, Next(item.Generation, item.Failure?.Kind == FailureKind.BadContent), item.Requirements)));

    /// <returns>What is worth remembering, items that are alike together.</returns>
    public static IEnumerable<RememberedItems> Alike(IEnumerable<(WorkKind Kind, string Id, int Generation, string? Requirements)> items) =>
        items.Where(item => item.Generation > 0 || item.Requirements is not null)
            .GroupBy(item => (item.Kind, item.Generation, item.Requirements), item => item.Id)
            .Select(alike => new RememberedItems(alike.Key.Kind, [.. alike.Distinct(StringComparer.Ordinal)], alike.Key.Generation, alike.Key.Requirements));

    public static IReadOnlySet<(WorkKind Kind, string Id)> Items(IEnumerable<RememberedItems> remembered) =>
        remembered.SelectMany(known => known.Items.Select(id => (known.Kind, id))).ToHashSet();

    /// <summary>What is known of other items than these.</summary>
    public static IEnumerable<RememberedItems> Without(IEnumerable<RememberedItems> remembered, IReadOnlySet<(WorkKind, string)> items) =>
        remembered.Select(known => known with { Items = [.. known.Items.Where(id => !items.Contains((known.Kind, id)))] }).Where(known => known.Items.Count > 0);

    public static int Next(int generation, bool badContent) => badContent ? generation + 1 : generation;

    /// <summary>The highest generation that anything remembers, and the wishes remembered first.</summary>
    public static (int Generation, string? Requirements) Recall(this Course course, WorkKind kind, string id)
    {
        var (generation, requirements) = (0, default(string));
        foreach (var known in course.Remembered.Where(known => known.Kind == kind && known.Items.Contains(id)))
            (generation, requirements) = (Math.Max(generation, known.Generation), requirements ?? known.Requirements);
        return (generation, requirements);
    }
}
