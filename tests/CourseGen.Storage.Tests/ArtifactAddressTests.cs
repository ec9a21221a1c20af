namespace CourseGen.Storage;

public sealed class ArtifactAddressTests
{
    [Fact]
    public void A_key_is_below_its_project_folder()
    {
        var address = ArtifactAddress.Of(new("local", "training/tides"), "lessons/a.md");

        (address.Bucket, address.Folder, address.RelativeKey, address.Key).ShouldBe(("local", "training/tides", "lessons/a.md", "training/tides/lessons/a.md"));
        address.ShouldBe(ArtifactAddress.Of(new("local", "training/tides"), "lessons/a.md"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a.md")]
    [InlineData("a.md/")]
    [InlineData("lessons//a.md")]
    [InlineData("..")]
    [InlineData("lessons/../../a.md")]
    [InlineData("./a.md")]
    [InlineData("lessons\\a.md")]
    [InlineData("a\0.md")]
    [InlineData("a\n.md")]
    public void What_is_no_relative_path_is_refused(string path)
    {
        Should.Throw<ArgumentException>(() => ArtifactAddress.Of(new("local", "tides"), path));
        Should.Throw<ArgumentException>(() => ArtifactAddress.Of(new("local", path), "a.md"));
    }
}
