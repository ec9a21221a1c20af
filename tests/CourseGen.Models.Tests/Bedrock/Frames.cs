using System.Buffers.Binary;
using System.Text;

namespace CourseGen.Models.Bedrock;

/// <summary>Messages of <c>application/vnd.amazon.eventstream</c>, byte by byte as the format's description has them.</summary>
static class Frames
{
    const byte StringHeader = 7;

    public static byte[] Event(string type, string json) => Message(json, (":message-type", "event"), (":event-type", type), (":content-type", "application/json"));

    public static byte[] Exception(string type, string message) =>
        Message($$"""{"message":"{{message}}"}""", (":message-type", "exception"), (":exception-type", type), (":content-type", "application/json"));

    /// <summary>A whole answer in two pieces.</summary>
    public static byte[][] Whole(string first, string second, string stop = "end_turn") =>
    [
        Event("messageStart", """{"role":"assistant"}"""),
        Delta(first),
        Delta(second),
        Event("contentBlockStop", """{"contentBlockIndex":0}"""),
        Event("messageStop", $$"""{"stopReason":"{{stop}}"}"""),
        Event("metadata", """{"usage":{"inputTokens":12,"outputTokens":7,"totalTokens":2073,"cacheReadInputTokens":2000,"cacheWriteInputTokens":54},"metrics":{"latencyMs":1234}}"""),
    ];

    public static byte[] Delta(string text) => Event("contentBlockDelta", $$$"""{"contentBlockIndex":0,"delta":{"text":"{{{text}}}"}}""");

    public static byte[] Message(string payload, params (string Name, string Value)[] headers)
    {
        var head = headers.SelectMany(header => Header(header.Name, header.Value)).ToArray();
        var body = Encoding.UTF8.GetBytes(payload);
        var frame = new byte[12 + head.Length + body.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), head.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc(frame.AsSpan(0, 8)));
        head.CopyTo(frame, 12);
        body.CopyTo(frame, 12 + head.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - 4), Crc(frame.AsSpan(0, frame.Length - 4)));
        return frame;
    }

    static byte[] Header(string name, string value)
    {
        var (key, text) = (Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));
        return [(byte)key.Length, .. key, StringHeader, (byte)(text.Length >> 8), (byte)text.Length, .. text];
    }

    /// <summary>CRC-32 of ISO 3309.</summary>
    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        return ~crc;
    }
}
