using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Packages;
using CourseGen.Ppt.Templates;

namespace CourseGen.Ppt.Decks;

/// <summary>A deck of slide plans, whatever course they are of.</summary>
public static class SlideDeck
{
    /// <summary>
    /// Fits slides and writes them as PPTX, one after the other as they are asked for: memory does not grow with how many there are, nor the
    /// time that each takes. Equal slides give equal bytes.
    /// </summary>
    /// <param name="output">Need not be seekable; stays open.</param>
    /// <param name="style"><c>professional</c>, <c>modern</c> or <c>minimal</c>.</param>
    /// <param name="pictureOf">The bytes of a visual's picture (PNG, JPEG or GIF), or null where there is none. Asked when its slide is written.</param>
    /// <param name="template">A <c>.pptx</c> or <c>.potx</c> file whose master and layouts take the place of the style's; seekable, closed.</param>
    /// <returns>How many slides were written, and which layout of the template served which kind of slide.</returns>
    /// <exception cref="DeckRefusedException">The template cannot be used; nothing was written.</exception>
    public static WrittenDeck Write(
        Stream output, DeckProperties properties, string style, IEnumerable<Slide> slides, Func<string, byte[]?> pictureOf, Stream? template = null, CancellationToken token = default)
    {
        var language = properties.Language ?? "en";
        var look = DeckStyle.Named(style);
        var form = template is null ? StyledTemplate.Of(look, language) : CustomerTemplate.Read("The template", template, language);
        var fitted = slides.SelectMany(slide => SlideFitter.Fit(slide, form));
        var content = new DeckContent(properties.Title, properties.Author, language, properties.Title, look, [new SlideSection(properties.Title, fitted)], new Dictionary<string, DeckPicture>())
        {
            Template = form,
            MorePictures = id => pictureOf(id) is { } bytes ? new DeckPicture(bytes, "") : null,
        };
        return new WrittenDeck(DeckWriter.Write(content, output, token), form.Matches);
    }
}

/// <param name="Template">Empty for the product's own.</param>
public sealed record WrittenDeck(int Slides, IReadOnlyList<TemplateMatch> Template);
