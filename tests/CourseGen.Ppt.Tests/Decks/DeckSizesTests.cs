using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Decks;

public sealed class DeckSizesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void A_deck_of_so_many_lessons_is_valid(int lessons)
    {
        var slides = Enumerable.Range(1, lessons).SelectMany(number => HeadingSlides.From(SampleLesson.Document, 1, number, "en", 2).Select(slide => slide with { Title = $"{slide.Title} · {number}" }));
        using var deck = new MemoryStream();
        var written = SlideDeck.Write(deck, new DeckProperties("Many lessons", null, "en"), "professional", slides, _ => null);
        written.Slides.ShouldBeGreaterThanOrEqualTo(lessons * 3);
        written.Template.ShouldBeEmpty();
        DeckChecks.ShouldBeValid(deck.ToArray());
        DeckChecks.Titles(deck.ToArray()).Count.ShouldBe(written.Slides);
    }

    [Fact]
    public void Slides_and_pictures_are_let_go_once_they_are_written()
    {
        const int Count = 1500;
        var (slides, pictures) = (new List<WeakReference>(), new List<WeakReference>());
        SlideDeck.Write(Stream.Null, new DeckProperties("Many", null, "en"), "modern", Made(), PictureOf);
        slides.Count.ShouldBe(Count);

        IEnumerable<Slide> Made()
        {
            for (var number = 1; number <= Count; number++)
            {
                if (number % 500 == 0)
                {
                    GC.Collect();
                    slides.Count(slide => slide.IsAlive).ShouldBeLessThan(20);
                    pictures.Count(picture => picture.IsAlive).ShouldBeLessThan(20);
                }
                var slide = Samples.Slide(SlideLayout.TextImageRight, $"Slide {number}", Samples.Bullets("One", "Two"), Samples.Image($"{number}"));
                slides.Add(new WeakReference(slide));
                yield return slide;
            }
        }

        byte[] PictureOf(string id)
        {
            var picture = Samples.Png(32, 32, (byte)int.Parse(id));
            pictures.Add(new WeakReference(picture));
            return picture;
        }
    }
}
