using System.Text.Json.Nodes;
using CourseGen.Contracts;
using CourseGen.Hosting.Testing;
using CourseGen.Models;
using CourseGen.Servers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Hosting;

/// <summary>A command whose delivery is cut off, and which comes again when it may not be begun any more.</summary>
public sealed class LateDeliveryTests : IAsyncLifetime
{
    static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(5);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-hosting-");
    readonly SemaphoreSlim _delivered = new(0);
    readonly TaskCompletionSource _go = WorkConsumerTests.Signal();
    readonly TestPictures _pictures;
    RabbitMqServer _server = null!;
    VirtualHost _broker = null!;
    IServiceProvider _services = null!;

    public LateDeliveryTests() => _pictures = new TestPictures(token => _go.Task.WaitAsync(token));

    public async Task InitializeAsync()
    {
        _server = await TestServers.RabbitMq();
        _broker = await VirtualHost.Create(_server);
    }

    public async Task DisposeAsync()
    {
        await _broker.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_tells_what_its_first_delivery_paid_for()
    {
        await using var service = await Start(Draw);
        await CutOff(service, () => _pictures.Calls == 1);
        _go.SetResult();

        var receipt = (await Event(nameof(LessonWritten)))["receipt"]!;

        receipt["reused"]!.GetValue<bool>().ShouldBeFalse();
        receipt["calls"]!.AsArray().Count.ShouldBe(1);
        _pictures.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task It_begins_no_call()
    {
        var first = true;
        await using var service = await Start(async (unit, token) =>
        {
            if (!first)
                return await Draw(unit, token);
            first = false;
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("The delivery was not cut off.");
        });
        await CutOff(service, () => !first);

        (await Event(nameof(WorkReturned)))["reason"]!.GetValue<string>().ShouldContain("too late");

        _pictures.Calls.ShouldBe(0);
    }

    Task<object> Draw(UnitContext unit, CancellationToken token) => WorkBus.Draw(_services.GetRequiredService<ArtifactMaker>(), unit, token);

    async Task<TestService> Start(TestWork work)
    {
        var service = await TestService.Start(_broker, bus => bus.AddConsumer<TestConsumer, TestDefinition>(), settings => settings["Store:Folder"] = _folder.FullName, services => services
            .AddSingleton(new PictureProvider(WorkBus.Model.Provider, _ => _pictures))
            .AddModels(new PaidOnceOptions())
            .AddSingleton<TestWork>((unit, token) =>
            {
                _delivered.Release();
                return work(unit, token);
            }));
        _services = service.Services;
        await service.Ready(WorkBus.Patience);
        return service;
    }

    async Task CutOff(TestService service, Func<bool> begun)
    {
        var startBy = TimeProvider.System.GetUtcNow() + StartWithin;
        await service.Bus.Publish(Command(startBy));
        (await _delivered.WaitAsync(WorkBus.Patience)).ShouldBeTrue();
        await Wait.Until(() => Task.FromResult(begun() && TimeProvider.System.GetUtcNow() > startBy), WorkBus.Patience, "it is begun, and too late to begin it");
        await _server.CloseConnections(service.Services.GetRequiredService<ServiceIdentity>().Connection);
        (await _delivered.WaitAsync(WorkBus.Patience)).ShouldBeTrue();
    }

    async Task<JsonObject> Event(string name)
    {
        JsonObject? found = null;
        await Wait.Until(async () =>
        {
            var envelopes = (await _broker.Take(QueueNames.Saga)).Select(message => JsonNode.Parse(message["payload"]!.GetValue<string>())!.AsObject());
            found ??= envelopes.FirstOrDefault(envelope => envelope["messageType"]!.ToJsonString().Contains($":{name}\"", StringComparison.Ordinal))?["message"]!.AsObject();
            return found is not null;
        }, WorkBus.Patience, $"{name} is published");
        return found!;
    }

    static WriteLessons Command(DateTimeOffset startBy) => new(
        Guid.NewGuid(),
        new WorkOrder(new("local", "tides"), 1, null, Guid.NewGuid(), startBy, TimeSpan.FromMinutes(15), new Grant(3, 8000), WorkBus.Model, "1"),
        [new WorkUnit("01-01", 1, "basis", 0, Force: false)]);
}
