using CourseGen.BookBuilder;
using CourseGen.ContentGen;
using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Images;
using CourseGen.Models;
using CourseGen.Planner;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Quota;
using CourseGen.Ppt;
using CourseGen.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CourseGen.Cli.Embedded;

/// <param name="OutputFolder">Holds the project folders; created when missing.</param>
/// <param name="RecordedFolder">Where the recorded provider finds its answers; null when it is not called.</param>
/// <param name="Provider">Of a start that names none.</param>
/// <param name="SeedFailures">Share of items, 0 to 1, whose model call fails.</param>
sealed record EmbeddedSettings(string OutputFolder, string? RecordedFolder, string Provider, double SeedFailures, bool Verbose);

/// <summary>All services in this process, on the in-memory bus and a folder.</summary>
sealed class EmbeddedRun : IAsyncDisposable
{
    public const string Bucket = "local";

    /// <summary>How long work under way may take to end. What does not is made again by the next run: its claims end with this process.</summary>
    public static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(1);
    readonly IHost _host;

    EmbeddedRun(IHost host, EmbeddedSettings settings, string projectFolder)
    {
        _host = host;
        Settings = settings;
        Location = new CourseLocation(Bucket, projectFolder);
    }

    public EmbeddedSettings Settings { get; }
    public CourseLocation Location { get; }
    public IArtifactStore Store => _host.Services.GetRequiredService<IArtifactStore>();
    public IBus Bus => _host.Services.GetRequiredService<IBus>();
    public CourseWatch Watch => _host.Services.GetRequiredService<CourseWatch>();

    public static async Task<EmbeddedRun> Start(EmbeddedSettings settings, string projectFolder, CancellationToken token)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        if (settings.Verbose)
            builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Information);
        AddPlatform(builder.Services, settings, CourseId.Of(new CourseLocation(Bucket, projectFolder)));
        builder.Services.AddMassTransit(AddServices);
        var run = new EmbeddedRun(builder.Build(), settings, projectFolder);
        await run._host.StartAsync(token);
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        using var late = new CancellationTokenSource(StopTimeout);
        try
        {
            await _host.StopAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        _host.Dispose();
    }

    static void AddPlatform(IServiceCollection services, EmbeddedSettings settings, Guid course)
    {
        services.Configure<MassTransitHostOptions>(stop => (stop.StopTimeout, stop.ConsumerStopTimeout) = (StopTimeout, TimeSpan.FromMilliseconds(1)));
        services.AddSingleton<IArtifactStore>(_ => new FolderStore(settings.OutputFolder, Bucket));
        AddWork(services, settings, Bucket);
        // A rejection that could not even be told whose it is concerns us too: nobody else sends here.
        services.AddSingleton(new CourseWatch(message => message.CourseId == course || message.CourseId == Guid.Empty));
    }

    /// <summary>What all services need besides bus and store.</summary>
    internal static void AddWork(IServiceCollection services, EmbeddedSettings settings, string bucket)
    {
        services.AddSingleton(TimeProvider.System);
        var paidOnce = services.AddEmbeddedProviders(settings);
        services.AddSingleton(new WorkOptions { ConcurrentCommands = paidOnce.ConcurrentCalls });
        services.AddSingleton<WorkRules>();
        services.AddSingleton(new LeaseOptions());
        services.AddSingleton(new QuotaOptions());
        services.AddSingleton(new IntakeOptions([bucket]));
        services.AddSingleton(new PlannerOptions
        {
            TextModel = ModelProfile.DefaultOf(settings.Provider),
            ImageModel = ModelProfile.DefaultOf(settings.Provider, WorkKind.Image),
        });
    }

    static void AddServices(IBusRegistrationConfigurator bus)
    {
        bus.DisableUsageTelemetry();
        AddConsumers(bus);
        bus.AddConsumer<CourseWatchConsumer>().Endpoint(endpoint => endpoint.Temporary = true);
        bus.UsingInMemory((context, transport) =>
        {
            transport.UseCourseConventions(context);
            transport.ConfigureEndpoints(context);
        });
    }

    /// <summary>Of all services, on whatever transport.</summary>
    internal static void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddPlanner();
        bus.AddMemoryPersistence();
        bus.AddContentGen();
        bus.AddImages();
        bus.AddPpt();
        bus.AddBookBuilder();
    }
}
