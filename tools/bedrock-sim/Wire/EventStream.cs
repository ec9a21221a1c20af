using System.Buffers.Binary;
using System.Text;

namespace CourseGen.BedrockSim.Wire;

/// <summary>
/// One message of <c>application/vnd.amazon.eventstream</c>: total length, length of the headers and the CRC of both; headers; payload;
/// the CRC of all before it. Numbers are big-endian.
/// </summary>
static class EventStream
{
    public const string ContentType = "application/vnd.amazon.eventstream";
    const int PreludeLength = 12;
    const int CrcLength = 4;
    const byte StringHeader = 7;

    public static byte[] Event(string type, byte[] json) =>
        Message([(":event-type", type), (":content-type", "application/json"), (":message-type", "event")], json);

    /// <summary>An error in the middle of a stream whose status was 200.</summary>
    public static byte[] Exception(string type, byte[] json) =>
        Message([(":exception-type", type), (":content-type", "application/json"), (":message-type", "exception")], json);

    static byte[] Message(IEnumerable<(string Name, string Value)> headers, byte[] payload)
    {
        var head = headers.SelectMany(header => Header(header.Name, header.Value)).ToArray();
        var message = new byte[PreludeLength + head.Length + payload.Length + CrcLength];
        BinaryPrimitives.WriteInt32BigEndian(message, message.Length);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(4), head.Length);
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(8), Crc32.Of(message.AsSpan(0, 8)));
        head.CopyTo(message, PreludeLength);
        payload.CopyTo(message, PreludeLength + head.Length);
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(message.Length - CrcLength), Crc32.Of(message.AsSpan(0, message.Length - CrcLength)));
        return message;
    }

    static byte[] Header(string name, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), StringHeader, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
    }
}
