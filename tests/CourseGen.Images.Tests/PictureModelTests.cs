using CourseGen.Contracts.Documents;
using CourseGen.Images.Tests.Rendering;
using CourseGen.Models;

namespace CourseGen.Images.Tests;

public sealed class PictureModelTests
{
    [Fact]
    public async Task A_simulated_picture_is_a_PNG_of_1280_by_720()
    {
        var picture = await Simulate("01-01-0001", "Boats aground in a harbour at low water");
        var png = PngReader.Read(picture.Bytes);

        picture.MediaType.ShouldBe("image/png");
        (png.Width, png.Height).ShouldBe((1280, 720));
    }

    [Fact]
    public async Task A_simulated_picture_is_the_same_each_time_and_another_for_each_visual()
    {
        var first = await Simulate("01-01-0001", "A quay");

        (await Simulate("01-01-0001", "A quay")).Bytes.ShouldBe(first.Bytes);
        (await Simulate("01-01-0002", "A quay")).Bytes.ShouldNotBe(first.Bytes);
        (await Simulate("01-01-0001", "A beach")).Bytes.ShouldNotBe(first.Bytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("海図を読む")]
    [InlineData("word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word")]
    public async Task Any_description_can_be_simulated(string description) =>
        PngReader.Read((await Simulate("01-01-0001", description)).Bytes).Width.ShouldBe(1280);

    [Fact]
    public async Task A_recorded_picture_is_the_file_beside_the_sample()
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-recorded-");
        try
        {
            folder.CreateSubdirectory("images");
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "images", "01-01-0001.png"), [1, 2, 3]);

            var picture = await new RecordedPictureModel(folder.FullName).Draw(Request("01-01-0001", "A quay"), CancellationToken.None);

            picture.Bytes.ShouldBe([1, 2, 3]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_picture_that_was_not_recorded_is_named_by_its_file()
    {
        var missing = await Should.ThrowAsync<RecordedAnswerMissingException>(
            new RecordedPictureModel("recorded").Draw(Request("01-01-0009", "A quay"), CancellationToken.None));

        missing.Message.ShouldContain(Path.Combine("recorded", "images", "01-01-0009.png"));
    }

    [Fact]
    public async Task A_recorded_picture_is_never_looked_for_outside_its_folder() =>
        await Should.ThrowAsync<WorkException>(new RecordedPictureModel("recorded").Draw(Request("../secret", "A quay"), CancellationToken.None));

    static Task<Picture> Simulate(string id, string description) => new SimulatedPictureModel().Draw(Request(id, description), CancellationToken.None);

    static PictureRequest Request(string id, string description) =>
        new(new Visual(id, "01-01", description, VisualType.ArtisticImage, description, description, $"{id}.png", DateTimeOffset.UnixEpoch), "en");
}
