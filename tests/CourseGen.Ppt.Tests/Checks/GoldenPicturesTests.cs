using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Checks;

/// <summary>
/// Ten slides of the recorded sample, as LibreOffice shows them, against pictures that were looked at (Checks/Golden). After a wanted
/// change of the look: <c>COURSEGEN_GOLDEN=renew dotnet test tests/CourseGen.Ppt.Tests --filter GoldenPictures</c>, then look at each
/// picture that changed, and commit them.
/// </summary>
public sealed class GoldenPicturesTests
{
    /// <summary>Pictures of 320 × 180 pixels.</summary>
    const int Dpi = 24;
    const double MostMean = 6, MostShare = 0.05;

    static readonly string Folder = Path.Combine(RecordedCourse.Samples, "..", "tests", "CourseGen.Ppt.Tests", "Checks", "Golden");

    /// <summary>The first slide of each of these layouts.</summary>
    static readonly string[] Layouts =
    [
        "Cover", "Agenda", "Section", "Lesson title", "Title and content", "Text left, picture right", "Table", "Code", "Summary", "Closing",
    ];

    [Fact]
    public async Task Ten_slides_look_as_they_did_when_they_were_looked_at()
    {
        if (!LibreOffice.IsHere())
            return;
        var deck = await RecordedCourse.Deck("harbour-tides");
        var pages = await LibreOffice.Show(deck, Dpi, smooth: true);
        var layouts = DeckChecks.Layouts(deck);
        var shown = Layouts.Select(layout => (Name: NameOf(layout), Page: pages[layouts.Index().First(slide => slide.Item == layout).Index])).ToList();
        if (Environment.GetEnvironmentVariable("COURSEGEN_GOLDEN") == "renew")
        {
            Directory.CreateDirectory(Folder);
            foreach (var (name, page) in shown)
                await File.WriteAllBytesAsync(Path.Combine(Folder, name), page.ToPng());
        }
        shown.Select(slide => (slide.Name, Fault: Difference(Golden(slide.Name), slide.Page))).Where(slide => slide.Fault is not null).ShouldBeEmpty();
    }

    [Fact]
    public void A_slide_that_looks_another_way_is_told_from_its_picture()
    {
        foreach (var (index, layout) in Layouts.Index().Skip(1))
            Difference(Golden(NameOf(Layouts[index - 1])), Golden(NameOf(layout))).ShouldNotBeNull($"{Layouts[index - 1]} and {layout}");
    }

    static Raster Golden(string name) => Raster.OfPng(File.ReadAllBytes(Path.Combine(Folder, name)));

    static string NameOf(string layout) => $"{layout.ToLowerInvariant().Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-')}.png";

    /// <returns>Null when they look alike.</returns>
    static string? Difference(Raster golden, Raster shown) => Unlikeness.Of(golden, shown) is var unlike && unlike.IsMoreThan(MostMean, MostShare) ? $"{unlike}" : null;
}
