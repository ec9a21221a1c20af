using System.Net.Mime;
using System.Text.Json;
using System.Text.RegularExpressions;
using MassTransit;

namespace CourseGen.Resilience.Tests.Permutations;

/// <summary>A message at the door of an endpoint.</summary>
/// <param name="SortKey">Endpoint, type and content without what differs from run to run (ids, times, and with them the manifest).</param>
sealed partial record HeldMessage(string SortKey, Uri Address, Guid Id, ContentType ContentType, byte[] Body)
{
    public static HeldMessage Of(string endpoint, ReceiveContext context)
    {
        var body = context.Body.GetBytes();
        using var envelope = JsonDocument.Parse(body);
        var type = envelope.RootElement.GetProperty("messageType")[0].GetString();
        var message = Varying().Replace(envelope.RootElement.GetProperty("message").GetRawText(), "");
        return new($"{endpoint} {type} {message}", context.InputAddress, envelope.RootElement.GetProperty("messageId").GetGuid(), context.ContentType!, body);
    }

    /// <summary>Endpoint and type, for people.</summary>
    public override string ToString() => SortKey[..Math.Min(SortKey.Length, 160)];

    [GeneratedRegex("""[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\d{4}-\d\d-\d\dT[^"]*|[0-9a-f]{64}|"length":\s*\d+|"seconds":\s*[0-9.]+|"took":\s*"[0-9.:]+.""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Varying();
}
