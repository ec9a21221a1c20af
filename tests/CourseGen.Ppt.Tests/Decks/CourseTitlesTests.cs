using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Merging;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Decks;

public sealed class CourseTitlesTests
{
    [Fact]
    public void A_later_lessons_equal_title_gets_its_lessons_number() =>
        Titles(Of("Levels (1/2)", 1, 1), Of("Levels (2/2)", 1, 1), Of("levels (1/2)", 2, 3), Of("Levels (2/2)", 2, 3))
            .ShouldBe(["Levels (1/2)", "Levels (2/2)", "levels (1/2) · 2.3", "Levels (2/2) · 2.3"]);

    [Fact]
    public void Titles_that_still_meet_are_counted() =>
        Titles(Of("Levels", 1, 1), Of("Levels · 1.2", 1, 1), Of("Levels", 1, 2), Of("Levels", 1, 2)).ShouldBe(["Levels", "Levels · 1.2", "Levels · 1.2 · 2", "Levels · 1.2 · 3"]);

    [Fact]
    public void The_courses_own_slides_keep_theirs_wherever_they_stand() =>
        Titles(Of("Glossary", 1, 1), Of("Glossary", 0, 0)).ShouldBe(["Glossary · 1.1", "Glossary"]);

    [Fact]
    public void A_title_that_a_person_gave_stays()
    {
        var deck = Samples.Written(Samples.Deck([Of("Mine", 1, 1), Of("Levels", 1, 1)]));
        using var merged = new MemoryStream();
        DeckMerger.Merge([new DeckSource("batch", () => new MemoryStream(deck)) { Titles = [new SlideTitle(0, "Levels", "Levels · 1.1"), new SlideTitle(1, "Levels", "Levels · 1.1")] }], merged);
        DeckChecks.ShouldBeValid(merged.ToArray());
        DeckChecks.Titles(merged.ToArray()).ShouldBe(["Mine", "Levels · 1.1"]);
    }

    static IEnumerable<string> Titles(params Slide[] slides) => CourseTitles.Unique(slides).Select(slide => slide.Title);

    static Slide Of(string title, int module, int lesson) => Samples.Slide(SlideLayout.TitleContent, title, Samples.Bullets("One")) with { ModuleNumber = module, LessonNumber = lesson };
}
