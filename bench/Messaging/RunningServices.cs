using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CourseGen.Servers;

namespace CourseGen.Bench.Messaging;

/// <summary>Some of the services as processes, on a virtual host, a database and a bucket of their own.</summary>
sealed class RunningServices : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static readonly IReadOnlyDictionary<string, string> Programs = new Dictionary<string, string>
    {
        ["planner"] = "CourseGen.Planner",
        ["contentgen"] = "CourseGen.ContentGen",
        ["images"] = "CourseGen.Images",
        ["ppt"] = "CourseGen.Ppt",
        ["bookbuilder"] = "CourseGen.BookBuilder",
    };

    readonly ConcurrentDictionary<string, Process> _processes = [];
    readonly string _root;
    readonly Dictionary<string, string> _environment;

    RunningServices(string root, Dictionary<string, string> environment, Uri broker, string database)
    {
        (_root, _environment, Broker, Database) = (root, environment, broker, database);
    }

    /// <summary>The virtual host.</summary>
    public Uri Broker { get; }

    public string Database { get; }

    public string Bucket => _environment["Store__Buckets__0"];

    public static Task<RunningServices> Start(string root, RabbitMqServer rabbit, PostgresServer postgres, S3Server store, params IEnumerable<string> names) =>
        Start(root, rabbit, postgres, store, new Dictionary<string, string>(), names.ToDictionary(name => name, _ => 1));

    /// <param name="settings">Over those that every benchmark has.</param>
    /// <param name="copies">Processes of each service.</param>
    public static async Task<RunningServices> Start(
        string root, RabbitMqServer rabbit, PostgresServer postgres, S3Server store, IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, int> copies)
    {
        var (broker, database) = (await rabbit.CreateVirtualHost(CancellationToken.None), await postgres.CreateDatabase(CancellationToken.None));
        var services = new RunningServices(root, new Dictionary<string, string>
        {
            ["ConnectionStrings__RabbitMq"] = broker.ToString(),
            ["ConnectionStrings__Postgres"] = database,
            ["RabbitMq__Management"] = rabbit.Management.ToString(),
            ["Store__Kind"] = "S3",
            ["Store__Endpoint"] = store.Endpoint.ToString(),
            ["Store__Region"] = "us-east-1",
            ["Store__PathStyle"] = "true",
            ["Store__Buckets__0"] = await store.CreateBucket(CancellationToken.None),
            ["AWS_ACCESS_KEY_ID"] = store.AccessKey,
            ["AWS_SECRET_ACCESS_KEY"] = store.SecretKey,
            ["Planner__TextModel__Provider"] = "simulated",
            ["Planner__TextModel__Model"] = "simulated-1",
            ["Planner__ImageModel__Provider"] = "simulated",
            ["Planner__ImageModel__Model"] = "simulated-1",
            ["Logging__LogLevel__Default"] = "Warning",
            ["DOTNET_gcServer"] = "0",
        }, broker, database);
        foreach (var (variable, value) in settings)
            services._environment[variable] = value;
        await services.Run("--migrate");
        await services.Run("--topology");
        await Task.WhenAll(copies.SelectMany(service => Enumerable.Range(1, service.Value).Select(copy => services.Start(service.Key, copy))));
        return services;
    }

    /// <summary>Resident memory of each service, in megabytes.</summary>
    public IReadOnlyDictionary<string, double> Megabytes() => _processes.ToDictionary(process => process.Key, process =>
    {
        process.Value.Refresh();
        return process.Value.WorkingSet64 / 1024.0 / 1024.0;
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    async Task Run(string task)
    {
        using var process = Process.Start(Command("planner", FreePort(), task))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"planner {task} ended with {process.ExitCode}.");
    }

    async Task Start(string name, int copy)
    {
        var port = FreePort();
        var process = _processes[copy == 1 ? name : $"{name}-{copy}"] = Process.Start(Command(name, port))!;
        using var http = new HttpClient();
        var begun = Stopwatch.GetTimestamp();
        while (!await IsReady(http, port))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(begun) > Patience)
                throw new InvalidOperationException($"{name} was not ready within {Patience.TotalSeconds} s.");
            await Task.Delay(Pause);
        }
    }

    static async Task<bool> IsReady(HttpClient http, int port)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    ProcessStartInfo Command(string name, int port, params IEnumerable<string> arguments)
    {
        var program = Path.Combine(_root, "services", name, "bin", "Release", "net10.0", $"{Programs[name]}.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { UseShellExecute = false };
        foreach (var (variable, value) in _environment)
            start.Environment[variable] = value;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        return start;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
