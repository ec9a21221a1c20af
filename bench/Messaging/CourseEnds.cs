using System.Threading.Channels;
using CourseGen.Contracts;
using CourseGen.Hosting;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CourseGen.Bench.Messaging;

/// <summary>A bus beside the services', which sends starts and hears how courses end.</summary>
static class Visitor
{
    public static async Task<IHost> Connect(Uri broker, Action<IServiceCollection> add, Action<IBusRegistrationConfigurator> consumers)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        add(builder.Services);
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            consumers(bus);
            bus.AddConfigureEndpointsCallback((_, _, endpoint) => ((IRabbitMqReceiveEndpointConfigurator)endpoint).SetQuorumQueue());
            bus.UsingRabbitMq((context, transport) =>
            {
                transport.Host(broker);
                transport.UseCourseConventions(context);
                transport.ConfigureEndpoints(context);
            });
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}

/// <summary>Courses as they end.</summary>
sealed class CourseEnds
{
    readonly Channel<Guid> _completed = Channel.CreateUnbounded<Guid>();

    public void Completed(Guid course) => _completed.Writer.TryWrite(course);

    public void Failed(string why) => _completed.Writer.TryComplete(new InvalidOperationException(why));

    /// <exception cref="InvalidOperationException">A course did not complete, or none did in time.</exception>
    public async Task<Guid> Next(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            return await _completed.Reader.ReadAsync(deadline.Token);
        }
        catch (ChannelClosedException closed) when (closed.InnerException is InvalidOperationException why)
        {
            throw new InvalidOperationException(why.Message, closed);
        }
        catch (OperationCanceledException late)
        {
            throw new InvalidOperationException($"No course ended within {patience.TotalMinutes} min.", late);
        }
    }
}

sealed class CourseEndsConsumer(CourseEnds ends) :
    IConsumer<CourseCompleted>, IConsumer<CourseCompletedWithGaps>, IConsumer<CourseFailed>, IConsumer<CourseRejected>, IConsumer<CoursePaused>
{
    public Task Consume(ConsumeContext<CourseCompleted> context)
    {
        ends.Completed(context.Message.CourseId);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<CourseCompletedWithGaps> context) =>
        Fail($"gaps: {string.Join("; ", context.Message.Gaps.Select(gap => $"{gap.Kind} {gap.Item}: {gap.Reason}"))}");

    public Task Consume(ConsumeContext<CourseFailed> context) => Fail(context.Message);

    public Task Consume(ConsumeContext<CourseRejected> context) => Fail(context.Message);

    public Task Consume(ConsumeContext<CoursePaused> context) => Fail(context.Message);

    Task Fail(object message)
    {
        ends.Failed($"A course did not complete: {message}");
        return Task.CompletedTask;
    }
}
