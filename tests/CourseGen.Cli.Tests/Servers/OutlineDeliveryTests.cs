using System.Text;
using CourseGen.Cli.Servers;
using CourseGen.Contracts;

namespace CourseGen.Cli.Tests.Servers;

public sealed class OutlineDeliveryTests
{
    static readonly StartCourse Start = new() { ProjectFolder = "folder" };

    [Theory]
    [InlineData(48 * 1024, true)]
    [InlineData(48 * 1024 + 1, false)]
    public void An_outline_of_at_most_48_KiB_fits_in_a_message(int bytes, bool fits) =>
        OutlineDelivery.FitsInMessage(Start, Encoding.UTF8.GetBytes(new string('x', bytes))).ShouldBe(fits);

    [Fact]
    public void Text_that_grows_when_it_is_written_as_JSON_does_not() =>
        OutlineDelivery.FitsInMessage(Start, Encoding.UTF8.GetBytes(new string('ж', 20 * 1024))).ShouldBeFalse();

    [Fact]
    public void Bytes_that_are_no_text_do_not() => OutlineDelivery.FitsInMessage(Start, [0xFF, 0xFE, 0x41]).ShouldBeFalse();

    [Fact]
    public void The_message_holds_the_same_bytes()
    {
        byte[] outline = [0xEF, 0xBB, 0xBF, .. "título: Ñandú\r\n"u8];
        Encoding.UTF8.GetBytes(OutlineDelivery.InMessage(Start, outline).OutlineYaml!).ShouldBe(outline);
    }
}
