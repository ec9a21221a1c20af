using CourseGen.Cli.Embedded;
using CourseGen.Contracts;
using CourseGen.Hosting;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Cli.Servers;

/// <summary>One course on the servers: commands go there, its events come from there.</summary>
sealed class ServerConnection : IAsyncDisposable
{
    /// <summary>Of the connection and the queue, for the broker's management page.</summary>
    const string Name = "coursegen-watch";

    /// <summary>For the broker to be there, and to take a command.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    readonly BusClient _client;
    readonly CourseWatch _watch;

    ServerConnection(BusClient client, CourseWatch watch) => (_client, _watch) = (client, watch);

    /// <exception cref="BrokerUnusableException">The broker is out of reach.</exception>
    public static async Task<ServerConnection> Open(BrokerAddress broker, WatchedCourse course, CancellationToken token)
    {
        var watch = new CourseWatch(course.Concerns);
        var client = await BusClient.Connect(broker, Name, Hear, Patience, token);
        return new ServerConnection(client, watch);

        void Hear(IBusRegistrationConfigurator bus)
        {
            bus.AddSingleton(watch);
            bus.AddConsumer<CourseWatchConsumer>();
        }
    }

    /// <exception cref="BrokerUnusableException">Nobody takes it.</exception>
    public Task Publish(object command, CancellationToken token) => _client.Publish(command, Patience, token);

    /// <summary>The next event of the course; null when none comes in time.</summary>
    public Task<ICourseMessage?> Next(TimeSpan within, CancellationToken token) => First(_ => true, within, token);

    /// <summary>The first event that answers; null when none comes in time.</summary>
    public async Task<ICourseMessage?> First(Func<ICourseMessage, bool> answers, TimeSpan within, CancellationToken token)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        deadline.CancelAfter(within);
        try
        {
            while (true)
                if (await _watch.Events.ReadAsync(deadline.Token) is var message && answers(message))
                    return message;
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();
}
