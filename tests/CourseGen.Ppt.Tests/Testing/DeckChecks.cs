using CourseGen.Ppt.Decks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>Opens a written deck with the Open XML SDK, as another program would.</summary>
static class DeckChecks
{
    internal static void ShouldBeValid(byte[] deck)
    {
        using var document = PresentationDocument.Open(new MemoryStream(deck), isEditable: false);
        var faults = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document)
            .Select(fault => $"{fault.Part?.Uri}: {fault.Path?.XPath}: {fault.Description}");
        faults.ShouldBeEmpty();
    }

    internal static IReadOnlyList<string> Titles(byte[] deck) => Read(deck, TitleOf);

    internal static string TitleOf(SlidePart slide) => slide.Slide.Descendants<P.Shape>()
        .First(IsTitle).TextBody!.InnerText;

    /// <summary>Where a shape stands: by its own frame, else by its layout's placeholder.</summary>
    internal static Box? BoxOf(OpenXmlElement shape, SlidePart slide)
    {
        if (shape is not (P.Shape or P.Picture or P.GraphicFrame or P.GroupShape))
            return null;
        var own = shape.Descendants<A.Offset>().FirstOrDefault();
        if (own is not null)
            return Boxed(own, shape.Descendants<A.Extents>().First());
        var index = PlaceholderOf(shape)!.Index?.Value;
        var type = PlaceholderOf(shape)!.Type?.Value;
        var parent = slide.SlideLayoutPart!.SlideLayout.Descendants<P.Shape>()
            .First(other => PlaceholderOf(other) is { } placeholder && placeholder.Index?.Value == index && placeholder.Type?.Value == type);
        return Boxed(parent.Descendants<A.Offset>().First(), parent.Descendants<A.Extents>().First());
    }

    static bool IsTitle(OpenXmlElement shape) => PlaceholderOf(shape)?.Type?.Value is { } type && (type == P.PlaceholderValues.Title || type == P.PlaceholderValues.CenteredTitle);

    static P.PlaceholderShape? PlaceholderOf(OpenXmlElement shape) => shape.Descendants<P.PlaceholderShape>().FirstOrDefault();

    static Box Boxed(A.Offset offset, A.Extents extents) => new(
        offset.X!.Value / (double)Box.EmuPerPoint, offset.Y!.Value / (double)Box.EmuPerPoint, extents.Cx!.Value / (double)Box.EmuPerPoint, extents.Cy!.Value / (double)Box.EmuPerPoint);

    internal static IReadOnlyList<string> Texts(byte[] deck) =>
        Read(deck, slide => string.Join('\n', slide.Slide.Descendants<A.Paragraph>().Select(paragraph => paragraph.InnerText)));

    internal static IReadOnlyList<string> Notes(byte[] deck) => Read(deck, slide =>
        string.Join('\n', slide.NotesSlidePart!.NotesSlide.Descendants<P.Shape>()
            .Where(shape => shape.Descendants<P.PlaceholderShape>().Any(place => place.Type?.Value == P.PlaceholderValues.Body))
            .SelectMany(shape => shape.Descendants<A.Paragraph>()).Select(paragraph => paragraph.InnerText)).Trim());

    internal static IReadOnlyList<string> Layouts(byte[] deck) => Read(deck, slide => slide.SlideLayoutPart!.SlideLayout.CommonSlideData!.Name!.Value!);

    internal static IReadOnlyList<T> Read<T>(byte[] deck, Func<SlidePart, T> read)
    {
        using var document = PresentationDocument.Open(new MemoryStream(deck), isEditable: false);
        var presentation = document.PresentationPart!;
        return [.. presentation.Presentation.SlideIdList!.Elements<P.SlideId>().Select(id => read((SlidePart)presentation.GetPartById(id.RelationshipId!)))];
    }

    internal static T Open<T>(byte[] deck, Func<PresentationPart, T> read)
    {
        using var document = PresentationDocument.Open(new MemoryStream(deck), isEditable: false);
        return read(document.PresentationPart!);
    }
}
