using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Quota;
using CourseGen.Planner.Tests.Courses;
using CourseGen.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace CourseGen.Planner.Tests.Postgres;

/// <summary>One planner of several, on a real broker and database, by the system's clock.</summary>
sealed class PlannerProcess : IAsyncDisposable
{
    readonly IHost _host;

    PlannerProcess(IHost host) => _host = host;

    public IBus Bus => _host.Services.GetRequiredService<IBus>();
    /// <summary>Deliveries that faulted after their retries.</summary>
    public IReadOnlyList<string> Faults => _host.Services.GetRequiredService<FailedDeliveries>().All;

    public static async Task<PlannerProcess> Start(Uri broker, PlannerTestDatabase database, TestFolder folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IArtifactStore>(_ => new FolderStore(folder.Path, CourseBed.Bucket));
        builder.Services.AddSingleton(new ModelProfiles([new ModelProfile("fake", ModelProfile.AnyModel)]));
        builder.Services.AddSingleton(new WorkOptions());
        builder.Services.AddSingleton(services => new WorkRules(TimeProvider.System, services.GetRequiredService<WorkOptions>(), NullLogger<WorkRules>.Instance));
        builder.Services.AddSingleton(new LeaseOptions());
        builder.Services.AddSingleton(new IntakeOptions([CourseBed.Bucket]));
        builder.Services.AddSingleton(new PlannerOptions { TextModel = FakeWorkers.Model, ImageModel = FakeWorkers.Model });
        builder.Services.AddSingleton<FailedDeliveries>();
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true); // what is published before the queues are there is lost
        builder.Services.AddMassTransit(bus => Configure(bus, broker, database));
        var process = new PlannerProcess(builder.Build());
        await process._host.StartAsync();
        process.Bus.ConnectReceiveObserver(process._host.Services.GetRequiredService<FailedDeliveries>());
        return process;
    }

    static void Configure(IBusRegistrationConfigurator bus, Uri broker, PlannerTestDatabase database)
    {
        bus.DisableUsageTelemetry();
        bus.AddPlanner();
        bus.AddPostgresPersistence(database.ConnectionString);
        bus.AddConfigureEndpointsCallback((_, endpoint) => (endpoint as IRabbitMqReceiveEndpointConfigurator)?.SetQuorumQueue());
        bus.UsingRabbitMq((context, transport) =>
        {
            transport.Host(broker);
            transport.UseCourseConventions(context);
            transport.ConfigureEndpoints(context);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
