using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.Decks;

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

    internal static IReadOnlyList<string> Titles(byte[] deck) => Read(deck, slide => slide.Slide.Descendants<P.Shape>()
        .First(shape => shape.NonVisualShapeProperties!.ApplicationNonVisualDrawingProperties!.PlaceholderShape?.Type?.Value == P.PlaceholderValues.Title).TextBody!.InnerText);

    internal static IReadOnlyList<string> Texts(byte[] deck) =>
        Read(deck, slide => string.Join('\n', slide.Slide.Descendants<A.Paragraph>().Select(paragraph => paragraph.InnerText)));

    internal static IReadOnlyList<string> Notes(byte[] deck) => Read(deck, slide =>
        string.Join('\n', slide.NotesSlidePart!.NotesSlide.Descendants<A.Paragraph>().Select(paragraph => paragraph.InnerText)).Trim());

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
