using CourseGen.BookBuilder.Testing;
using CourseGen.Contracts.Documents;

namespace CourseGen.BookBuilder.Books;

public sealed class GlossaryTests
{
    static IReadOnlyList<GlossaryEntry> Of(params string[] paragraphs)
    {
        var course = new SampleCourse();
        course.Lessons["01-02"] = "# 1.2: Springs\n\n## Topic\n\n" + string.Join("\n\n", paragraphs) + "\n";
        course.Lessons["01-01"] = "# 1.1: Chart datum\n\n## Levels\n\nNothing.\n";
        return course.Book.Metadata.CourseGlossary;
    }

    [Theory]
    [InlineData("A **lock** is a gated chamber. It fills.", "Lock", "A lock is a gated chamber.")]
    [InlineData("**Range** means the difference of two heights.", "Range", "Range means the difference of two heights.")]
    [InlineData("La **cabecera** es un conjunto de atributos.", "Cabecera", "La cabecera es un conjunto de atributos.")]
    [InlineData("The lowest level is called **datum**.", "Datum", "The lowest level is called datum.")]
    [InlineData("Chart datum is the zero of the chart.", "Chart datum", "Chart datum is the zero of the chart.")]
    public void A_sentence_that_defines_a_term_is_its_entry(string text, string term, string definition) =>
        Of(text).ShouldBe([new GlossaryEntry(term, definition)]);

    [Theory]
    [InlineData("The answer is a number.")]
    [InlineData("**Never** go there at night.")]
    [InlineData("**Note:** a tide is a wave.")]
    [InlineData("This **lock** is a small one.")]
    [InlineData("A **lock** is the part between that gate and the sea.")]
    [InlineData("Is a **lock** a gate?")]
    public void Other_sentences_define_nothing(string text) => Of(text).ShouldBeEmpty();

    [Fact]
    public void The_first_definition_counts_and_the_entries_are_sorted() =>
        Of("A **weir** is a low wall.", "An **ébb** is a fall.", "A **fairway** is a channel.", "A **weir** is an obstacle.")
            .Select(entry => entry.Definition).ShouldBe(["An ébb is a fall.", "A fairway is a channel.", "A weir is a low wall."]);

    [Fact]
    public void Without_an_entry_there_is_no_glossary()
    {
        var course = new SampleCourse();
        course.Lessons.Clear();
        course.Book.SpecialSections.ShouldNotContain(section => section.SectionType == BookAssembly.GlossarySection);
    }
}
