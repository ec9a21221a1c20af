using System.Diagnostics;
using System.Net;
using CourseGen.Servers.Processes;

namespace CourseGen.Servers;

/// <summary>One of the services as a process of its own, from a build's output. It ends with the process that started it, however that ends.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    /// <summary>Generous, because a loaded machine is slow.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly string _folder;
    readonly string _program;
    readonly Dictionary<string, string> _environment;
    Daemon? _daemon;

    /// <param name="program">Path of its assembly.</param>
    /// <param name="folder">For its log.</param>
    internal ServiceProcess(string name, string program, string folder, IReadOnlyDictionary<string, string> environment)
    {
        (Name, _program, _folder) = (name, program, Path.Combine(folder, name));
        Directory.CreateDirectory(_folder);
        Port = FreePorts.Next();
        _environment = new(environment) { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}" };
    }

    public string Name { get; }
    public int Port { get; }
    public bool IsRunning => _daemon is { HasExited: false };

    /// <summary>Resident memory.</summary>
    public double Megabytes
    {
        get
        {
            using var process = Process.GetProcessById(_daemon!.Id);
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public void Start() => _daemon = Daemon.Start(Name, Command(), _folder, lasting: false);

    /// <summary>A task that it does once instead of serving.</summary>
    /// <exception cref="ServerUnavailableException">It ended with another code than 0.</exception>
    public Task Run(string task) => Programs.Run(Name, Command(task), CancellationToken.None);

    /// <summary>Waits until it is ready for work.</summary>
    /// <exception cref="ServerUnavailableException">It ended, or was not ready in time.</exception>
    public async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = Address };
        try
        {
            await Readiness.Wait(_daemon!, Patience, async token =>
            {
                using var answer = await http.GetAsync("readyz", token);
                return answer.IsSuccessStatusCode;
            }, CancellationToken.None);
        }
        catch (ServerUnavailableException never)
        {
            throw new ServerUnavailableException(Name, $"it is not ready: {never.Message} {LastWords()}", $"Its log is in {_folder}.");
        }
    }

    /// <summary>What it answers; a service that hangs is a failure.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Get(string path)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = Patience };
        using var answer = await http.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <exception cref="TimeoutException">It has not.</exception>
    public async Task Ended(TimeSpan patience)
    {
        for (var waited = Stopwatch.StartNew(); IsRunning; await Task.Delay(Pause))
        {
            if (waited.Elapsed > patience)
                throw new TimeoutException($"{Name} has not ended within {patience.TotalSeconds} s. {LastWords()}");
        }
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
        var clock = Stopwatch.StartNew();
        await _daemon!.Stop(Signals.Terminate, grace);
        await _daemon.DisposeAsync();
        _daemon = null;
        return clock.Elapsed;
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

    Uri Address => new($"http://127.0.0.1:{Port}/");

    ProgramCommand Command(params IEnumerable<string> arguments) => new("dotnet", [_program, .. arguments]) { Environment = _environment };
}
