using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Decks;

/// <summary>A run of slides under one name, which PowerPoint shows as a section.</summary>
/// <param name="Slides">Read once, while they are written.</param>
sealed record SlideSection(string Name, IEnumerable<Slide> Slides)
{
    /// <summary>A GUID in braces, by which the section is known again; null: derived.</summary>
    internal string? Id { get; init; }
}

/// <summary>A deck to write.</summary>
/// <param name="Language">BCP 47, on every run of text.</param>
/// <param name="Footer">On every slide that has a footer.</param>
/// <param name="Sections">Their slides fit already: see <see cref="SlideFitter"/>.</param>
/// <param name="Pictures">By the visual's id; one that is missing becomes a note in its place.</param>
sealed record DeckContent(
    string Title, string? Author, string Language, string Footer, DeckStyle Style, IReadOnlyList<SlideSection> Sections, IReadOnlyDictionary<string, DeckPicture> Pictures)
{
    /// <summary>Where pictures come from that are not at hand; asked for each once its slide is written.</summary>
    internal Func<string, DeckPicture?>? MorePictures { get; init; }

    internal DeckPicture? PictureOf(string id) => Pictures.GetValueOrDefault(id) ?? MorePictures?.Invoke(id);

    /// <summary>Web addresses by the text that leads to them, where that is a whole line of a slide.</summary>
    internal IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>The one its slides were fitted on.</summary>
    internal DeckTemplate? Template { get; init; }

    internal DeckProperties Properties => new(Title, Author, Language);
}
