using System.Globalization;
using CourseGen.BedrockSim.Wire;
using Microsoft.AspNetCore.Http;

namespace CourseGen.BedrockSim.Endpoints;

/// <summary>One answer on Bedrock's wire: JSON, a stream of events, or an error before or within either.</summary>
sealed class BedrockReply(HttpContext context)
{
    /// <summary>What Bedrock's own errors carry after their type; those of authentication come from before it.</summary>
    const string Namespace = ":http://internal.amazon.com/coral/com.amazon.bedrock/";

    public CancellationToken Aborted => context.RequestAborted;

    public bool IsStreaming { get; private set; }

    public void Header(string name, string value) => context.Response.Headers[name] = value;

    public void Header(string name, long value) => Header(name, value.ToString(CultureInfo.InvariantCulture));

    public Task Json(object value) => Send(200, WireJson.Write(value));

    public async Task Events(IEnumerable<(string Type, object Event)> events)
    {
        if (!IsStreaming)
        {
            IsStreaming = true;
            context.Response.ContentType = EventStream.ContentType;
            Identify();
        }
        await Write(events.SelectMany(item => EventStream.Event(item.Type, WireJson.Write(item.Event))).ToArray());
    }

    public Task Fail(BedrockError error)
    {
        var message = WireJson.Write(new { error.Message });
        if (IsStreaming)
            return Write(EventStream.Exception(error.EventName, message));
        Header("x-amzn-ErrorType", BedrockErrors.All.ContainsKey(error.Type) ? error.Type + Namespace : error.Type);
        return Send(error.Status, message);
    }

    Task Send(int status, byte[] json)
    {
        Identify();
        return JsonHttp.Send(context, status, json);
    }

    void Identify() => Header("x-amzn-RequestId", Guid.NewGuid().ToString());

    async Task Write(byte[] bytes)
    {
        await context.Response.Body.WriteAsync(bytes, Aborted);
        await context.Response.Body.FlushAsync(Aborted);
    }
}
