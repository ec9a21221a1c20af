namespace CourseGen.Documents;

public sealed class MarkdownHtmlTests
{
    static string Render(string markdown) => MarkdownHtml.Render(
        markdown, new MarkdownPage("part", id => id == "here", link => link == "../images/a.png" ? "data:x" : null)).Trim();

    [Fact]
    public void Headings_have_numbered_ids() =>
        Render("## A\n\n### B").ShouldBe("<h2 id=\"part-1\">A</h2>\n<h3 id=\"part-2\">B</h3>");

    [Fact]
    public void A_heading_in_a_quote_is_none_of_the_page() => Render("> # A").ShouldNotContain("<h1");

    [Fact]
    public void A_picture_alone_is_a_figure_and_what_follows_its_caption() =>
        Render("![Alt](../images/a.png)\n\n**Figure 1.** Text\n\nMore").ShouldBe(
            "<figure><img src=\"data:x\" alt=\"Alt\" /><figcaption><strong>Figure 1.</strong> Text</figcaption></figure>\n<p>More</p>");

    [Fact]
    public void A_picture_of_another_place_becomes_a_link() =>
        Render("![Alt](https://example.org/a.png)").ShouldBe("<p><a href=\"https://example.org/a.png\">Alt</a></p>");

    [Theory]
    [InlineData("[a](https://example.org)", "<p><a href=\"https://example.org\">a</a></p>")]
    [InlineData("[a](mailto:x@example.org)", "<p><a href=\"mailto:x@example.org\">a</a></p>")]
    [InlineData("[a](#here)", "<p><a href=\"#here\">a</a></p>")]
    [InlineData("[*a* `b`](#nowhere)", "<p><em>a</em> <code>b</code></p>")]
    [InlineData("[a](javascript:x)", "<p>a</p>")]
    [InlineData("[a](//example.org)", "<p>a</p>")]
    [InlineData("[a](file.md)", "<p>a</p>")]
    [InlineData("![a](../images/b.png)", "<p>a</p>")]
    [InlineData("<javascript:x>", "<p>javascript:x</p>")]
    [InlineData("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>")]
    public void Only_harmless_links_are_kept_and_html_is_text(string markdown, string html) => Render(markdown).ShouldBe(html);

    [Fact]
    public void Code_names_its_language_and_can_be_scrolled_by_keys() =>
        Render("```python\n1 < 2\n```").ShouldBe("<pre data-language=\"python\" tabindex=\"0\"><code>1 &lt; 2\n</code></pre>");

    [Theory]
    [InlineData("```text\nx\n```")]
    [InlineData("```\nx\n```")]
    [InlineData("    x")]
    public void Plain_text_names_no_language(string markdown) => Render(markdown).ShouldBe("<pre tabindex=\"0\"><code>x\n</code></pre>");

    [Fact]
    public void The_name_of_a_language_cannot_leave_its_attribute() => Render("```a\"onclick=b x\nx\n```").ShouldNotContain("\"onclick");

    [Fact]
    public void Tables_name_their_columns_and_can_be_scrolled_by_keys()
    {
        var html = Render("| a |\n|---|\n| b |");
        html.ShouldStartWith("<div class=\"table\" tabindex=\"0\">");
        html.ShouldContain("<th scope=\"col\">a</th>");
    }

    [Fact]
    public void Check_boxes_are_signs() => Render("- [ ] a\n- [x] b").ShouldContain("☐</span> a");
}
