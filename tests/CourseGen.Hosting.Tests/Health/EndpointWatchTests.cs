using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using CourseGen.Models.Testing;
using MassTransit;

namespace CourseGen.Hosting.Health;

public sealed class EndpointWatchTests
{
    const string Saga = "coursegen.saga";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task An_endpoint_that_came_back_is_alive_before_it_is_looked_at_again()
    {
        using var broker = new TcpListener(IPAddress.Loopback, 0);
        broker.Start();
        var (bus, time) = (DispatchProxy.Create<IBusControl, UnhealthyBus>(), new FakeTime());
        var health = (UnhealthyBus)(object)bus;
        using var watch = new EndpointWatch(
            bus, new BrokerPort(new BrokerAddress("127.0.0.1", (ushort)((IPEndPoint)broker.LocalEndpoint).Port, Tls: true, "", "", "")), time);
        await watch.StartAsync(CancellationToken.None);
        await time.Waiting(TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(1));
        await IsSeen(watch);
        time.Advance(TimeSpan.FromMilliseconds(500));
        watch.DeadFor(TimeSpan.FromMilliseconds(400)).ShouldBe([Saga]);
        watch.DeadFor(TimeSpan.FromMilliseconds(600)).ShouldBeEmpty();

        health.IsBack = true;

        watch.DeadFor(TimeSpan.FromMilliseconds(400)).ShouldBeEmpty();
        await watch.StopAsync(CancellationToken.None);
    }

    static async Task IsSeen(EndpointWatch watch)
    {
        var clock = Stopwatch.StartNew();
        while (watch.DeadFor(TimeSpan.FromTicks(-1)).Count == 0)
        {
            clock.Elapsed.ShouldBeLessThan(Patience, "the dead endpoint is seen");
            await Task.Yield();
        }
    }

    /// <summary>A bus of which only its health is asked.</summary>
    public class UnhealthyBus : DispatchProxy
    {
        public bool IsBack { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var of = Create<IReceiveEndpoint, Nameless>();
            var endpoint = IsBack ? EndpointHealthResult.Healthy(of, "ready") : EndpointHealthResult.Unhealthy(of, "stopped", null!);
            return BusHealthResult.Degraded("one endpoint", null!, new Dictionary<string, EndpointHealthResult> { [$"rabbitmq://localhost/{Saga}"] = endpoint });
        }
    }

    public class Nameless : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => null;
    }
}
