using CourseGen.ContentGen.Answers;

namespace CourseGen.ContentGen.Tests.Answers;

public sealed class AnswerJsonTests
{
    [Theory]
    [InlineData("""{"title": "Tides"}""")]
    [InlineData("""Here it is: ```json {"title": "Tides", /* a comment */ "more": [1,],} ``` Done.""")]
    public void An_object_is_read_whatever_stands_around_it(string answer) =>
        AnswerJson.Read<Titled>(answer, out _)!.Title.ShouldBe("Tides");

    [Theory]
    [InlineData("no object", "the answer holds no JSON object")]
    [InlineData("} {", "the answer holds no JSON object")]
    [InlineData("{\"title\":\n [1]}", "the JSON cannot be read at $.title, line 2, position 3")]
    public void What_cannot_be_read_says_where(string answer, string expected)
    {
        AnswerJson.Read<Titled>(answer, out var fault).ShouldBeNull();
        fault.ShouldBe(expected);
    }

    sealed record Titled(string? Title);
}
