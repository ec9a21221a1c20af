using CourseGen.Contracts;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CourseGen.Hosting.Testing;

/// <summary>A service made as every <c>Program.cs</c> makes one, in the test's own process.</summary>
sealed class TestService : IAsyncDisposable
{
    readonly WebApplication _app;

    TestService(WebApplication app) => _app = app;

    public IBusControl Bus => _app.Services.GetRequiredService<IBusControl>();

    public IServiceProvider Services => _app.Services;

    public static async Task<TestService> Start(
        VirtualHost broker, Action<IBusRegistrationConfigurator>? consumers = null, Action<Dictionary<string, string?>>? settings = null, Action<IServiceCollection>? more = null)
    {
        var service = new TestService(Build(broker, consumers ?? (_ => { }), settings, more));
        await service._app.StartAsync();
        return service;
    }

    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Every endpoint consumes.</summary>
    public Task<TimeSpan> Ready(TimeSpan patience) =>
        Wait.Until(() => Task.FromResult(Bus.CheckHealth().Status == BusHealthStatus.Healthy), patience, "every endpoint consumes");

    static WebApplication Build(
        VirtualHost broker, Action<IBusRegistrationConfigurator> consumers, Action<Dictionary<string, string?>>? change, Action<IServiceCollection>? more)
    {
        var settings = broker.Settings(Path.GetTempPath());
        settings.Remove("RabbitMq:Management");
        change?.Invoke(settings);
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddServiceDefaults("test");
        builder.AddArtifactStore();
        builder.AddMessaging(consumers);
        builder.Logging.ClearProviders();
        more?.Invoke(builder.Services);
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        app.MapHealth();
        return app;
    }
}

/// <summary>A worker whose work a test decides.</summary>
sealed class LessonConsumer(Func<ConsumeContext<WriteLessons>, Task> work) : IConsumer<WriteLessons>
{
    public Task Consume(ConsumeContext<WriteLessons> context) => work(context);

    public static WriteLessons Command() => new(
        Guid.NewGuid(),
        new WorkOrder(new("local", "tides"), 1, null, Guid.NewGuid(), DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1), new Grant(1, 1), null, "1"),
        [new WorkUnit("01-01", 1, "basis", 0, Force: false)]);

    public static void Add(IBusRegistrationConfigurator bus, Func<ConsumeContext<WriteLessons>, Task> work)
    {
        bus.AddSingleton(work);
        bus.AddConsumer<LessonConsumer>().Endpoint(endpoint => endpoint.Name = QueueNames.Lessons);
    }
}
