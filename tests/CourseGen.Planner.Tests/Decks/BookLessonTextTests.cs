using CourseGen.Documents;
using CourseGen.Planner.Decks;

namespace CourseGen.Planner.Tests.Decks;

public sealed class BookLessonTextTests
{
    [Theory]
    [InlineData("![A ladder of levels](../images/01-02-0003.png)", "01-02-0003", "A ladder of levels")]
    [InlineData("![01-02-0003](https://bucket.s3.amazonaws.com/tides/images/01-02-0003.png?X-Amz-Date=1)", "01-02-0003", "01-02-0003")]
    [InlineData("Text before ![A \\[safe\\] \\*window\\*](../images/01-02-0003.jpg \"title\") and after.", "01-02-0003", "A (safe) *window*")]
    public void A_picture_becomes_the_visual_tag_that_it_was_made_of(string content, string id, string description)
    {
        var visual = LessonReader.Read(Of(content)).Visuals.ShouldHaveSingleItem();
        (visual.Id, visual.Description).ShouldBe((id, description));
    }

    [Fact]
    public void Our_caption_below_a_picture_is_in_its_tag_already() =>
        Of("Before.\n\n![Levels](../images/01-02-0003.png)\n\n**Figure 1-2.** Levels (1 sea)\n\nAfter.")
            .ShouldBe("# 1.2: Title\n\nBefore.\n\n\n\n[VISUAL: 01-02-0003 - Levels]\n\n\n\n\nAfter.\n");

    [Fact]
    public void A_picture_that_is_none_of_the_courses_is_left_out() => Of("Before ![pasted](data:image/png;base64,AAAA) after.").ShouldBe("# 1.2: Title\n\nBefore  after.\n");

    [Fact]
    public void Code_is_left_as_it_is()
    {
        const string Code = "```markdown\n![Levels](../images/01-02-0003.png)\n~~~\n```";
        Of(Code).ShouldBe($"# 1.2: Title\n\n{Code}\n");
    }

    [Fact]
    public void A_title_that_the_book_kept_is_not_doubled() => Of("# Lesson 1.2: Title\n\nText.").ShouldBe("# 1.2: Title\n\nText.\n");

    static string Of(string content) => BookLessonText.Of("1.2", new BookDataLesson(2, "Title", content));
}
