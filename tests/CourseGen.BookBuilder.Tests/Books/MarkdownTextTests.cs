using CourseGen.Documents;

namespace CourseGen.BookBuilder.Books;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a ](javascript:alert(1)) b")]
    [InlineData("[x](https://example.org)")]
    [InlineData("`code` *bold* _it_ ~no~")]
    [InlineData("1. first")]
    [InlineData("12) first")]
    [InlineData("- item")]
    [InlineData("# heading #")]
    [InlineData("C# and F#")]
    [InlineData("> quote")]
    [InlineData("a | b")]
    [InlineData("back\\slash \\`")]
    [InlineData("AT&T &amp; more")]
    [InlineData("![x](y)")]
    [InlineData("===")]
    [InlineData("عنوان 🌊")]
    public void Plain_text_reads_back_as_it_is(string text)
    {
        LessonReader.Read($"# {MarkdownText.Escape(text)}").Sections.ShouldHaveSingleItem().Heading.ShouldBe(text);
        LessonReader.Read($"{MarkdownText.Escape(text)}").Blocks.ShouldHaveSingleItem().ShouldBeOfType<ParagraphBlock>().Text.ShouldBe(text);
        LessonReader.Read($"- {MarkdownText.Escape(text)}").Blocks.ShouldHaveSingleItem().ShouldBeOfType<ListBlock>().Items.ShouldBe([text]);
        LessonReader.Read(MarkdownText.Table(["A", "B"], [[MarkdownText.Escape(text), "x"]])).Blocks
            .ShouldHaveSingleItem().ShouldBeOfType<TableBlock>().Rows.ShouldHaveSingleItem().ShouldBe([text, "x"]);
    }

    [Fact]
    public void A_title_stays_on_its_line() => MarkdownText.Escape(" two\n lines ").ShouldBe("two lines");

    [Fact]
    public void Lines_of_a_description_are_paragraphs() => MarkdownText.Paragraphs("one\n\ntwo\nthree\n").ShouldBe("one\n\ntwo\n\nthree");

    [Fact]
    public void Words_are_what_holds_letters_or_digits() => MarkdownText.WordsOf("# One two\n\n- three – 4\n").ShouldBe(4);
}
