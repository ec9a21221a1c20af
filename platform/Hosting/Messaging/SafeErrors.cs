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
        var reason = SafeText.Of(context.Exception);
        context.ExceptionHeaders.Set(MessageHeaders.Reason, reason, overwrite: true);
        context.ExceptionHeaders.Set(MessageHeaders.FaultMessage, reason, overwrite: true);
        context.ExceptionHeaders.Set(MessageHeaders.FaultStackTrace, (string?)null, overwrite: true);
        if (!context.IsFaulted)
            await context.NotifyFaulted(context.Exception);
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("safeErrors");
}

/// <summary>A <see cref="Fault"/> that is published says no more than the <c>_error</c> queue does.</summary>
sealed class SafeFaultFilter<T> : IFilter<PublishContext<T>> where T : class
{
    public Task Send(PublishContext<T> context, IPipe<PublishContext<T>> next)
    {
        if (context.Message is Fault { Exceptions: { } exceptions })
        {
            for (var n = 0; n < exceptions.Length; n++)
                exceptions[n] = Safe(exceptions[n]);
        }
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("safeFaults");

    static FaultExceptionInfo Safe(ExceptionInfo exception) => new()
    {
        ExceptionType = exception.ExceptionType,
        Message = SafeText.Of(exception.ExceptionType, exception.Message),
        StackTrace = "",
        Source = "",
    };
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
