using CourseGen.BookBuilder.Testing;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.BookBuilder.Books;

public sealed class LessonContentTests
{
    readonly SampleCourse _course = new();

    string Of(string markdown) => new LessonContent(_course.Sources, CourseWords.English, 1).Of(markdown);

    [Fact]
    public void A_lesson_is_verbatim_but_for_its_title_and_its_pictures()
    {
        var expected = SampleCourse.FirstLesson.Replace("# 1.1: Chart datum\n\n", "").Replace(
            "[VISUAL: 01-01-0001 - Ladder of levels]",
            "![Alt text of 01-01-0001](../images/01-01-0001.png)\n\n**Figure 1-1.** Ladder of levels");
        Of(SampleCourse.FirstLesson).Trim().ShouldBe(expected.Trim());
    }

    [Fact]
    public void Figures_are_numbered_through_the_chapter()
    {
        var content = _course.Book.Modules.SelectMany(module => module.Lessons).Select(lesson => lesson.Content).ToList();
        content[0].ShouldContain("**Figure 1-1.**");
        content[1].ShouldContain("**Figure 1-2.**");
        content[2].ShouldContain("**Figure 2-1.**");
    }

    [Fact]
    public void A_missing_picture_is_a_sentence_in_its_place_and_keeps_its_number()
    {
        _course.Pictures.Remove("01-01-0001");
        var lessons = _course.Book.Modules[0].Lessons;
        lessons[0].Content.ShouldContain($"> **Figure 1-1.** Ladder of levels\n>\n> {CourseWords.English.PictureMissing}");
        lessons[0].Content.ShouldNotContain("![");
        lessons[1].Content.ShouldContain("**Figure 1-2.**");
    }

    [Fact]
    public void A_picture_without_a_prompt_file_is_described_by_its_tag()
    {
        var sources = _course.Sources with { Visuals = new Dictionary<string, Visual>() };
        new LessonContent(sources, CourseWords.English, 1).Of(SampleCourse.FirstLesson).ShouldContain("![Ladder of levels](../images/01-01-0001.png)");
    }

    [Fact]
    public void A_caption_tells_what_the_numbers_in_a_diagram_stand_for()
    {
        var visual = _course.Sources.Visuals["01-01-0001"] with { Diagram = new Diagram(DiagramDirection.Down, [new("a", "海図"), new("b", "مد")], []) };
        var sources = _course.Sources with { Visuals = new Dictionary<string, Visual> { [visual.Id] = visual } };
        new LessonContent(sources, CourseWords.English, 1).Of(SampleCourse.FirstLesson).ShouldContain("**Figure 1-1.** Ladder of levels (1 = 海図, 2 = مد)");
    }

    [Fact]
    public void Levels_that_a_lesson_skips_are_closed_up() =>
        Of("# T\n\n## A\n\n#### B\n\n##### C\n\n## D\n").ShouldBe("## A\n\n### B\n\n#### C\n\n## D\n");

    [Fact]
    public void A_lesson_without_a_title_loses_nothing() =>
        Of("## A\n\ntext\n").ShouldBe("## A\n\ntext\n");

    [Fact]
    public void A_fence_left_open_does_not_swallow_what_comes_after() =>
        Of("# T\n\n```bash\nls\n").ShouldBe("```bash\nls\n```\n");

    [Fact]
    public void Raw_html_becomes_the_text_it_is() =>
        Of("# T\n\n<script>alert(1)</script>\n\na <b>c</b> `<i>`\n").ShouldBe("\\<script>alert(1)\\</script>\n\na \\<b>c\\</b> `<i>`\n");
}
