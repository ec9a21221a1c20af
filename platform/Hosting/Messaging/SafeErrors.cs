using System.Text.Json;
using System.Text.Json.Serialization;
using MassTransit;
using MassTransit.Events;
using MassTransit.Middleware;

namespace CourseGen.Hosting;

/// <summary>
/// Before a message moves to <c>_error</c>: says in <c>MT-Reason</c> and <c>MT-Fault-Message</c> why, in words made for people, and takes
/// out the stack trace. No <c>ReceiveFault</c> is published: nobody listens, and it would carry both.
/// </summary>
sealed class SafeErrorFilter : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var read = context.TryGetPayload<ConsumerFaultContext>(out _);
        var reason = read ? SafeText.Of(context.Exception) : SafeText.Unread;
        context.ExceptionHeaders.Set(MessageHeaders.Reason, reason, overwrite: true);
        context.ExceptionHeaders.Set(MessageHeaders.FaultMessage, reason, overwrite: true);
        context.ExceptionHeaders.Set(MessageHeaders.FaultStackTrace, (string?)null, overwrite: true);
        if (!context.IsFaulted)
            await context.NotifyFaulted(context.Exception);
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("safeErrors");
}

/// <summary>
/// A <see cref="Fault"/> says no more than the <c>_error</c> queue does: neither stack trace nor inner exceptions. Done where it is
/// written, because not every fault passes the publish filters.
/// </summary>
sealed class SafeExceptionConverter : JsonConverter<ExceptionInfo>
{
    public override ExceptionInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var exception = JsonDocument.ParseValue(ref reader);
        return new FaultExceptionInfo { ExceptionType = Text(exception, "exceptionType"), Message = Text(exception, "message"), StackTrace = "", Source = "" };
    }

    public override void Write(Utf8JsonWriter writer, ExceptionInfo value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("exceptionType", value.ExceptionType);
        writer.WriteString("message", SafeText.Of(value.ExceptionType, value.Message));
        writer.WriteEndObject();
    }

    static string Text(JsonDocument exception, string field) => exception.RootElement.TryGetProperty(field, out var text) ? text.ToString() : "";
}

public static class SafeErrors
{
    /// <summary>For every endpoint.</summary>
    public static void UseSafeErrors(this IReceiveEndpointConfigurator endpoint) => endpoint.ConfigureError(errors =>
    {
        errors.UseFilter(new SafeErrorFilter());
        errors.UseFilter(new ErrorTransportFilter());
    });
}
