using System.Net;
using CourseGen.CrashPoints;
using CourseGen.Servers.Processes;

namespace CourseGen.Resilience.Tests.Clusters;

/// <summary>One of the five services as a process of its own, from the build's output. It ends with the test process, however that ends.</summary>
sealed class ServiceProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string _folder;
    readonly Dictionary<string, string> _environment;
    Daemon? _daemon;

    public ServiceProcess(string name, string folder, IReadOnlyDictionary<string, string> environment)
    {
        (Name, _folder) = (name, Path.Combine(folder, name));
        Directory.CreateDirectory(_folder);
        CallLog = Path.Combine(folder, $"{name}.calls.jsonl");
        CrashFile = Path.Combine(folder, $"{name}.crash");
        Port = FreePorts.Next();
        _environment = new(environment) { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}", ["Models__CallLog"] = CallLog, [CrashPoint.FileVariable] = CrashFile };
    }

    public static IReadOnlyDictionary<string, string> Programs { get; } = new Dictionary<string, string>
    {
        ["planner"] = "CourseGen.Planner.dll",
        ["contentgen"] = "CourseGen.ContentGen.dll",
        ["images"] = "CourseGen.Images.dll",
        ["ppt"] = "CourseGen.Ppt.dll",
        ["bookbuilder"] = "CourseGen.BookBuilder.dll",
    };

    public string Name { get; }
    public int Port { get; }
    public string CallLog { get; }

    /// <summary>Written, it tells a service with crash points where to end.</summary>
    public string CrashFile { get; }

    public bool IsRunning => _daemon is { HasExited: false };

    public void Start() => _daemon = Daemon.Start(
        Name, new ProgramCommand("dotnet", [Path.Combine(AppContext.BaseDirectory, Programs[Name])]) { Environment = _environment }, _folder, lasting: false);

    /// <summary>A task that it does once instead of serving.</summary>
    public Task Run(string task) => Servers.Processes.Programs.Run(
        Name, new ProgramCommand("dotnet", [Path.Combine(AppContext.BaseDirectory, Programs[Name]), task]) { Environment = _environment }, CancellationToken.None);

    /// <summary>Waits until it is ready for work.</summary>
    public async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}/") };
        await Eventually.Holds($"{Name} is ready", Patience, async () =>
        {
            if (_daemon is { HasExited: true })
                throw new InvalidOperationException($"{Name} ended while starting: {LastWords()}");
            using var answer = await http.GetAsync("readyz");
            return answer.IsSuccessStatusCode;
        }, () => LastWords());
    }

    /// <summary>What it answers; a service that hangs is a failure.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Get(string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}/"), Timeout = Patience };
        using var answer = await http.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task Ended(TimeSpan patience)
    {
        await Eventually.Holds($"{Name} has ended", patience, () => Task.FromResult(!IsRunning), () => LastWords());
        await Kill();
    }

    /// <summary><c>kill -9</c></summary>
    public async Task Kill()
    {
        await _daemon!.Kill();
        await _daemon.DisposeAsync();
        _daemon = null;
    }

    /// <summary>SIGTERM, and as long as it takes.</summary>
    /// <returns>How long that was; longer than <paramref name="grace"/> if it had to be killed.</returns>
    public async Task<TimeSpan> Stop(TimeSpan grace)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await _daemon!.Stop(Signals.Terminate, grace);
        await _daemon.DisposeAsync();
        _daemon = null;
        return TimeProvider.System.GetElapsedTime(begun);
    }

    /// <summary>What it complained of, and what it wrote last, for people who look for a failure's cause.</summary>
    public string LastWords(int lines = 3)
    {
        var log = Path.Combine(_folder, "dotnet.out");
        if (!File.Exists(log))
            return $"{Name} wrote nothing";
        var all = File.ReadAllLines(log);
        var complaints = all.Where(line => line.Contains("\"Error\"", StringComparison.Ordinal) || line.Contains("\"Warning\"", StringComparison.Ordinal));
        return string.Join(Environment.NewLine, complaints.TakeLast(lines).Concat(all.TakeLast(lines)).Distinct()
            .Select(line => $"{Name}: {line[..Math.Min(line.Length, 500)]}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null)
            await _daemon.DisposeAsync();
    }
}
