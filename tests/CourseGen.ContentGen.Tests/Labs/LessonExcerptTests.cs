using CourseGen.ContentGen.Labs;

namespace CourseGen.ContentGen.Tests.Labs;

public sealed class LessonExcerptTests
{
    [Fact]
    public void Short_lessons_are_quoted_whole() => LessonExcerpt.Of(["# One\n", "# Two\n"]).ShouldBe("# One\n\n# Two");

    [Fact]
    public void A_long_lesson_ends_with_a_paragraph()
    {
        var paragraph = new string('x', 999);
        var excerpt = LessonExcerpt.Of([string.Join("\n\n", Enumerable.Repeat(paragraph, 30))]);
        excerpt.Split("\n\n").ShouldAllBe(part => part == paragraph);
        excerpt.Length.ShouldBeInRange(12_500, 14_000);
    }

    [Fact]
    public void Code_is_not_cut_in_its_middle()
    {
        var code = $"```text\n{string.Concat(Enumerable.Repeat("line\n\n", 3000))}```";
        LessonExcerpt.Of([$"# One\n\nBefore.\n\n{code}\n\nAfter."]).ShouldBe("# One\n\nBefore.");
    }

    [Fact]
    public void Several_lessons_share_the_room()
    {
        var lesson = string.Join("\n\n", Enumerable.Repeat(new string('x', 99), 200));
        var excerpt = LessonExcerpt.Of([$"# One\n\n{lesson}", $"# Two\n\n{lesson}"]);
        excerpt.ShouldContain("# Two");
        excerpt.Length.ShouldBeLessThan(14_010);
    }
}
