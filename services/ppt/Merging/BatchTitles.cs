using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;

namespace CourseGen.Ppt.Merging;

/// <summary>Which titles of a course's batch decks change where they are merged, so that the deck says what the page says.</summary>
static class BatchTitles
{
    /// <param name="around">The slides before and after the batches'.</param>
    /// <param name="decks">Each as its structure tells it, in order.</param>
    /// <returns>Of each deck, those that change.</returns>
    internal static IReadOnlyList<IReadOnlyList<SlideTitle>> Of(IEnumerable<Slide> around, IReadOnlyList<IReadOnlyList<Slide>> decks)
    {
        var unique = new Queue<Slide>(CourseTitles.Unique([.. decks.SelectMany(deck => deck), .. around]));
        return [.. decks.Select(deck => deck.Select((slide, index) => new SlideTitle(index, slide.Title, unique.Dequeue().Title)).Where(title => title.To != title.From).ToList())];
    }
}

/// <summary>A title to change.</summary>
/// <param name="Slide">Its place in the deck, from 0.</param>
/// <param name="From">Where the slide has another one, a person gave it that, and it stays.</param>
sealed record SlideTitle(int Slide, string From, string To);
