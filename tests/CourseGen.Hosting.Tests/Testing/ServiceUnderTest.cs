using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CourseGen.Hosting.Testing;

/// <summary>A service as a process of its own, as it runs in production.</summary>
sealed class ServiceUnderTest : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    readonly Process _process;
    readonly StringBuilder _output = new();
    readonly StringBuilder _errors = new();
    readonly HttpClient _http;

    ServiceUnderTest(string assembly, IReadOnlyDictionary<string, string?> settings, string[] arguments)
    {
        var port = FreePort();
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__")] = value;
        start.Environment["ASPNETCORE_URLS"] = _http.BaseAddress.ToString();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => Read(_output);

    public string Errors => Read(_errors).Trim();

    public static ServiceUnderTest Start(string assembly, IReadOnlyDictionary<string, string?> settings, params string[] arguments) => new(assembly, settings, arguments);

    public static async Task<ServiceUnderTest> StartReady(string assembly, IReadOnlyDictionary<string, string?> settings)
    {
        var service = Start(assembly, settings);
        await Wait.Until(async () =>
        {
            service._process.HasExited.ShouldBeFalse($"{assembly} ended: {service.Errors}");
            return await service.Status("readyz") == HttpStatusCode.OK;
        }, Patience, $"{assembly} is ready");
        return service;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Errors, string Output)> Run(string assembly, IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        await using var service = Start(assembly, settings, arguments);
        return (await service.End(), service.Errors, service.Output);
    }

    /// <returns>Null when nobody answers.</returns>
    public async Task<HttpStatusCode?> Status(string path)
    {
        try
        {
            using var response = await _http.GetAsync(path);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async Task<string> Get(string path)
    {
        using var response = await _http.GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>SIGTERM, as a rollout sends it.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();

    /// <returns>Its exit code.</returns>
    public async Task<int> End()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
    }

    static void Append(StringBuilder text, string? line)
    {
        lock (text)
            text.AppendLine(line);
    }

    static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
