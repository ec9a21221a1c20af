using CourseGen.Bench.Decks;
using CourseGen.Ppt.Merging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using DocumentFormat.OpenXml.Validation;
using A = DocumentFormat.OpenXml.Drawing;

namespace CourseGen.Bench.Tests.Decks;

/// <summary>Those that are measured against each other make the same decks.</summary>
public sealed class DeckMakersTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-bench-decks-");

    [Fact]
    public void Decks_to_merge_have_the_size_asked_for()
    {
        var inputs = Inputs(400_000);
        inputs.Slides.ShouldBe(6);
        inputs.Files.Select(SlideCount.Of).ShouldBe([3, 2, 1]);
        ((double)inputs.Bytes).ShouldBe(400_000, 4_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_merge_with_the_Open_XML_SDK_is_valid_and_has_the_slides_of_ours_in_order(bool intoNew)
    {
        var inputs = Inputs(300_000);
        if (intoNew)
            SdkMerge.IntoNew(inputs.Files, PathOf("sdk.pptx"));
        else
            SdkMerge.IntoCopy(inputs.Files, PathOf("sdk.pptx"));
        DeckMerger.MergeFiles(inputs.Files, PathOf("ours.pptx"));
        Faults("sdk.pptx").ShouldBeEmpty();
        Texts("sdk.pptx").ShouldBe(Texts("ours.pptx"));
        Pictures("sdk.pptx").ShouldBe(Pictures("ours.pptx"));
    }

    [Fact]
    public void The_build_with_the_Open_XML_SDK_is_valid_and_says_what_ours_says()
    {
        var slides = BenchmarkPlan.Slides(1, 4);
        var pictures = PictureFiles.Make(PathOf("pictures"), 4, 2_000);
        new SdkBuild(SdkBuild.Template(PathOf("template.pptx"), pictures), pictures).Write(slides, PathOf("sdk.pptx"));
        OurBuild.Write(slides, pictures, PathOf("ours.pptx"));
        Faults("sdk.pptx").ShouldBeEmpty();
        foreach (var (slide, sdk, ours) in slides.Zip(Texts("sdk.pptx"), Texts("ours.pptx")))
        {
            foreach (var text in TextsOf(slide))
                (sdk.Contains(text), ours.Contains(text)).ShouldBe((true, true), text);
        }
        Pictures("sdk.pptx").ShouldBe(Pictures("ours.pptx"));
    }

    [Fact]
    public void Every_slide_of_the_plan_fits_on_one()
    {
        var pictures = PictureFiles.Make(PathOf("pictures"), 300, 1_000);
        OurBuild.Write(BenchmarkPlan.Slides(1, 300), pictures, PathOf("ours.pptx"));
        SlideCount.Of(PathOf("ours.pptx")).ShouldBe(300);
    }

    [Fact]
    public void A_deck_that_lacks_slides_is_told()
    {
        var inputs = Inputs(100_000);
        Should.Throw<InvalidOperationException>(() => SlideCount.ShouldBe(4, inputs.Files[0], "a peer")).Message.ShouldBe("The deck of a peer has 3 slides and should have 4.");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    MergeInputs Inputs(long bytes) => MergeInputs.Make(_folder.FullName, [3, 2, 1], bytes);

    string PathOf(string name) => Path.Combine(_folder.FullName, name);

    static IEnumerable<string> TextsOf(Contracts.Documents.Slide slide) =>
        [slide.Title, .. slide.ContentBlocks[0].Items!, slide.ContentBlocks[1].Caption!, .. slide.Notes.Split('\n')];

    List<string> Faults(string deck) => Open(deck, document => new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document)
        .Select(fault => $"{fault.Part?.Uri}: {fault.Path?.XPath}: {fault.Description}").ToList());

    /// <summary>Of each slide and its notes.</summary>
    List<string> Texts(string deck) => Slides(deck, slide => string.Join('\n',
        slide.Slide.Descendants<A.Text>().Concat(slide.NotesSlidePart!.NotesSlide.Descendants<A.Text>()).Select(text => text.Text)));

    List<long> Pictures(string deck) => Slides(deck, slide =>
    {
        using var picture = slide.ImageParts.Single().GetStream();
        return picture.Length;
    });

    List<T> Slides<T>(string deck, Func<SlidePart, T> read) => Open(deck, document => document.PresentationPart!.Presentation.SlideIdList!.Elements<SlideId>()
        .Select(id => read((SlidePart)document.PresentationPart.GetPartById(id.RelationshipId!))).ToList());

    T Open<T>(string deck, Func<PresentationDocument, T> read)
    {
        using var document = PresentationDocument.Open(PathOf(deck), isEditable: false);
        return read(document);
    }
}
