using CourseGen.Documents.Diagrams;

namespace CourseGen.Documents.Tests.Diagrams;

public sealed class LabelTextTests
{
    [Fact]
    public void A_label_is_wrapped_evenly() =>
        LabelText.InLines("Predicted height at standard port", 2).Lines.ShouldBe(["Predicted height", "at standard port"]);

    [Fact]
    public void One_line_stays_one_line() => LabelText.InLines("High or low water?", 1).Lines.ShouldBe(["High or low water?"]);

    [Fact]
    public void There_are_no_more_lines_than_words() => LabelText.InLines("In between", 4).Lines.ShouldBe(["In", "between"]);

    [Fact]
    public void A_very_long_word_is_broken_after_a_hyphen_first() =>
        LabelText.InLines("request-validation_service/implementation", 4).Lines.ShouldBe(["request-", "validation_", "service/", "implementation"]);

    [Fact]
    public void A_word_without_a_place_to_break_is_broken_all_the_same() =>
        string.Concat(LabelText.InLines("Donaudampfschifffahrtsgesellschaft", 4).Lines).ShouldBe("Donaudampfschifffahrtsgesellschaft");

    [Theory]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(14)]
    public void Lines_keep_within_the_width(double width) =>
        LabelText.Within("Extend the line, more margin than before", width).Width.ShouldBeLessThanOrEqualTo(width);
}
