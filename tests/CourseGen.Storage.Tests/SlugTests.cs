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

    [Theory]
    [InlineData("Introduccio\u0301n: el nin\u0303o y el pingu\u0308ino", "introducción-el-niño-y-el-pingüino")]
    [InlineData("L'e\u0301te\u0301, ou\u0300 l'a\u0302me a rec\u0327u Noe\u0308l", "l-été-où-l-âme-a-reçu-noël")]
    [InlineData("Pr\u030Ci\u0301lis\u030C Z\u030Clut\u030Couc\u030Cky\u0301 ku\u030An\u030C", "příliš-žluťoučký-kůň")]
    [InlineData("Tie\u0302\u0301ng Vie\u0323\u0302t; Vi\u00EA\u0323t, \u0111u\u031Bo\u031B\u0323c", "tiếng-việt-việt-được")]
    [InlineData("Zaz\u0307o\u0301\u0142c\u0301 ge\u0328s\u0301la\u0328", "zażółć-gęślą")]
    [InlineData("O\u030Bs a\u0304tri\u0306", "ős-ātrĭ")]
    [InlineData("\u0418\u0306\u043E\u0434 \u0438 \u0435\u0308\u043B\u043A\u0430", "йод-и-ёлка")]
    [InlineData("\u0391\u0301\u03BB\u03C6\u03B1 \u03B9\u0308\u0301", "άλφα-ΐ")]
    public void A_title_in_combining_marks_has_the_name_of_the_title_without(string title, string slug) => Slug.Of(title).ShouldBe(slug);

    [Fact]
    public void A_capital_that_has_no_small_letter_of_its_own_is_composed_too() => Slug.Of("I\u0307zmir").ShouldBe(Slug.Of("\u0130zmir"));

    [Fact]
    public void A_mark_that_no_letter_has_is_kept() => Slug.Of("Q\u0303 q\u0303").ShouldBe("q\u0303-q\u0303");

    [Fact]
    public void It_is_at_most_fifty_characters_and_a_hundred_and_twenty_bytes()
    {
        Slug.Of(new string('a', 80)).Length.ShouldBe(50);
        Encoding.UTF8.GetByteCount(Slug.Of(new string('潮', 80))).ShouldBe(120);
        Slug.Of($"{new string('a', 49)} b").ShouldBe(new string('a', 49));
    }
}
