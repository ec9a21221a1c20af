using System.Net;
using CourseGen.BedrockSim.Answers;
using CourseGen.BedrockSim.Endpoints;
using CourseGen.BedrockSim.Options;
using CourseGen.BedrockSim.Quota;
using CourseGen.BedrockSim.Report;
using CourseGen.BedrockSim.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CourseGen.BedrockSim;

/// <summary>
/// A simulated Bedrock that listens on the loopback address, as a process of its own or within one. It keeps no prompt and logs none.
/// </summary>
public sealed class BedrockSimulator : IAsyncDisposable
{
    const int MaxBodyBytes = 32 * 1024 * 1024;

    readonly TimeProvider _time;
    WebApplication? _app;
    volatile Simulation _simulation;

    BedrockSimulator(SimulatorOptions options, TimeProvider time) => (_time, _simulation) = (time, new Simulation(options, time));

    /// <summary>For example <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    public SimulatorOptions Options => _simulation.Options;

    /// <summary>What every call takes, by what it is about.</summary>
    public CallDraws Draws => _simulation.Draws;

    /// <summary>Completes when the process is told to end.</summary>
    public Task Ended => _app!.WaitForShutdownAsync();

    /// <exception cref="SimulatorOptionException">An option's value is impossible; the message names it.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<BedrockSimulator> Start(SimulatorOptions options, TimeProvider? time = null)
    {
        var simulator = new BedrockSimulator(options.Checked(), time ?? TimeProvider.System);
        try
        {
            await simulator.Listen();
            return simulator;
        }
        catch
        {
            await simulator.DisposeAsync();
            throw;
        }
    }

    /// <param name="series">With the time series, which is long.</param>
    public SimulatorReport Report(bool series = true) =>
        _simulation.Report() is var report && series ? report : report with { Models = [.. report.Models.Select(model => model with { Series = [] })] };

    /// <summary>Full buckets, empty accounts; calls in flight go on and count no more.</summary>
    /// <param name="options">Null keeps them; the port and the keys stay in any case.</param>
    /// <exception cref="SimulatorOptionException">An option's value is impossible.</exception>
    public void Reset(SimulatorOptions? options = null) => _simulation = new Simulation((options ?? Options).Checked(), _time);

    /// <summary>From now on, for calls in flight too; until the next reset.</summary>
    /// <exception cref="SimulatorOptionException">A number is impossible.</exception>
    public void SetQuota(string model, SimulatedQuota quota)
    {
        SimulatorOptions.Check(model, quota);
        _simulation.SetQuota(model, quota);
    }

    /// <summary>The next calls of any model fail, each with this error.</summary>
    /// <param name="type">For example <c>ModelTimeoutException</c>.</param>
    /// <param name="midStream">After a part of the answer instead of at once.</param>
    /// <param name="message">In place of the error's usual words.</param>
    /// <exception cref="SimulatorOptionException">There is no such error.</exception>
    public void FailNext(string type, int count = 1, bool midStream = false, string? message = null)
    {
        if (!BedrockErrors.All.TryGetValue(type, out var error))
            throw new SimulatorOptionException($"type: expected one of {string.Join(", ", BedrockErrors.All.Keys)}, not '{type}'.");
        for (var number = 0; number < count; number++)
            _simulation.Faults.FailNext(message is null ? error : error with { Message = message }, midStream);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    async Task Listen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, Options.Port);
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
        _app = builder.Build();
        new BedrockEndpoints(() => _simulation, new Authentication(Options, _time)).Map(_app);
        new OpenAIEndpoints(() => _simulation, Options.ApiKey).Map(_app);
        new GeminiEndpoints(() => _simulation, Options.ApiKey).Map(_app);
        new SimulatorEndpoints(this).Map(_app);
        await _app.StartAsync();
        Endpoint = new Uri($"{_app.Urls.Single()}/");
    }
}
