using CourseGen.Documents;
using CourseGen.Ppt.Checks;

namespace CourseGen.Ppt.SpeakerNotes;

/// <summary>Notes of slides that no lesson's text stands behind, put together of sentences: 60 to 180 words where the course says enough.</summary>
/// <param name="Opening">Said in any case, as is <paramref name="Closing"/>.</param>
/// <param name="Points">Said in order, each where there is room for it.</param>
/// <param name="More">Added, before the closing, only where the rest is too short; what is said already is left out.</param>
sealed record SpokenNotes(IEnumerable<string> Opening, IEnumerable<string> Points, IEnumerable<string> Closing, IEnumerable<string> More)
{
    internal string Text
    {
        get
        {
            var (first, last) = (Sentences(Opening), Sentences(Closing));
            var middle = Fitting([.. first, .. last], Sentences(Points));
            foreach (var sentence in Sentences(More))
            {
                if (Enough([.. first, .. middle, .. last]))
                    break;
                if (!first.Concat(middle).Concat(last).Any(other => Says(other, sentence)))
                    middle = [.. middle, .. Fitting([.. first, .. middle, .. last], [sentence])];
            }
            return Prose.Excerpt([.. first, .. middle, .. last], NotesRules.MostWords);
        }
    }

    static bool Enough(IEnumerable<string> sentences) => WordCount.Of(string.Join(' ', sentences)) >= NotesRules.LeastWords;

    /// <summary>Those of the sentences, in order, that there is room for beside the others.</summary>
    static List<string> Fitting(IEnumerable<string> others, IReadOnlyList<string> sentences)
    {
        var room = NotesRules.MostWords - others.Sum(Prose.WordCount);
        var fitting = new List<string>();
        foreach (var sentence in sentences.Where(sentence => Prose.WordCount(sentence) <= room))
        {
            fitting.Add(sentence);
            room -= Prose.WordCount(sentence);
        }
        return fitting;
    }

    static bool Says(string sentence, string text) => sentence.Contains(text.TrimEnd('.', ' '), StringComparison.OrdinalIgnoreCase);

    static List<string> Sentences(IEnumerable<string> texts) =>
        [.. texts.Where(text => !string.IsNullOrWhiteSpace(text)).SelectMany(text => Whole(Prose.Sentences(Ended(text.Trim()))))];

    /// <summary>What looks like the end of a sentence in a quotation is none.</summary>
    static IEnumerable<string> Whole(IEnumerable<string> sentences)
    {
        var begun = "";
        foreach (var sentence in sentences)
        {
            begun = begun.Length == 0 ? sentence : $"{begun} {sentence}";
            if (begun.Count(mark => mark is '“' or '«') > begun.Count(mark => mark is '”' or '»'))
                continue;
            yield return begun;
            begun = "";
        }
        if (begun.Length > 0)
            yield return begun;
    }

    static string Ended(string text) => ".!?…。！？:”»".Contains(text[^1]) ? text : $"{text}.";
}
