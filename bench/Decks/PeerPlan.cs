using System.Text.Json;
using CourseGen.Contracts.Documents;

namespace CourseGen.Bench.Decks;

/// <summary>The benchmark's slides as <c>bench/decks-peers/build.js</c> reads them.</summary>
static class PeerPlan
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    internal static string Write(IReadOnlyList<Slide> slides, string file)
    {
        var content = new { BenchmarkPlan.Title, Slides = slides.Select(SlideOf) };
        File.WriteAllText(file, JsonSerializer.Serialize(content, Web));
        return file;
    }

    static object SlideOf(Slide slide)
    {
        var (bullets, image) = (slide.ContentBlocks[0], slide.ContentBlocks[1]);
        return new { slide.Title, Bullets = bullets.Items, image.Caption, Picture = image.ImageReference, slide.Notes };
    }
}
