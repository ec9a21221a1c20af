using CourseGen.BookBuilder.Testing;
using CourseGen.Documents;

namespace CourseGen.BookBuilder.Formats;

public sealed class MarkdownBookTests
{
    readonly SampleCourse _course = new();

    string Text => MarkdownBook.Write(_course.Book);

    [Fact]
    public void Every_line_of_the_contents_leads_to_an_anchor()
    {
        var targets = Text.Split("](#").Skip(1).Select(rest => rest.Split(')')[0]).ToList();
        targets.ShouldContain("lesson-2-1");
        targets.ShouldAllBe(target => Text.Contains($"<a id=\"{target}\"></a>"));
    }

    [Fact]
    public void No_level_of_headings_is_skipped_and_the_title_is_the_only_H1()
    {
        var levels = LessonReader.Read(Text).Sections.Select(section => section.Level).Where(level => level > 0).ToList();
        levels.Count(level => level == 1).ShouldBe(1);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
    }

    [Fact]
    public void Pictures_are_linked_beside_the_book() => Text.ShouldContain("![Alt text of 01-02-0001](../images/01-02-0001.png)");

    [Fact]
    public void Code_is_not_altered() => Text.ShouldContain("```python\n# not a heading\nprint(\"[VISUAL: 01-01-0009 - not a tag]\", 1 < 2)\n```");

    [Fact]
    public void The_parts_stand_in_their_order()
    {
        var headings = LessonReader.Read(Text).Sections.Where(section => section.Level is > 0 and <= 3).Select(section => section.Heading);
        headings.ShouldBe(
        [
            "Tides & Harbours", "Contents", "Legal notice", "Introduction", "Learning outcomes", "Audience", "Prerequisites",
            "Module 1: Reading", "Learning objectives", "1.1 Chart datum", "1.2 Springs", "Lab 01-01-01: Find a depth", "Module 1: Summary", "Module 1: References",
            "Module 2: Planning", "Learning objectives", "2.1 Windows", "Lab 02-00-01: Plan a window", "Module 2: Summary", "Module 2: References", "Glossary",
        ]);
    }

    [Fact]
    public void Gaps_say_what_they_are()
    {
        _course.Lessons.Remove("02-01");
        Text.ShouldContain($"### 2.1 Windows\n\n> {CourseWords.English.LessonMissing}");
    }

    [Fact]
    public void A_simulated_book_says_so_before_its_contents()
    {
        _course.Provider = "simulated";
        Text.Split("## Contents")[0].ShouldContain($"> {CourseWords.English.SimulatedNotice}");
    }

    [Fact]
    public void A_title_with_marks_stays_text()
    {
        _course.FirstTitle = "<script> `x` [y](javascript:z)";
        LessonReader.Read(Text).Sections.ShouldContain(section => section.Heading == "1.1 <script> `x` [y](javascript:z)");
    }

    [Fact]
    public void The_same_book_is_the_same_text() => MarkdownBook.Write(new SampleCourse().Book).ShouldBe(Text);

    [Fact]
    public void It_ends_with_one_line_end_and_has_no_others_than_LF()
    {
        Text.ShouldEndWith(".\n");
        Text.ShouldNotContain('\r');
    }
}
