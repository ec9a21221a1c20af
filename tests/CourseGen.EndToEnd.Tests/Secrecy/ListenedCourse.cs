using Amazon.Runtime;
using CourseGen.BedrockSim;
using CourseGen.Cli.Embedded;
using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Models.Bedrock;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Quota;
using CourseGen.Storage;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CourseGen.EndToEnd.Tests.Secrecy;

/// <summary>A course of all services in this process on a simulated Bedrock, with somebody who hears everything.</summary>
sealed class ListenedCourse : IAsyncDisposable
{
    static readonly CourseLocation Location = new("local", "tides");
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly TemporaryFolder _folder = new();
    readonly CourseWatch _watch = new(_ => true);
    readonly IHost _host;

    ListenedCourse(BedrockSimulator bedrock, string? bearerToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(Heard).SetMinimumLevel(LogLevel.Trace);
        AddPlatform(builder.Services, bedrock, bearerToken);
        builder.Services.AddMassTransit(AddServices);
        _host = builder.Build();
    }

    public Overheard Heard { get; } = new();

    /// <param name="bearerToken">Null: the simulator's access keys.</param>
    public static async Task<ListenedCourse> Start(BedrockSimulator bedrock, string? bearerToken)
    {
        var course = new ListenedCourse(bedrock, bearerToken);
        await course._host.StartAsync();
        var bus = course._host.Services.GetRequiredService<IBus>();
        bus.ConnectSendObserver(course.Heard);
        bus.ConnectPublishObserver(course.Heard);
        return course;
    }

    /// <returns>The event that ends it or pauses it.</returns>
    public async Task<ICourseMessage> Make(string outline)
    {
        await _host.Services.GetRequiredService<IBus>().Publish(new StartCourse { ProjectFolder = Location.Folder, OutlineYaml = outline, ModulesToGenerate = "1" });
        using var patience = new CancellationTokenSource(Patience);
        await foreach (var happened in _watch.Events.ReadAllAsync(patience.Token))
            if (happened is not (CourseStarted or CourseProgressed))
                return happened;
        throw new InvalidOperationException("The events ended before the course.");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Heard.Dispose();
        _folder.Dispose();
    }

    void AddPlatform(IServiceCollection services, BedrockSimulator bedrock, string? bearerToken)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IArtifactStore>(_ => new FolderStore(_folder["store"], Location.Bucket));
        services.AddConfiguredModels(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Models:ThrottleDelay"] = "20ms" }).Build());
        // In place of the one that finds its credentials in the environment.
        services.AddSingleton(new BedrockProvider(new BedrockOptions { Endpoint = bedrock.Endpoint, Region = bedrock.Options.Region }, bearerToken, TimeProvider.System,
            new SessionAWSCredentials(bedrock.Options.AccessKey, bedrock.Options.SecretKey, bedrock.Options.SessionToken)));
        services.AddSingleton(new WorkOptions());
        services.AddSingleton<WorkRules>();
        services.AddSingleton(new LeaseOptions());
        services.AddSingleton(new QuotaOptions());
        services.AddSingleton(new IntakeOptions([Location.Bucket]));
        services.AddSingleton(new PlannerOptions
        {
            TextModel = ModelProfile.DefaultOf(BedrockProvider.Name),
            ImageModel = ModelProfile.DefaultOf(BedrockProvider.Name, WorkKind.Image),
        });
        services.AddSingleton(_watch);
    }

    static void AddServices(IBusRegistrationConfigurator bus)
    {
        bus.DisableUsageTelemetry();
        EmbeddedRun.AddConsumers(bus);
        bus.AddConsumer<CourseWatchConsumer>().Endpoint(endpoint => endpoint.Temporary = true);
        bus.UsingInMemory((context, transport) =>
        {
            transport.UseCourseConventions(context);
            transport.ConfigureEndpoints(context);
        });
    }
}
