using CourseGen.Contracts.Documents;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Slide = CourseGen.Contracts.Documents.Slide;

namespace CourseGen.Bench.Decks;

/// <summary>
/// The same slides with the Open XML SDK's DOM, into a copy of one of our decks for its master and layouts. Each part is saved and let go of
/// as soon as it is made.
/// </summary>
sealed class SdkBuild(string template, PictureFiles pictures)
{
    const uint FirstId = 256;

    /// <summary>A deck of one slide, from which the built deck takes its master and layouts.</summary>
    internal static string Template(string file, PictureFiles pictures)
    {
        OurBuild.Write(BenchmarkPlan.Slides(1, 1), pictures, file);
        return file;
    }

    internal void Write(IReadOnlyList<Slide> slides, string output)
    {
        File.Copy(template, output, overwrite: true);
        using var deck = PresentationDocument.Open(output, isEditable: true);
        var presentation = deck.PresentationPart!;
        var ids = presentation.Presentation.SlideIdList!;
        var first = ids.GetFirstChild<SlideId>()!;
        var layout = ((SlidePart)presentation.GetPartById(first.RelationshipId!)).SlideLayoutPart!;
        presentation.DeletePart(first.RelationshipId!.Value!);
        first.Remove();
        presentation.Presentation.PresentationExtensionList?.Remove();
        foreach (var slide in slides)
            ids.Append(new SlideId { Id = FirstId + (uint)slide.SlideNumber, RelationshipId = presentation.GetIdOfPart(Add(presentation, layout, slide)) });
    }

    SlidePart Add(PresentationPart presentation, SlideLayoutPart layout, Slide slide)
    {
        var part = presentation.AddNewPart<SlidePart>();
        part.AddPart(layout);
        var image = slide.ContentBlocks.First(block => block.Type == BlockType.Image);
        var picture = part.AddImagePart(ImagePartType.Png);
        using (var file = File.OpenRead(pictures.PathOf(image.ImageReference!)))
            picture.FeedData(file);
        part.Slide = SdkShapes.Slide(slide, image.Caption!, part.GetIdOfPart(picture));
        part.Slide.Save();
        var notes = part.AddNewPart<NotesSlidePart>();
        notes.AddPart(presentation.NotesMasterPart!);
        notes.AddPart(part);
        notes.NotesSlide = SdkShapes.Notes(slide.Notes);
        notes.NotesSlide.Save();
        notes.UnloadRootElement();
        part.UnloadRootElement();
        return part;
    }
}
