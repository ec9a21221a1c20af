using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// The sections of all decks. Where one deck ends and the next begins in a section of one name, it is one section. Slides without a
/// section come under the name that PowerPoint gives them, unless no deck has sections at all.
/// </summary>
sealed class SectionSet
{
    const string DefaultName = "Default Section";

    readonly List<DeckSection> _sections = [];
    readonly List<(SourceDeck Deck, string OldId, int Index)> _origins = [];
    bool _any;

    /// <param name="slides">Those that are merged.</param>
    internal void Add(SourceDeck deck, IReadOnlyList<SourceSlide> slides)
    {
        var runs = RunsOf(deck, slides);
        _any |= runs.Exists(run => run.Section is not null);
        for (var index = 0; index < runs.Count; index++)
        {
            var section = new DeckSection(runs[index].Section?.Name ?? DefaultName, runs[index].Slides, runs[index].Section?.Id);
            if (index == 0 && _sections.Count > 0 && _sections[^1].Name == section.Name)
                _sections[^1] = _sections[^1] with { Slides = _sections[^1].Slides + section.Slides };
            else
                _sections.Add(section);
            _origins.Add((deck, section.Id ?? "", _sections.Count - 1));
        }
    }

    /// <summary>An id that is taken, or was derived, is derived anew.</summary>
    internal IEnumerable<DeckSection> Finish()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < _sections.Count; index++)
        {
            var section = _sections[index];
            var kept = Guid.TryParse(section.Id, out _) && !DerivedId.Is(section.Id!) && taken.Add(section.Id!);
            _sections[index] = section with { Name = XmlText.Clean(section.Name), Id = kept ? section.Id : DerivedId.Of($"{index}\n{section.Name}") };
        }
        return _any ? _sections : [];
    }

    /// <summary>The id that a deck's section has now.</summary>
    internal string? IdOf(SourceDeck deck, string oldId) =>
        _origins.Find(origin => origin.Deck == deck && string.Equals(origin.OldId, oldId, StringComparison.OrdinalIgnoreCase)) is { Deck: not null } origin ? _sections[origin.Index].Id : null;

    /// <summary>Sections in the order of their slides; empty ones stay behind the one they followed.</summary>
    static List<(SourceSection? Section, int Slides)> RunsOf(SourceDeck deck, IReadOnlyList<SourceSlide> slides)
    {
        var sectionOf = deck.Sections.SelectMany(section => section.Slides.Select(slide => (slide, section))).DistinctBy(pair => pair.slide).ToDictionary(pair => pair.slide, pair => pair.section);
        var runs = new List<(SourceSection? Section, int Slides)>();
        foreach (var section in slides.Select(slide => sectionOf.GetValueOrDefault(slide.Id)))
        {
            if (runs.Count > 0 && runs[^1].Section == section)
                runs[^1] = (section, runs[^1].Slides + 1);
            else
                runs.Add((section, 1));
        }
        for (var index = 0; index < deck.Sections.Count; index++)
        {
            if (deck.Sections[index].Slides.Count == 0)
                runs.Insert(index == 0 ? 0 : runs.FindLastIndex(run => run.Section == deck.Sections[index - 1]) + 1, (deck.Sections[index], 0));
        }
        return runs;
    }
}
