using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>Another program opens the merged deck and shows a page a slide.</summary>
public sealed class DeckRenderingTests
{
    [Fact]
    public async Task LibreOffice_shows_one_page_for_each_slide_of_a_merged_deck()
    {
        await using var course = new TestCourse();
        var merged = await CombineDeckConsumerTests.Merge(course);
        var deck = await course.Read(merged.Deck.Key);
        DeckChecks.Titles(deck).Count.ShouldBe(merged.TotalSlides);
        if (LibreOffice.IsHere())
            (await LibreOffice.Pages(deck)).ShouldBe([merged.TotalSlides]);
    }

    [Fact]
    public async Task LibreOffice_shows_one_page_for_each_slide_of_a_course_of_200_lessons()
    {
        var deck = await LongCourse.Deck(200);
        if (LibreOffice.IsHere())
            (await LibreOffice.Pages(deck)).ShouldBe([DeckChecks.Titles(deck).Count]);
    }
}
