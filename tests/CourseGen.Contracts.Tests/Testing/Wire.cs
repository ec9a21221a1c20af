using System.Text.Json;
using CourseGen.Hosting;
using MassTransit;
using MassTransit.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Contracts.Testing;

/// <summary>A bus with the product's conventions: messages as it writes, reads and refuses them.</summary>
public sealed class Wire : IAsyncLifetime
{
    readonly ServiceProvider _services = new ServiceCollection().AddMassTransit(bus =>
    {
        bus.DisableUsageTelemetry();
        bus.UsingInMemory((context, transport) => transport.UseCourseConventions(context));
    }).BuildServiceProvider();

    IBusControl Bus => _services.GetRequiredService<IBusControl>();

    public Task InitializeAsync() => Bus.StartAsync();

    public async Task DisposeAsync()
    {
        await Bus.StopAsync();
        await _services.DisposeAsync();
    }

    /// <returns>Bytes of the envelope that was published.</returns>
    public async Task<int> Publish<T>(T message) where T : class
    {
        var size = 0;
        await Bus.Publish(message, context => size = context.Serializer.GetMessageBody(context).GetBytes().Length);
        return size;
    }

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, SystemTextJsonMessageSerializer.Options)!;

    public static object RoundTrip(object message)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), SystemTextJsonMessageSerializer.Options);
        return JsonSerializer.Deserialize(json, message.GetType(), SystemTextJsonMessageSerializer.Options)!;
    }
}
