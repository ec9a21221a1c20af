using CourseGen.Planner.Outlines;

namespace CourseGen.Planner.Tests.Outlines;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("gsw", "gsw")]
    [InlineData("EN-us", "en-US")]
    [InlineData("es-419", "es-419")]
    [InlineData("SR-LATN-rs", "sr-Latn-RS")]
    [InlineData("zh-cmn-Hans-CN", "zh-cmn-Hans-CN")]
    [InlineData("de-CH-1901", "de-CH-1901")]
    [InlineData("sl-rozaj-biske", "sl-rozaj-biske")]
    [InlineData("de-DE-u-co-phonebk", "de-DE-u-co-phonebk")]
    [InlineData("en-x-private", "en-x-private")]
    public void Well_formed_tags_are_read_in_customary_case(string tag, string read) => LanguageTag.Parse(tag).ShouldBe(read);

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("en_US")]
    [InlineData("en-")]
    [InlineData("-en")]
    [InlineData("en--US")]
    [InlineData("english")]
    [InlineData("en US")]
    [InlineData("en-US-GB")]
    [InlineData("ñn")]
    [InlineData("de-1901-1901")]
    [InlineData("en-a-bbb-a-ccc")]
    [InlineData("en-u")]
    [InlineData("en-x")]
    [InlineData("en-x-abcdefghi")]
    [InlineData("en\n")]
    [InlineData("en-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd")]
    public void Ill_formed_tags_are_refused(string tag) => LanguageTag.Parse(tag).ShouldBeNull();
}
