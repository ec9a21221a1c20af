namespace CourseGen.Documents;

public sealed class ProseTests
{
    [Theory]
    [InlineData("Describe when the order of steps limits “Dimensions and facts”", 52, "Describe when the order of steps limits “Dimensions”")]
    [InlineData("Explica «la forma normal de Boyce-Codd» con calma", 30, "Explica «la forma normal»")]
    [InlineData("Where a data engineer's work begins and ends", 40, "Where a data engineer's work begins")]
    [InlineData("Compare the plan with the result, then stop", 35, "Compare the plan with the result")]
    [InlineData("Short enough", 20, "Short enough")]
    public void A_text_that_is_cut_ends_at_a_word_and_closes_its_quotation(string text, int limit, string clipped) =>
        Prose.Clip(text, limit).ShouldBe(clipped);

    [Fact]
    public void A_point_is_not_cut_inside_a_quotation() =>
        Prose.Point("The name “extract; load; transform” covers the three steps that follow one another every night in the warehouse of the firm.", 60)
            .ShouldBe("The name “extract; load; transform” covers the three steps…");

    [Theory]
    [InlineData("The tide rises for about six hours, but in a narrow estuary it may rise for three and fall for nine.", "The tide rises for about six hours")]
    [InlineData("When the tide rises over a bar that dries, but only at springs, the boat floats. It is safe to enter the harbour then.", "It is safe to enter the harbour then")]
    [InlineData("Of all the heights that a chart and a table give, mean high water springs is the one for bridges.", null)]
    public void A_clause_is_whole_or_none(string paragraph, string? clause) => Prose.Clause(paragraph, 60).ShouldBe(clause);

    [Fact]
    public void Text_without_spaces_is_cut_between_characters()
    {
        var clipped = Prose.Clip(string.Concat(Enumerable.Repeat("😀", 30)), 21);
        clipped.Length.ShouldBeLessThanOrEqualTo(21);
        clipped.EnumerateRunes().ShouldAllBe(rune => rune.Value == 0x1F600);
    }
}
