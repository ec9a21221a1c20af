using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.EndToEnd.Tests;

/// <summary>The decks of the recorded samples, as the README's command makes them.</summary>
public sealed class RecordedDecksTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("harbour-tides")]
    [InlineData("bases-de-datos")]
    public async Task The_check_finds_nothing_and_the_instructor_has_something_to_say_to_every_slide(string sample)
    {
        (await CoursegenProgram.Run("generate", CoursegenProgram.Sample(sample), "--out", _folder.Path)).Exit.ShouldBe(0);
        var check = await CoursegenProgram.Run("check", _folder[sample, "infographics", $"{sample}-complete.pptx"]);
        check.Exit.ShouldBe(0, check.ToString());
        check.ToString().ShouldContain("no findings");

        var slides = DocumentJson.Read<DeckStructure>(await File.ReadAllBytesAsync(_folder[sample, "infographics", "infographic_structure.json"])).Slides;
        slides.Where(slide => Prose.WordCount(slide.Notes) is < 60 or > 180).Select(slide => $"{slide.SlideNumber}: {slide.Notes}").ShouldBeEmpty();
        slides.Where(slide => slide.LessonNumber == 0).SelectMany(slide => Prose.Sentences(slide.Notes)).ShouldBeUnique();
    }
}
