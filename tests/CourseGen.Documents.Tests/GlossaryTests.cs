using CourseGen.Contracts.Documents;

namespace CourseGen.Documents;

public sealed class GlossaryTests
{
    static readonly Outline Outline = new()
    {
        Title = "Tides",
        Modules = [new OutlineModule(1, "Levels", null, null, null, [new OutlineLesson("01-01", 1, "Chart datum", null, null, [], [])], [], [])],
    };

    static IReadOnlyList<GlossaryEntry> Of(params string[] paragraphs) =>
        Glossary.Of([LessonReader.Read("# 1.2: Springs\n\n## Topic\n\n" + string.Join("\n\n", paragraphs) + "\n")], Outline);

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
    public void Of_several_lessons_joined_the_first_that_defines_a_term_counts() =>
        Glossary.Joined([.. Of("A **weir** is a low wall."), .. Of("An **ebb** is a fall.", "A **weir** is an obstacle.")])
            .Select(entry => entry.Definition).ShouldBe(["An ebb is a fall.", "A weir is a low wall."]);
}
