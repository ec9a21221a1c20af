using System.Collections.Concurrent;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CourseGen.Hosting;

/// <summary>
/// Cancels this process's consumers at the broker as soon as the process is told to stop. The bus itself does so only when its last
/// delivery has ended, and until then the broker goes on giving it messages, which lie there for as long as the longest call takes.
/// </summary>
sealed partial class ConsumersOfThisProcess(ServiceIdentity identity, ILogger<ConsumersOfThisProcess> log) : IHostedLifecycleService
{
    readonly ConcurrentDictionary<string, ChannelContext> _channels = new();

    /// <summary>Gives the endpoint's consumer a name that says something in the management page, and remembers its channel.</summary>
    public void Watch(string queue, IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        endpoint.OverrideConsumerTag(TagOf(queue));
        endpoint.ConfigureChannel(channel => channel.UseExecute(opened => _channels[queue] = opened));
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        foreach (var (queue, channel) in _channels.Where(open => open.Value.Channel.IsOpen))
            await Cancel(queue, channel);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>For example <c>lessons@pod-7</c>.</summary>
    string TagOf(string queue) => $"{queue.Split('.')[^1]}@{ServiceIdentity.Host}";

    async Task Cancel(string queue, ChannelContext channel)
    {
        try
        {
            await channel.BasicCancel(TagOf(queue));
        }
        catch (Exception lost)
        {
            NotCancelled(log, lost, identity.Service, queue);
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Service}'s consumer of {Queue} could not be cancelled; it ends with its connection.")]
    static partial void NotCancelled(ILogger log, Exception lost, string service, string queue);
}
