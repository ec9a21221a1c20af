using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.Ppt.Slides;

/// <summary>
/// A lesson's minutes over its slides, in tenths: each slide gets what its notes take aloud (130 words a minute), the rest goes by what a
/// slide asks of the room. They add up to the lesson's minutes exactly.
/// </summary>
static class SlideMinutes
{
    const int WordsPerMinute = 130;
    const int Tenths = 10;

    /// <summary>The slides with their minutes; those that have them keep them.</summary>
    internal static IReadOnlyList<Slide> Assign(IReadOnlyList<Slide> slides, int minutes)
    {
        if (slides.Count == 0 || slides.All(slide => slide.Minutes is not null))
            return slides;
        var total = minutes * Tenths;
        var spoken = slides.Select(slide => SpokenTenths(slide.Notes)).ToList();
        var free = total - spoken.Sum();
        var shares = free >= 0 ? Shares(free, [.. slides.Select(WeightOf)]) : Shares(total, spoken);
        return [.. slides.Select((slide, index) => slide with { Minutes = (shares[index] + (free >= 0 ? spoken[index] : 0)) / (decimal)Tenths })];
    }

    /// <summary>The minutes of a slide that goes on over several, by what is said on each.</summary>
    internal static IReadOnlyList<decimal?> Divide(decimal? minutes, IReadOnlyList<string> notes) => minutes is { } given
        ? [.. Shares((int)(given * Tenths), [.. notes.Select(part => Math.Max(1, SpokenTenths(part)))]).Select(share => (decimal?)(share / (decimal)Tenths))]
        : [.. notes.Select(_ => (decimal?)null)];

    static int SpokenTenths(string notes) => ((Prose.WordCount(notes) * Tenths) + WordsPerMinute - 1) / WordsPerMinute;

    /// <summary>A picture, a table or code is looked at, a summary talked over; a title and sources are shown.</summary>
    static int WeightOf(Slide slide) => slide.Layout switch
    {
        SlideLayout.LessonTitle or SlideLayout.References => 1,
        SlideLayout.TitleContent or SlideLayout.Quote or SlideLayout.Summary => 2,
        _ => 3,
    };

    /// <summary>Parts of the whole in proportion, which add up to it.</summary>
    static List<int> Shares(int whole, IReadOnlyList<int> weights)
    {
        var (sum, before, shares) = (Math.Max(1, weights.Sum()), 0, new List<int>());
        foreach (var weight in weights)
        {
            shares.Add((int)(((long)whole * (before + weight) / sum) - ((long)whole * before / sum)));
            before += weight;
        }
        return shares;
    }
}
