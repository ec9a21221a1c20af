using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;

namespace CourseGen.Bench.Decks;

/// <summary>A deck of ours from slide plans and pictures in files: fitted, measured and written, as a deck batch is.</summary>
static class OurBuild
{
    internal static void Write(IReadOnlyList<Slide> slides, PictureFiles pictures, string output)
    {
        var fitted = slides.SelectMany(SlideFitter.Fit).ToList();
        if (fitted.Count != slides.Count)
            throw new InvalidOperationException($"{slides.Count} slides became {fitted.Count}: the benchmark's slides have to fit.");
        var content = new DeckContent(
            BenchmarkPlan.Title, null, BenchmarkPlan.Language, BenchmarkPlan.Title, DeckStyle.Professional, [new SlideSection(BenchmarkPlan.Title, fitted)], PicturesOf(fitted, pictures));
        using var file = File.Create(output);
        DeckWriter.Write(content, file);
    }

    static Dictionary<string, DeckPicture> PicturesOf(IEnumerable<Slide> slides, PictureFiles pictures) => slides.SelectMany(slide => slide.ContentBlocks)
        .Where(block => block.ImageReference is not null)
        .ToDictionary(block => block.ImageReference!, block => new DeckPicture(File.ReadAllBytes(pictures.PathOf(block.ImageReference!)), block.Caption!));
}
