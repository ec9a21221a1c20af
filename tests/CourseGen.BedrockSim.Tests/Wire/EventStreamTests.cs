using System.Buffers.Binary;
using System.Text;

namespace CourseGen.BedrockSim.Wire;

public sealed class EventStreamTests
{
    [Fact]
    public void The_checksum_is_that_of_the_standards_check_value() => Crc32.Of("123456789"u8).ShouldBe(0xCBF43926);

    [Fact]
    public void A_message_has_its_lengths_both_checksums_and_the_payload_in_place()
    {
        var message = EventStream.Event("chunk", "{}"u8.ToArray());

        BinaryPrimitives.ReadInt32BigEndian(message).ShouldBe(message.Length);
        var headers = BinaryPrimitives.ReadInt32BigEndian(message.AsSpan(4));
        BinaryPrimitives.ReadUInt32BigEndian(message.AsSpan(8)).ShouldBe(Crc32.Of(message.AsSpan(0, 8)));
        BinaryPrimitives.ReadUInt32BigEndian(message.AsSpan(message.Length - 4)).ShouldBe(Crc32.Of(message.AsSpan(0, message.Length - 4)));
        Encoding.UTF8.GetString(message.AsSpan(12 + headers, 2)).ShouldBe("{}");
        Encoding.UTF8.GetString(message.AsSpan(12, headers)).ShouldBe("\u000b:event-type\u0007\0\u0005chunk\r:content-type\u0007\0\u0010application/json\r:message-type\u0007\0\u0005event");
    }

    [Fact]
    public void An_exception_names_its_type_in_a_header_of_its_own() =>
        Encoding.UTF8.GetString(EventStream.Exception("throttlingException", [])).ShouldContain(":exception-type\u0007\0\u0013throttlingException");
}
