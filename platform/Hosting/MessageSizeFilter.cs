using MassTransit;

namespace CourseGen.Hosting;

/// <summary>Messages carry ids and references, never content: a larger one is a defect, found where it is published.</summary>
sealed class MessageSizeFilter<T> : IFilter<PublishContext<T>> where T : class
{
    const int MaxBytes = 64 * 1024;

    public Task Send(PublishContext<T> context, IPipe<PublishContext<T>> next)
    {
        var size = context.Serializer.GetMessageBody(context).Length;
        return size is null or <= MaxBytes
            ? next.Send(context)
            : throw new InvalidOperationException($"A {typeof(T).Name} of {size} bytes was to be published; at most {MaxBytes} are allowed: put content into the store and send its reference.");
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("messageSize");
}
