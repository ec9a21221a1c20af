using System.Text.Json.Nodes;
using CourseGen.Contracts;
using CourseGen.Hosting.Testing;
using MassTransit;

namespace CourseGen.Hosting.Messaging;

public sealed class TopologyTests : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    VirtualHost _broker = null!;

    public async Task InitializeAsync() => _broker = await VirtualHost.Create();

    public Task DisposeAsync() => _broker.DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_published_before_its_service_ever_ran_waits_for_it()
    {
        await using var planner = await TestService.Start(_broker);

        await planner.Bus.Publish(LessonConsumer.Command());

        (await Lying(QueueNames.Lessons)).ShouldBe(1);
    }

    [Fact]
    public async Task The_sagas_events_wait_for_it_too()
    {
        await using var worker = await TestService.Start(_broker);

        await worker.Bus.Publish(new WorkStarted(Guid.NewGuid(), Guid.NewGuid()));

        (await Lying(QueueNames.Saga)).ShouldBe(1);
    }

    [Fact]
    public async Task Every_bus_declares_every_queue_as_a_quorum_queue()
    {
        await using var service = await TestService.Start(_broker);
        await service.Ready(Patience);
        var expected = CourseTopology.All.Select(route => route.Queue).ToHashSet();

        await Wait.Until(async () => expected.IsSubsetOf(await Names()), Patience, "all are declared");

        var ours = (await _broker.List("queues")).Where(queue => expected.Contains($"{queue["name"]}")).ToList();
        ours.ShouldAllBe(queue => $"{queue["arguments"]!["x-queue-type"]}" == "quorum" && queue["durable"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_command_that_no_queue_takes_fails_where_it_is_published()
    {
        await using var service = await TestService.Start(_broker);
        await service.Bus.Publish(LessonConsumer.Command());
        await _broker.Delete("queues", QueueNames.Lessons);

        // The broker says that a queue is deleted a moment before it routes to it no more.
        await Wait.Until(() => IsReturned(service), Patience, "a command is returned");
    }

    static async Task<bool> IsReturned(TestService service)
    {
        try
        {
            await service.Bus.Publish(LessonConsumer.Command());
            return false;
        }
        catch (MessageReturnedException)
        {
            return true;
        }
    }

    [Fact]
    public async Task An_event_that_nobody_wants_is_no_failure()
    {
        await using var service = await TestService.Start(_broker);

        await service.Bus.Publish(new CourseCancelled(Guid.NewGuid(), new("local", "tides"), 1, new(0, 0, 0, 0, 0, 0)));
    }

    [Fact]
    public async Task Connections_and_consumers_have_names_that_say_whose_they_are()
    {
        await using var service = await TestService.Start(_broker, bus => LessonConsumer.Add(bus, _ => Task.CompletedTask));
        await service.Ready(Patience);
        var host = Environment.MachineName;

        (await Appears("connections")).ShouldAllBe(connection => $"{connection["client_properties"]!["connection_name"]}".StartsWith($"coursegen-test@{host}", StringComparison.Ordinal));
        (await Appears("consumers")).ShouldContain(consumer => $"{consumer["consumer_tag"]}" == $"lessons@{host}" && consumer["prefetch_count"]!.GetValue<int>() == 8);
    }

    [Fact]
    public async Task A_failed_messages_headers_and_fault_say_why_without_stack_trace_or_secret()
    {
        const string Secret = "hunter2-canary";
        await using var service = await TestService.Start(_broker, bus => LessonConsumer.Add(bus, _ => throw new InvalidOperationException($"password={Secret}")));
        await service.Ready(Patience);

        await service.Bus.Publish(LessonConsumer.Command());

        var failed = await Taken($"{QueueNames.Lessons}_error");
        failed["properties"]!.ToJsonString().ShouldNotContain(Secret);
        failed["properties"]!.ToJsonString().ShouldNotContain("StackTrace");
        $"{failed["properties"]!["headers"]!["MT-Reason"]}".ShouldStartWith("InvalidOperationException");
        var fault = await Taken(QueueNames.Saga);
        fault.ToJsonString().ShouldNotContain(Secret);
        fault.ToJsonString().ShouldNotContain("   at ");
        $"{fault["payload"]}".ShouldContain("InvalidOperationException");
        (await _broker.List("exchanges")).ShouldNotContain(exchange => $"{exchange["name"]}" == "MassTransit:ReceiveFault");
    }

    async Task<JsonObject> Taken(string queue)
    {
        JsonObject? taken = null;
        await Wait.Until(async () => (taken = (await _broker.Take(queue)).FirstOrDefault()) is not null, Patience, $"a message lies in {queue}");
        return taken!;
    }

    async Task<int> Lying(string queue)
    {
        IReadOnlyList<JsonObject> lying = [];
        await Wait.Until(async () => (lying = await _broker.Take(queue)).Count > 0, Patience, $"a message lies in {queue}");
        return lying.Count;
    }

    async Task<HashSet<string>> Names() => [.. (await _broker.List("queues")).Select(queue => $"{queue["name"]}")];

    async Task<IReadOnlyList<JsonObject>> Appears(string what)
    {
        IReadOnlyList<JsonObject> list = [];
        await Wait.Until(async () => (list = await _broker.List(what)).Count > 0 && (what != "connections" || list[0]["client_properties"]?["connection_name"] is not null),
            Patience, $"{what} appear");
        return list;
    }
}
