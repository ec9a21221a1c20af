namespace CourseGen.Documents;

/// <summary>What the instructor says on a slide, taken from the lesson's own sentences.</summary>
static class SlideNotes
{
    internal const int MinWords = 60;
    internal const int MaxWords = 180;

    /// <summary>60 to 180 words: the texts of the slide's own lines, then their neighbours outward until there are enough.</summary>
    /// <param name="texts">All texts of the lesson, in order of their lines.</param>
    /// <param name="from">First line that belongs to the slide.</param>
    /// <param name="to">The line after its last one.</param>
    internal static string From(IReadOnlyList<(int Line, string Text)> texts, int from, int to, string title)
    {
        if (texts.Count == 0)
            texts = [(0, title.Length > 0 ? title : "—")];
        var first = FirstAtOrAfter(texts, from);
        var last = Math.Max(first, FirstAtOrAfter(texts, to) - 1);
        var chosen = string.Join(' ', texts.Skip(first).Take(last - first + 1).Select(text => text.Text));
        while (Excerpt(chosen) is var notes && Prose.WordCount(notes) < MinWords)
        {
            if (last + 1 < texts.Count)
                chosen = $"{chosen} {texts[++last].Text}";
            else if (first > 0)
                chosen = $"{texts[--first].Text} {chosen}";
            else
                chosen = $"{chosen} {chosen}";
            if (Prose.WordCount(chosen) > 4 * MaxWords && Prose.WordCount(Excerpt(chosen)) < MinWords)
                return WordsOf(chosen);
        }
        return Excerpt(chosen);
    }

    static string Excerpt(string text) => Prose.Excerpt([text], MaxWords);

    /// <summary>Where one sentence is longer than notes may be, so that no sentence end serves.</summary>
    static string WordsOf(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords));

    static int FirstAtOrAfter(IReadOnlyList<(int Line, string Text)> texts, int line)
    {
        for (var index = 0; index < texts.Count; index++)
        {
            if (texts[index].Line >= line)
                return index;
        }
        return texts.Count - 1;
    }
}
