using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using P14 = DocumentFormat.OpenXml.Office2010.PowerPoint;

namespace CourseGen.Bench.Decks;

/// <summary>
/// The same merge with the Open XML SDK, part by part, as fast as it goes: slides, notes and pictures are fed as bytes without their DOM; layouts and
/// masters, which all decks share, stay the first deck's.
/// </summary>
static class SdkMerge
{
    const uint FirstId = 256;

    /// <summary>Into a copy of the first deck's file, whose parts then need not be packed again.</summary>
    internal static void IntoCopy(IReadOnlyList<string> files, string output)
    {
        File.Copy(files[0], output, overwrite: true);
        using var merged = PresentationDocument.Open(output, isEditable: true);
        foreach (var file in files.Skip(1))
            Append(file, merged.PresentationPart!);
    }

    /// <summary>Into a new package, as a merge of streams does.</summary>
    internal static void IntoNew(IReadOnlyList<string> files, string output)
    {
        using var merged = PresentationDocument.Create(output, PresentationDocumentType.Presentation);
        var presentation = merged.AddPresentationPart();
        using (var first = PresentationDocument.Open(files[0], isEditable: false))
        {
            foreach (var part in first.PresentationPart!.Parts.Where(part => part.OpenXmlPart is not SlidePart))
                presentation.AddPart(part.OpenXmlPart, part.RelationshipId);
            presentation.Presentation = (Presentation)first.PresentationPart.Presentation.CloneNode(deep: true);
        }
        presentation.Presentation.SlideIdList!.RemoveAllChildren();
        foreach (var slides in presentation.Presentation.Descendants<P14.SectionSlideIdList>().ToList())
            slides.RemoveAllChildren();
        foreach (var file in files)
            Append(file, presentation);
    }

    static void Append(string file, PresentationPart merged)
    {
        using var deck = PresentationDocument.Open(file, isEditable: false);
        Append(deck.PresentationPart!, merged);
    }

    static void Append(PresentationPart deck, PresentationPart merged)
    {
        var layouts = merged.SlideMasterParts.SelectMany(master => master.SlideLayoutParts).ToDictionary(layout => layout.SlideLayout.CommonSlideData!.Name!.Value!);
        var ids = merged.Presentation.SlideIdList!;
        var sections = merged.Presentation.Descendants<P14.SectionSlideIdList>().Last();
        var next = FirstId + (uint)ids.ChildElements.Count;
        foreach (var source in deck.Presentation.SlideIdList!.Elements<SlideId>().Select(id => (SlidePart)deck.GetPartById(id.RelationshipId!)))
        {
            var slide = merged.AddNewPart<SlidePart>($"rIdA{next}");
            Feed(source, slide);
            foreach (var part in source.Parts)
                AddPart(slide, part, layouts, merged.NotesMasterPart!);
            ids.Append(new SlideId { Id = next, RelationshipId = $"rIdA{next}" });
            sections.Append(new P14.SectionSlideIdListEntry { Id = next++ });
        }
    }

    static void AddPart(SlidePart slide, IdPartPair source, Dictionary<string, SlideLayoutPart> layouts, NotesMasterPart notesMaster)
    {
        switch (source.OpenXmlPart)
        {
            case SlideLayoutPart layout:
                slide.AddPart(layouts[layout.SlideLayout.CommonSlideData!.Name!.Value!], source.RelationshipId);
                break;
            case ImagePart image:
                Feed(image, slide.AddNewPart<ImagePart>(image.ContentType, source.RelationshipId));
                break;
            case NotesSlidePart notes:
                var copy = slide.AddNewPart<NotesSlidePart>(source.RelationshipId);
                Feed(notes, copy);
                foreach (var part in notes.Parts)
                    copy.AddPart(part.OpenXmlPart is SlidePart ? (OpenXmlPart)slide : notesMaster, part.RelationshipId);
                break;
            default:
                throw new InvalidOperationException($"The benchmark's slides have no {source.OpenXmlPart.GetType().Name}.");
        }
    }

    static void Feed(OpenXmlPart source, OpenXmlPart copy)
    {
        using var bytes = source.GetStream(FileMode.Open, FileAccess.Read);
        copy.FeedData(bytes);
    }
}
