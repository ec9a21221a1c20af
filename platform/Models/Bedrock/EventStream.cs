using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Amazon.Runtime.EventStreams;

namespace CourseGen.Models.Bedrock;

/// <param name="Kind"><c>event</c>, <c>exception</c> or <c>error</c>.</param>
/// <param name="Name">Of the event, the exception or the error.</param>
sealed record StreamMessage(string Kind, string Name, byte[] Payload);

/// <summary>
/// The messages of <c>application/vnd.amazon.eventstream</c>: a prelude of total length, header length and their CRC, headers of at most
/// 128 KiB, a payload of at most 24 MiB, the message's CRC. The SDK's own decoder checks both CRCs.
/// </summary>
static class EventStream
{
    const int PreludeLength = 12;
    const int CrcLength = 4;
    const int MaxHeaders = 128 * 1024;
    const int MaxPayload = 24 * 1024 * 1024;

    /// <exception cref="IOException">It is cut off, silent for too long, or damaged.</exception>
    public static async IAsyncEnumerable<StreamMessage> Read(Stream stream, TimeSpan idle, TimeProvider time, [EnumeratorCancellation] CancellationToken token)
    {
        using var silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, silence.Token);
        while (true)
        {
            silence.CancelAfter(idle);
            byte[]? message;
            try
            {
                message = await Next(stream, either.Token);
            }
            catch (OperationCanceledException silent) when (silence.IsCancellationRequested && !token.IsCancellationRequested)
            {
                throw new IOException($"Nothing came for {idle.TotalSeconds:0.#} s.", silent);
            }
            if (message is null)
                yield break;
            yield return Decode(message);
        }
    }

    /// <returns>Null at the end.</returns>
    static async Task<byte[]?> Next(Stream stream, CancellationToken token)
    {
        var prelude = new byte[PreludeLength];
        var read = await stream.ReadAtLeastAsync(prelude, PreludeLength, throwOnEndOfStream: false, token);
        if (read == 0)
            return null;
        if (read < PreludeLength)
            throw new EndOfStreamException();
        var (total, headers) = (BinaryPrimitives.ReadUInt32BigEndian(prelude), BinaryPrimitives.ReadUInt32BigEndian(prelude.AsSpan(4)));
        if (headers > MaxHeaders || total < PreludeLength + headers + CrcLength || total - headers > PreludeLength + MaxPayload + CrcLength)
            throw new IOException("A message of the stream has an impossible length.");
        var message = new byte[total];
        prelude.CopyTo(message, 0);
        await stream.ReadExactlyAsync(message.AsMemory(PreludeLength), token);
        return message;
    }

    static StreamMessage Decode(byte[] bytes)
    {
        try
        {
            var message = EventStreamMessage.FromBuffer(bytes, 0, bytes.Length);
            string Header(string name) => message.Headers.TryGetValue(name, out var header) && header.HeaderType == EventStreamHeaderType.String ? header.AsString() : "";
            return Header(":message-type") switch
            {
                "exception" => new("exception", Header(":exception-type"), message.Payload),
                "error" => new("error", Header(":error-code"), Encoding.UTF8.GetBytes(Header(":error-message"))),
                var kind => new(kind, Header(":event-type"), message.Payload),
            };
        }
        catch (Exception damaged) when (damaged is EventStreamParseException or EventStreamChecksumFailureException or ArgumentException or IndexOutOfRangeException)
        {
            throw new IOException("A message of the stream is damaged.", damaged);
        }
    }
}
