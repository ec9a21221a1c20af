using CourseGen.Contracts;
using CourseGen.Hosting.Testing;
using CourseGen.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CourseGen.Hosting.Messaging;

/// <summary>On a broker of its own, which it may stop.</summary>
public sealed class ReconnectTests(ITestOutputHelper output) : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    RabbitMqServer _server = null!;
    VirtualHost _broker = null!;

    public async Task InitializeAsync()
    {
        _server = await RabbitMqServer.Start();
        _broker = await VirtualHost.Create(_server);
    }

    public async Task DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_endpoint_consumes_again_within_five_seconds_of_the_brokers_port_while_a_long_call_runs_on()
    {
        var (begun, goOn) = (new SemaphoreSlim(0), new TaskCompletionSource());
        await using var service = await TestService.Start(_broker, bus => LessonConsumer.Add(bus, async context =>
        {
            begun.Release();
            await goOn.Task.WaitAsync(context.CancellationToken);
        }));
        await service.Ready(Patience);
        await service.Bus.Publish(LessonConsumer.Command());
        (await begun.WaitAsync(Patience)).ShouldBeTrue();

        await _server.Kill();
        var back = _server.StartAgain();
        var port = new BrokerPort(BrokerAddress.Read(Configured()));
        await Wait.Until(() => port.IsOpen(CancellationToken.None), Patience, "the port is open");
        var again = await Wait.Until(() => Task.FromResult(begun.CurrentCount > 0), Patience, "the message comes again");
        await back;
        goOn.SetResult();

        output.WriteLine($"Consuming again {again.TotalMilliseconds:F0} ms after the port was open.");
        again.ShouldBeLessThan(Limit);
        await service.Ready(Limit);
    }

    [Fact]
    public async Task Every_endpoint_consumes_again_within_five_seconds_of_a_closed_connection()
    {
        var held = new HeldMessages();
        await using var service = await TestService.Start(_broker, bus =>
        {
            held.Hold<WriteLessons>(bus, QueueNames.Lessons);
            held.Hold<WorkStarted>(bus, "starts");
            held.Hold<ModelThrottled>(bus, "throttles");
        });
        using var end = held;
        await service.Ready(Patience);
        await service.Bus.Publish(LessonConsumer.Command());
        await service.Bus.Publish(new WorkStarted(Guid.NewGuid(), Guid.NewGuid()));
        await service.Bus.Publish(new ModelThrottled(Guid.NewGuid(), WorkBus.Model));
        await held.Begun(Patience);

        for (var time = 0; time < 3; time++)
        {
            await Close(service);
            var again = await held.Begun(Patience);

            output.WriteLine($"Consuming again {again.TotalMilliseconds:F0} ms after the connection was closed.");
            again.ShouldBeLessThan(Limit);
        }
    }

    [Fact]
    public async Task An_endpoint_that_could_not_consume_tries_again_each_second()
    {
        var held = new HeldMessages();
        await using var service = await TestService.Start(_broker, bus => held.Hold<WriteLessons>(bus, QueueNames.Lessons));
        using var end = held;
        await service.Ready(Patience);
        await service.Bus.Publish(LessonConsumer.Command());
        await held.Begun(Patience);
        var faults = new Faults(QueueNames.Lessons);
        using var watched = service.Bus.ConnectReceiveEndpointObserver(faults);

        await _broker.Allow(configure: "");
        await Close(service);
        await Wait.Until(() => Task.FromResult(faults.Count >= 2), Patience, "the queue could not be declared twice");
        await _broker.Allow(configure: ".*");
        var again = await held.Begun(Patience);

        output.WriteLine($"Consuming again {again.TotalMilliseconds:F0} ms after it was allowed to.");
        again.ShouldBeLessThan(Limit);
    }

    [Fact]
    public async Task Under_a_memory_alarm_a_publish_is_made_again_until_the_alarm_is_over()
    {
        var (begun, goOn, done) = (new SemaphoreSlim(0), new TaskCompletionSource(), new TaskCompletionSource());
        var rules = new TaskCompletionSource<WorkRules>();
        await using var service = await TestService.Start(_broker, bus => LessonConsumer.Add(bus, async context =>
        {
            begun.Release();
            await goOn.Task;
            await context.PublishUntilConfirmed(new WorkStarted(context.Message.CourseId, Guid.NewGuid()), await rules.Task);
            done.TrySetResult();
        }), settings => settings["Work:PublishTimeout"] = "1s");
        rules.SetResult(service.Services.GetRequiredService<WorkRules>());
        await service.Ready(Patience);
        await service.Bus.Publish(LessonConsumer.Command());
        (await begun.WaitAsync(Patience)).ShouldBeTrue();

        await _server.RaiseMemoryAlarm();
        goOn.SetResult();
        await Should.ThrowAsync<TimeoutException>(() => done.Task.WaitAsync(TimeSpan.FromSeconds(4)));
        await _server.ClearMemoryAlarm();

        await done.Task.WaitAsync(Patience);
        (await _broker.Take(QueueNames.Saga)).ShouldNotBeEmpty();
    }

    Task Close(TestService service) => _server.CloseConnections(service.Services.GetRequiredService<ServiceIdentity>().Connection);

    IConfiguration Configured() => new ConfigurationBuilder().AddInMemoryCollection(_broker.Settings("unused")).Build();
}
