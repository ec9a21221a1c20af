using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;

namespace CourseGen.Bench.Decks;

/// <summary>A deck of ours from slide plans and pictures in files: fitted, measured and written, as a deck batch is.</summary>
static class OurBuild
{
    internal static void Write(IReadOnlyList<Slide> slides, PictureFiles pictures, string output)
    {
        using var file = File.Create(output);
        var written = SlideDeck.Write(
            file, new DeckProperties(BenchmarkPlan.Title, null, BenchmarkPlan.Language), "professional", slides, picture => File.ReadAllBytes(pictures.PathOf(picture)));
        if (written.Slides != slides.Count)
            throw new InvalidOperationException($"{slides.Count} slides became {written.Slides}: the benchmark's slides have to fit.");
    }
}
