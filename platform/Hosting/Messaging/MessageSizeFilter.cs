using MassTransit;

namespace CourseGen.Hosting;

/// <summary>
/// Messages carry ids and references, never content: a larger one is a defect, found where it is published. The bus asks once for each
/// type that a message has; it is measured for its own, not for its interfaces (so not at all for a <see cref="Fault{T}"/>, which must come through).
/// </summary>
sealed class MessageSizeFilter<T> : IFilter<PublishContext<T>> where T : class
{
    public Task Send(PublishContext<T> context, IPipe<PublishContext<T>> next)
    {
        if (typeof(T).IsInterface)
            return next.Send(context);
        var size = context.Serializer.GetMessageBody(context).GetBytes().Length; // Length is null until the bytes are made
        return size <= MessageSize.MaxBytes
            ? next.Send(context)
            : throw new InvalidOperationException(
                $"A {typeof(T).Name} of {size} bytes was to be published; at most {MessageSize.MaxBytes} are allowed: put content into the store and send its reference.");
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("messageSize");
}

static class MessageSize
{
    public const int MaxBytes = 64 * 1024;
}
