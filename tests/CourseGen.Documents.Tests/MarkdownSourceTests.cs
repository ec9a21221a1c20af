namespace CourseGen.Documents;

public sealed class MarkdownSourceTests
{
    [Theory]
    [InlineData("Text with `<code>` and 1 < 2.\n")]
    [InlineData("```html\n<script>\n```\n")]
    [InlineData("<https://example.org> and <mail@example.org>\n")]
    [InlineData("[a](https://example.org) [b](mailto:x@example.org) [c](#here) [d](file.md)\n")]
    public void Harmless_Markdown_stays_as_it_is(string markdown) => MarkdownSource.Inert(markdown).ShouldBe(markdown);

    [Theory]
    [InlineData("<b>x</b>\n", "\\<b>x\\</b>\n")]
    [InlineData("a <b>x</b>\n", "a \\<b>x\\</b>\n")]
    [InlineData("[a](javascript:alert(1))\n", "[a](#)\n")]
    [InlineData("[a](  vbscript:x \"t\")\n", "[a](  # \"t\")\n")]
    [InlineData("![a](data:text/html,x)\n", "![a](#)\n")]
    [InlineData("[a]\n\n[a]: javascript:x\n", "[a]\n\n[a]: #\n")]
    [InlineData("<javascript:x>\n", "\\<javascript:x>\n")]
    [InlineData("<!-- open\n\ntext <i>\n", "\\<!-- open\n\ntext \\<i>\n")]
    public void What_could_do_something_becomes_text(string markdown, string inert) => MarkdownSource.Inert(markdown).ShouldBe(inert);

    [Fact]
    public void What_is_inert_stays_so()
    {
        var inert = MarkdownSource.Inert("<div>\n<b>x</b> [a](javascript:x)\n</div>\n");
        MarkdownSource.Inert(inert).ShouldBe(inert);
    }

    [Theory]
    [InlineData("````py\nx\n```\n", "````py\nx\n```\n````\n")]
    [InlineData("~~~\nx", "~~~\nx\n~~~\n")]
    public void An_open_fence_is_closed_as_it_was_opened(string markdown, string closed) => MarkdownSource.Inert(markdown).ShouldBe(closed);

    [Theory]
    [InlineData("# T\n\ntext\n", "text\n")]
    [InlineData("T\n=\n\ntext\n", "text\n")]
    [InlineData("## A\n", "## A\n")]
    public void The_title_goes(string markdown, string without) => MarkdownSource.WithoutTitle(markdown).ShouldBe(without);

    [Theory]
    [InlineData("# A\n\n## B\n\n## C\n", 3, "### A\n\n#### B\n\n#### C\n")]
    [InlineData("## A\n\n#### B\n", 2, "## A\n\n### B\n")]
    [InlineData("### A\n\n## B\n\n### C\n", 2, "## A\n\n## B\n\n### C\n")]
    [InlineData("# A\n\n## B\n\n### C\n\n#### D\n", 4, "#### A\n\n##### B\n\n###### C\n\n###### D\n")]
    [InlineData("Two\nlines\n---\n\ntext\n", 4, "#### Two lines\n\ntext\n")]
    [InlineData("```sh\n# no heading\n```\n", 4, "```sh\n# no heading\n```\n")]
    [InlineData("## A `b` ##\n", 3, "### A `b` ##\n")]
    public void Headings_keep_their_order_of_levels_without_gaps(string markdown, int top, string expected) =>
        MarkdownSource.WithHeadings(markdown, top).ShouldBe(expected);

    [Fact]
    public void Visual_tags_are_replaced_where_they_stand_alone()
    {
        const string Tag = "[VISUAL: 01-01-0001 - a]";
        MarkdownSource.WithVisuals($"`{Tag}`\n\n```\n{Tag}\n```\n\n{Tag}\n\n{Tag}\n", visual => $"<{visual.Id}>")
            .ShouldBe($"`{Tag}`\n\n```\n{Tag}\n```\n\n<01-01-0001>\n\n<01-01-0001>\n");
    }

    [Fact]
    public void Links_are_found_in_order_and_once() =>
        MarkdownSource.LinksOf("[A `b`](https://example.org/1) <http://example.org/2> `[c](https://example.org/3)` [d](https://example.org/1) [e](javascript:x) ![f](https://example.org/4)")
            .ShouldBe([new("A b", "https://example.org/1"), new("http://example.org/2", "http://example.org/2")]);
}
