using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>Whether the instructor has something to say to the slides, of a length that can be spoken.</summary>
sealed class NotesRules(OpenedDeck deck, Findings findings)
{
    internal const int LeastWords = 60;
    internal const int MostWords = 180;
    /// <summary>Share of the content slides.</summary>
    const double LeastShare = 0.95;

    /// <summary>Slides that open, close or list: what is said to them is not counted. Types of PowerPoint's layouts.</summary>
    static readonly string[] FrameTypes = ["title", "secHead", "titleOnly", "blank"];

    static readonly HashSet<string> FrameNames = new(
        ((IEnumerable<SlideLayout>)[SlideLayout.Cover, SlideLayout.Agenda, SlideLayout.Section, SlideLayout.LessonTitle, SlideLayout.References, SlideLayout.Glossary, SlideLayout.Closing])
        .Select(DeckLayouts.NameOf), StringComparer.Ordinal);

    readonly List<int> _without = [];
    int _slides;

    internal void Check(DeckSlide slide)
    {
        if (FrameTypes.Contains(slide.Layout.Type) || FrameNames.Contains(slide.Layout.Name))
            return;
        _slides++;
        var words = WordsOf(slide.Part);
        if (words == 0)
            _without.Add(slide.Number);
        else if (words is < LeastWords or > MostWords)
            findings.Warning(DeckRules.Notes, slide.Part, slide.Number, $"The notes have {words} words; write {LeastWords} to {MostWords}, half a minute to a minute and a half of speech.");
    }

    internal void End()
    {
        if (_without.Count > (1 - LeastShare) * _slides)
            findings.Warning(DeckRules.Notes, null, null, $"{_without.Count} of {_slides} content slides have no notes ({string.Join(", ", _without.Take(10))}{(_without.Count > 10 ? ", …" : "")}); write what the instructor says to them.");
    }

    int WordsOf(string slide)
    {
        if (deck.Package.TargetOf(slide, RelationshipTypes.NotesSlide) is not { } part)
            return 0;
        var notes = BoundedXml.Load(deck.Package, part);
        PartRules.CheckRelationships(deck.Package, part, notes, null, findings);
        return ShapeTree.Of(notes).Where(shape => shape.Placeholder is { Type: "body" })
            .SelectMany(shape => shape.Text?.Elements(A + "p") ?? []).Sum(paragraph => Scripts.WordCount(string.Concat(paragraph.Descendants(A + "t").Select(text => text.Value))));
    }
}
