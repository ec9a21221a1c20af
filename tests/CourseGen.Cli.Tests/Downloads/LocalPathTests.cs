using CourseGen.Cli.Downloads;

namespace CourseGen.Cli.Tests.Downloads;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("..")]
    [InlineData("../evil.md")]
    [InlineData("lessons/../../evil.md")]
    [InlineData("lessons/..")]
    [InlineData("./evil.md")]
    [InlineData("/etc/passwd")]
    [InlineData("lessons//evil.md")]
    [InlineData("lessons/")]
    [InlineData("")]
    [InlineData(@"..\evil.md")]
    [InlineData(@"lessons\..\..\evil.md")]
    [InlineData(@"\\server\share\evil.md")]
    [InlineData("C:/evil.md")]
    [InlineData("C:evil.md")]
    [InlineData("lessons/a.md:stream")]
    [InlineData("lessons/a\0.md")]
    [InlineData("lessons/a\n.md")]
    [InlineData(".. /evil.md")]
    [InlineData("lessons /evil.md")]
    [InlineData(".../evil.md")]
    public void A_key_that_leads_out_on_any_platform_is_refused(string key)
    {
        LocalPath.Fault(key).ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => LocalPath.Of("/out/course", key));
    }

    [Theory]
    [InlineData("course.json")]
    [InlineData("lessons/module-1-lesson-1-mareas-y-más.md")]
    [InlineData(".coursegen/answers/0a/1.json")]
    [InlineData("versions/book/a..b_complete.md.1")]
    public void A_courses_keys_lie_in_its_folder(string key) => LocalPath.Of("/out/course", key).ShouldBe($"/out/course/{key}");
}
