using MassTransit;
using MassTransit.Configuration;

namespace CourseGen.Hosting;

/// <summary>A queue where anybody may send: raw JSON or a MassTransit envelope, whatever its content type says.</summary>
public static class EntryQueue
{
    /// <summary>Of a body, envelope and all: the limit of every message here.</summary>
    public const int MaxBytes = MessageSize.MaxBytes;

    /// <summary>
    /// The consumer reads the body itself and refuses what it cannot use, so that a reason comes with it: nothing is skipped, nothing is
    /// tried again, and there is no inbox, because raw messages have no id.
    /// </summary>
    public static void UseEntryQueue(this IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ClearSerialization();
        endpoint.AddSerializer(new SystemTextJsonMessageSerializerFactory());
        endpoint.UseRawJsonDeserializer(RawSerializerOptions.AnyMessageType, isDefault: true);
    }
}
