using CourseGen.ContentGen.Lessons;
using CourseGen.ContentGen.Tests.Testing;
using CourseGen.Documents;

namespace CourseGen.ContentGen.Tests.Lessons;

public sealed class LessonMendingTests
{
    [Fact]
    public void What_is_right_stays_as_it_is() => Mend(SampleLesson.Markdown).ShouldBe(SampleLesson.Markdown);

    [Theory]
    [InlineData("```markdown\n", "```")]
    [InlineData("```md\n", "```\n\nI hope this helps!")]
    [InlineData("Here is the lesson:\n\n```\n", "```")]
    [InlineData("Here is the lesson:\n\n", "")]
    [InlineData("\uFEFF", "\n\n\n")]
    public void What_stands_around_the_lesson_is_dropped(string before, string after) =>
        Mend(before + SampleLesson.Markdown + after).ShouldBe(SampleLesson.Markdown);

    [Theory]
    [InlineData("# 1.2: Neaps and springs", "# Lesson 1.2 - Neaps & springs")]
    [InlineData("# 1.2: Neaps and springs", "# 2.1: NEAPS AND SPRINGS")]
    [InlineData("## Learning objectives", "## Learning Objectives:")]
    [InlineData("## Chart datum", "## 1. Chart Datum")]
    [InlineData("## Ranges", "##  **Ranges**  ##")]
    [InlineData("### What's next", "### What’s next?")]
    [InlineData("[VISUAL: 01-02-0001 - How", "[visual: 1-2-0007 – How")]
    [InlineData("[VISUAL: 01-02-0001 - How", "[VISUAL: 01-02-XXXX - How")]
    [InlineData("[VISUAL: 01-02-0001 - How heights and depths count from chart datum]", "  **[VISUAL: 01-02-0001: How heights and depths count from chart datum]**")]
    [InlineData("01-02-0002", "01-02-0009")]
    [InlineData("Heights count from one level.", "Heights count from one level.  ")]
    [InlineData("\n\n[VISUAL: 01-02-0001", "\n[VISUAL: 01-02-0001")]
    [InlineData("chart datum]\n\n", "chart datum]\n")]
    [InlineData("\n", "\r\n")]
    public void Harmless_deviations_are_mended(string right, string other)
    {
        SampleLesson.Markdown.ShouldContain(right);
        Mend(SampleLesson.Markdown.Replace(right, other)).ShouldBe(SampleLesson.Markdown);
    }

    [Fact]
    public void Brackets_in_a_description_become_parentheses() =>
        Mend("[VISUAL: 01-02-0001 - How a[0] is read]").ShouldBe("[VISUAL: 01-02-0001 - How a(0) is read]\n");

    [Fact]
    public void Code_is_never_altered()
    {
        const string code = "```text\n# Not a title   \n## chart datum\n[visual: 9-9-9 - no tag]  \n\n\n~~~\n```";
        Mend(SampleLesson.Markdown.Replace("Tables.", code)).ShouldContain($"\n{code}\n");
    }

    [Fact]
    public void Topics_that_differ_only_in_their_number_are_not_taken_for_each_other()
    {
        var form = new LessonForm("01-01", "1.1: Steps", ["1. Basics", "2. Basics"], CourseWords.English);
        LessonMending.Mend("# 1.1: Steps\n\n## 2. Basics\n\n## Basics\n", form).ShouldBe("# 1.1: Steps\n\n## 2. Basics\n\n## Basics\n");
    }

    [Fact]
    public void Two_titles_are_left_to_the_check() => Mend("# One\n\n# Two\n").ShouldBe("# One\n\n# Two\n");

    static string Mend(string answer) => LessonMending.Mend(answer, SampleLesson.Form);
}
