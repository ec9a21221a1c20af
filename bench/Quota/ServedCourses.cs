using System.Diagnostics;
using System.Globalization;
using CourseGen.BedrockSim.Report;
using CourseGen.Bench.Messaging;
using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Servers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CourseGen.Bench.Quota;

/// <summary>Ours as the five services on real servers, on a simulator of their own.</summary>
sealed class ServedCourses : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    readonly SimulatorProcess _simulator;
    readonly RunningServices _services;
    readonly CourseEnds _ends;
    readonly IHost _visitor;

    ServedCourses(SimulatorProcess simulator, RunningServices services, CourseEnds ends, IHost visitor) =>
        (_simulator, _services, _ends, _visitor) = (simulator, services, ends, visitor);

    /// <param name="workers">Processes of each service that calls the text model: together they may have as many calls in flight as one alone.</param>
    /// <param name="settings">Besides those of every run.</param>
    /// <param name="calls">How many a process of the service may have in flight; else all of a run.</param>
    public static async Task<ServedCourses> Start(
        string root, QuotaServers servers, Scenario scenario, int workers, IReadOnlyDictionary<string, string>? settings = null, IReadOnlyDictionary<string, string>? calls = null)
    {
        var simulator = await SimulatorProcess.Start(root, scenario);
        RunningServices? services = null;
        try
        {
            services = await RunningServices.Start(
                servers.Rabbit, servers.Postgres, servers.Store, new ServicesOptions
                {
                    Repository = root,
                    Environment = Settings(),
                    Copies = Copies(),
                    EnvironmentOf = service => CallsOf(calls?.GetValueOrDefault(service) ?? (OurSettings.ConcurrentCalls / workers).ToString(CultureInfo.InvariantCulture)),
                });
            var ends = new CourseEnds();
            return new ServedCourses(simulator, services, ends, await Visitor.Connect(services.Broker, add => add.AddSingleton(ends), bus => bus.AddConsumer<CourseEndsConsumer>()));
        }
        catch
        {
            await (services?.DisposeAsync() ?? ValueTask.CompletedTask);
            await simulator.DisposeAsync();
            throw;
        }

        Dictionary<string, string> Settings()
        {
            var all = OurSettings.Of(scenario, simulator.Endpoint).ToDictionary();
            all["Planner__TextModel__Provider"] = all["Planner__ImageModel__Provider"] = OurSettings.Provider;
            all["Planner__TextModel__Model"] = ModelProfile.DefaultOf(OurSettings.Provider).Model;
            all["Planner__ImageModel__Model"] = ModelProfile.DefaultOf(OurSettings.Provider, WorkKind.Image).Model;
            foreach (var (variable, value) in settings ?? new Dictionary<string, string>())
                all[variable] = value;
            return all;
        }

        Dictionary<string, int> Copies() => RunningServices.Names.ToDictionary(name => name, name => name is "contentgen" or "ppt" ? workers : 1);
    }

    static Dictionary<string, string> CallsOf(string calls) => new() { ["Models__ConcurrentCalls"] = calls, ["Work__ConcurrentCommands"] = calls };

    public Task<SimulatorReport> Report() => _simulator.Report();

    public Task Reset() => _simulator.Reset();

    public Task Begin(BenchmarkCourse course, string folder) => _visitor.Services.GetRequiredService<IBus>().Publish(
        new StartCourse { ProjectFolder = folder, OutlineYaml = course.Outline(), ContentType = "theory" });

    /// <summary>Waits for the end of the next course that ends.</summary>
    /// <exception cref="InvalidOperationException">One failed, paused or has gaps.</exception>
    public Task Ended() => _ends.Next(Patience);

    /// <returns>From its start to its end, on our clock.</returns>
    public async Task<TimeSpan> Make(BenchmarkCourse course, string folder)
    {
        var begun = Stopwatch.GetTimestamp();
        await Begin(course, folder);
        await Ended();
        return Stopwatch.GetElapsedTime(begun);
    }

    public async ValueTask DisposeAsync()
    {
        await _visitor.StopAsync();
        _visitor.Dispose();
        await _services.DisposeAsync();
        await _simulator.DisposeAsync();
    }
}
