using System.Text.RegularExpressions;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Slides;

namespace CourseGen.Ppt.Decks;

/// <summary>What stands on one of the slides that a slide becomes.</summary>
sealed record SlidePage(SlideLayout Layout, IReadOnlyList<ContentBlock> Blocks, string? Subtitle = null);

/// <summary>A slide's body box, and in it the frame of its callouts at the bottom.</summary>
sealed record BodyRegion(IReadOnlyList<FlowLine> Lines, Box Text, IReadOnlyList<(string Text, Box Box)> Callouts)
{
    internal const double CalloutSize = 20;
    const double Gap = 10;

    /// <returns>Null when the callouts leave less than half of the box.</returns>
    internal static BodyRegion? Of(IReadOnlyList<ContentBlock> blocks, Box box, DeckTemplate template)
    {
        var callouts = new List<(string Text, Box Box)>();
        var bottom = box.Bottom;
        for (var index = blocks.Count - 1; index >= 0; index--)
        {
            if (blocks[index] is not { Type: BlockType.Callout } block)
                continue;
            var height = template.Fit.CalloutHeight(block.Text ?? "", CalloutSize, box.Width);
            callouts.Insert(0, (block.Text ?? "", box with { Y = bottom - height, Height = height }));
            bottom -= height + Gap;
        }
        var room = callouts.Count == 0 ? box.Height : bottom - box.Y;
        return room < box.Height / 2 ? null : new BodyRegion(TextFlow.LinesOf(blocks), box.Top(room), callouts);
    }
}

/// <summary>Slides that go on under one title.</summary>
static partial class ContinuedSlides
{
    const int LeastNotes = 60;

    internal static IReadOnlyList<Slide> Of(Slide slide, List<SlidePage> pages)
    {
        var notes = NotesOf(slide.Notes, pages.Count);
        var minutes = SlideMinutes.Divide(slide.Minutes, notes);
        return [.. pages.Select((page, index) => slide with
        {
            Layout = page.Layout,
            Title = TitleOf(slide.Title, index + 1, pages.Count),
            Subtitle = page.Subtitle,
            ContentBlocks = page.Blocks,
            Notes = notes[index],
            Minutes = minutes[index],
        })];
    }

    static string TitleOf(string title, int number, int count) =>
        count == 1 ? title : Counted().IsMatch(title) ? $"{title} · {number}" : $"{title} ({number}/{count})";

    /// <summary>The notes dealt out sentence by sentence where each part stays long enough to speak; else each slide has all of them.</summary>
    static List<string> NotesOf(string notes, int count)
    {
        if (count == 1)
            return [notes];
        var words = Prose.WordCount(notes);
        if (words < count * LeastNotes)
            return [.. Enumerable.Repeat(notes, count)];
        var parts = Enumerable.Range(0, count).Select(_ => new List<string>()).ToList();
        var spoken = 0;
        foreach (var sentence in Prose.Sentences(notes))
        {
            parts[Math.Min(count - 1, spoken * count / words)].Add(sentence);
            spoken += Prose.WordCount(sentence);
        }
        return parts.Exists(part => part.Sum(Prose.WordCount) < LeastNotes) ? [.. parts.Select(_ => notes)] : [.. parts.Select(part => string.Join(' ', part))];
    }

    [GeneratedRegex(@"\(\d+/\d+\)$", RegexOptions.NonBacktracking)]
    private static partial Regex Counted();
}
