using System.Text;

namespace CourseGen.Storage;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Spring Tides & Neaps!", "spring-tides-neaps")]
    [InlineData("  Introducción: ¿qué es?  ", "introducción-qué-es")]
    [InlineData("潮汐 入門", "潮汐-入門")]
    [InlineData("…", "untitled")]
    [InlineData("", "untitled")]
    public void Letters_and_digits_of_any_script_are_kept_and_the_rest_becomes_a_hyphen(string title, string slug) => Slug.Of(title).ShouldBe(slug);

    [Fact]
    public void It_is_at_most_fifty_characters_and_a_hundred_and_twenty_bytes()
    {
        Slug.Of(new string('a', 80)).Length.ShouldBe(50);
        Encoding.UTF8.GetByteCount(Slug.Of(new string('潮', 80))).ShouldBe(120);
        Slug.Of($"{new string('a', 49)} b").ShouldBe(new string('a', 49));
    }
}
