using System.Diagnostics;
using CourseGen.Servers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CourseGen.Bench.Messaging;

public sealed record Ping(long SentAt);

public sealed record Pong(long SentAt);

/// <summary>The peer of every latency here: a message there and another back over quorum queues, with MassTransit and nothing else.</summary>
static class RoundTrip
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>Milliseconds of each, one after another.</returns>
    public static async Task<IReadOnlyList<double>> Measure(RabbitMqServer rabbit, int rounds)
    {
        var address = await rabbit.CreateVirtualHost(CancellationToken.None);
        var arrivals = new Arrivals();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(arrivals);
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<PingConsumer, QuorumDefinition<PingConsumer>>();
            bus.AddConsumer<PongConsumer, QuorumDefinition<PongConsumer>>();
            bus.UsingRabbitMq((context, transport) =>
            {
                transport.Host(address);
                transport.ConfigureEndpoints(context);
            });
        });
        using var host = builder.Build();
        await host.StartAsync();
        const int WarmUp = 50;
        var times = new List<double>();
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            await host.Services.GetRequiredService<IBus>().Publish(new Ping(Stopwatch.GetTimestamp()));
            times.Add(await arrivals.Next(Patience));
        }
        await host.StopAsync();
        return times[WarmUp..];
    }

    sealed class PingConsumer : IConsumer<Ping>
    {
        public Task Consume(ConsumeContext<Ping> context) => context.Publish(new Pong(context.Message.SentAt));
    }

    sealed class PongConsumer(Arrivals arrivals) : IConsumer<Pong>
    {
        public Task Consume(ConsumeContext<Pong> context)
        {
            arrivals.Add(Stopwatch.GetElapsedTime(context.Message.SentAt).TotalMilliseconds);
            return Task.CompletedTask;
        }
    }
}

/// <summary>Times that come in one after another.</summary>
sealed class Arrivals
{
    readonly System.Threading.Channels.Channel<double> _times = System.Threading.Channels.Channel.CreateUnbounded<double>();

    public void Add(double milliseconds) => _times.Writer.TryWrite(milliseconds);

    public async Task<double> Next(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        return await _times.Reader.ReadAsync(deadline.Token);
    }
}

static class Percentile
{
    public static double P95(this IReadOnlyList<double> values) => values.Order().ElementAt((int)(values.Count * 0.95));

    public static double P50(this IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);
}
