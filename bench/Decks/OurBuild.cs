using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;

namespace CourseGen.Bench.Decks;

/// <summary>A deck of ours from slide plans and pictures in files: fitted, measured and written slide by slide, as a deck batch is.</summary>
static class OurBuild
{
    internal static void Write(IReadOnlyList<Slide> slides, PictureFiles pictures, string output)
    {
        var template = StyledTemplate.Of(DeckStyle.Professional, BenchmarkPlan.Language);
        var content = new DeckContent(
            BenchmarkPlan.Title, null, BenchmarkPlan.Language, BenchmarkPlan.Title, DeckStyle.Professional,
            [new SlideSection(BenchmarkPlan.Title, slides.SelectMany(slide => SlideFitter.Fit(slide, template)))], PicturesOf(slides, pictures)) { Template = template };
        using var file = File.Create(output);
        if (DeckWriter.Write(content, file) is var written && written != slides.Count)
            throw new InvalidOperationException($"{slides.Count} slides became {written}: the benchmark's slides have to fit.");
    }

    static Dictionary<string, DeckPicture> PicturesOf(IEnumerable<Slide> slides, PictureFiles pictures) => slides.SelectMany(slide => slide.ContentBlocks)
        .Where(block => block.ImageReference is not null)
        .ToDictionary(block => block.ImageReference!, block => new DeckPicture(() => File.ReadAllBytes(pictures.PathOf(block.ImageReference!)), block.Caption!));
}
