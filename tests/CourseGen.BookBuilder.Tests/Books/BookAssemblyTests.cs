using CourseGen.BookBuilder.Testing;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.BookBuilder.Books;

public sealed class BookAssemblyTests
{
    readonly SampleCourse _course = new();

    [Fact]
    public void Chapters_and_lessons_stand_in_the_order_of_the_outline()
    {
        _course.Book.Modules.Select(module => module.ModuleTitle).ShouldBe(["Reading", "Planning"]);
        _course.Book.Modules.SelectMany(module => module.Lessons).Select(lesson => lesson.Title).ShouldBe(["Chart datum", "Springs", "Windows"]);
    }

    [Fact]
    public void The_metadata_counts_what_is_in_the_book()
    {
        var metadata = _course.Book.Metadata;
        (metadata.Title, metadata.Author, metadata.TotalModules, metadata.TotalLessons).ShouldBe(("Tides & Harbours", "A. Author", 2, 3));
        metadata.TotalWords.ShouldBe(_course.Book.Modules.Sum(module => module.Lessons.Sum(lesson => lesson.WordCount) + module.Labs.Sum(lab => lab.WordCount)));
        metadata.TotalWords.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_introduction_tells_what_the_outline_tells()
    {
        _course.Book.Metadata.CourseIntroduction.ShouldBe(
            "How to read a tide table.\n\n## Learning outcomes\n\n- Read a table\n\n## Audience\n\n- Skippers\n\n## Prerequisites\n\n- Sums");
    }

    [Fact]
    public void What_the_outline_does_not_tell_has_no_heading()
    {
        _course.Outline = _course.Outline with { Audience = [], Prerequisites = [], LearningOutcomes = [], Legal = null };
        _course.Book.Metadata.CourseIntroduction.ShouldBe("How to read a tide table.");
        _course.Book.SpecialSections.ShouldNotContain(section => section.SectionType == BookAssembly.LegalSection);
    }

    [Fact]
    public void A_chapter_repeats_objectives_and_takeaways_of_its_lessons_with_their_marks()
    {
        var chapter = _course.Book.Modules[0];
        chapter.Introduction.ShouldBe(
            "From datum to tide.\n\n## Learning objectives\n\n- [1.1 Chart datum](#lesson-1-1)\n  - Explain `datum`\n  - Calculate a depth\n- [1.2 Springs](#lesson-1-2)\n  - Read it");
        chapter.Summary.ShouldBe("- [1.1 Chart datum](#lesson-1-1)\n  - One zero for all\n- [1.2 Springs](#lesson-1-2)\n  - Keep it");
    }

    [Fact]
    public void A_chapter_lists_the_references_of_the_outline_and_of_its_lessons_once()
    {
        _course.Lessons["01-01"] = SampleCourse.FirstLesson.Replace("https://example.org/datums", "https://example.org/tides");
        _course.Book.Modules[0].References.ShouldBe("- [Bowditch](https://example.org/bowditch)\n- [Datums](https://example.org/tides)");
    }

    [Fact]
    public void A_reference_that_is_no_web_address_stays_text()
    {
        var module = _course.Outline.Modules[0] with { References = ["The harbour's own almanac", "Bad: javascript:alert(1)"] };
        _course.Outline = _course.Outline with { Modules = [module] };
        _course.Book.Modules[0].References.ShouldStartWith("- The harbour's own almanac\n- Bad: javascript:alert(1)\n- [Datums]");
    }

    [Fact]
    public void The_links_of_a_lesson_are_its_ref_urls() =>
        _course.Book.Modules[0].Lessons[0].RefUrls.ShouldBe(["https://example.org/datums"]);

    [Fact]
    public void A_lesson_that_was_not_made_is_a_gap_with_its_title_and_place()
    {
        _course.Lessons.Remove("01-02");
        var lesson = _course.Book.Modules[0].Lessons[1];
        (lesson.Title, lesson.Content, lesson.WordCount, lesson.Missing).ShouldBe(("Springs", "", 0, true));
        _course.Book.Modules[0].Summary.ShouldNotContain("Springs");
    }

    [Fact]
    public void A_lab_that_was_not_made_is_a_gap_with_its_title()
    {
        _course.Labs.Remove("02-00-01");
        var lab = _course.Book.Modules[1].Labs.ShouldHaveSingleItem();
        (lab.LabId, lab.Title, lab.Content, lab.Missing).ShouldBe(("02-00-01", "Plan a window", "", true));
    }

    [Fact]
    public void Lessons_that_define_nothing_make_no_glossary()
    {
        _course.Lessons.Clear();
        _course.Book.SpecialSections.ShouldNotContain(section => section.SectionType == BookAssembly.GlossarySection);
    }

    [Fact]
    public void Labs_stay_out_of_the_book_when_it_is_asked_for_without()
    {
        _course.Settings = new CourseSettings { LabsInBook = false };
        _course.Book.Modules.ShouldAllBe(module => module.Labs.Count == 0);
    }

    [Fact]
    public void Only_modules_that_are_selected_are_chapters() =>
        BookAssembly.ModulesOf(_course.Plan with { SelectedModules = [2] }).Select(module => module.Number).ShouldBe([2]);

    [Theory]
    [InlineData("simulated", true)]
    [InlineData("recorded", false)]
    public void The_book_says_whether_its_text_is_simulated(string provider, bool simulated)
    {
        _course.Provider = provider;
        _course.Book.Metadata.Simulated.ShouldBe(simulated);
    }

    [Fact]
    public void The_book_as_data_reads_back_as_it_was()
    {
        _course.Lessons.Remove("01-02");
        var written = DocumentJson.Write(_course.Book);
        var read = DocumentJson.Read<Book>(written);
        DocumentJson.Write(read).ShouldBe(written);
        read.Modules[0].Lessons.Select(lesson => (lesson.Title, lesson.Content, lesson.Missing))
            .ShouldBe(_course.Book.Modules[0].Lessons.Select(lesson => (lesson.Title, lesson.Content, lesson.Missing)));
        read.SpecialSections.ShouldBe(_course.Book.SpecialSections);
        read.Metadata.CourseGlossary.ShouldBe(_course.Book.Metadata.CourseGlossary);
    }
}
