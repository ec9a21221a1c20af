using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>
/// A browser of the test's own without a window, driven by its DevTools protocol. Needs Chromium (package chromium) on the path, which
/// test.sh installs; where it is missing, COURSEGEN_CHROMIUM=required makes the tests fail instead of passing unlooked.
/// </summary>
sealed class Chromium : IAsyncDisposable
{
    static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly Process _process;
    readonly DirectoryInfo _folder;
    readonly ClientWebSocket _socket = new();
    readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _asked = new();
    readonly ConcurrentQueue<string> _requests = new();
    readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _last;

    Chromium(Process process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    /// <summary>Addresses that the page asked for, its own among them, without data addresses.</summary>
    internal IReadOnlyList<string> Requests => [.. _requests.Where(address => !address.StartsWith("data:", StringComparison.Ordinal))];

    /// <returns>Null where it is not installed and need not be.</returns>
    internal static async Task<Chromium?> Open(string page, int width = 1400, int height = 900)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);
        if (program is null)
        {
            Environment.GetEnvironmentVariable("COURSEGEN_CHROMIUM").ShouldNotBe("required", "Chromium is not installed.");
            return null;
        }
        var folder = Directory.CreateTempSubdirectory("coursegen-browser-");
        var process = Process.Start(new ProcessStartInfo(program,
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-port=0", $"--user-data-dir={folder.FullName}", "about:blank"])
        { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var browser = new Chromium(process, folder);
        try
        {
            await browser.Show(page, width, height);
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    async Task Show(string page, int width, int height)
    {
        await Connect(await Port());
        await Send("Page.enable");
        await Send("Network.enable");
        await Send("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = false });
        await Send("Page.navigate", new { url = new Uri(page).AbsoluteUri });
        await _loaded.Task.WaitAsync(Patience);
    }

    internal async Task<T> Evaluate<T>(string script)
    {
        var answer = await Send("Runtime.evaluate", new { expression = script, returnByValue = true, awaitPromise = true });
        return answer["result"]!["value"].Deserialize<T>()!;
    }

    /// <param name="key">As DOM names it, for example <c>ArrowRight</c>, <c>Tab</c> or <c>n</c>.</param>
    internal async Task Press(string key)
    {
        var code = key switch { "Tab" => 9, "Enter" => 13, "End" => 35, "Home" => 36, "ArrowLeft" => 37, "ArrowUp" => 38, "ArrowRight" => 39, "ArrowDown" => 40, " " => 32, _ => char.ToUpperInvariant(key[0]) };
        var text = key.Length == 1 ? key : key == "Enter" ? "\r" : null;
        await Send("Input.dispatchKeyEvent", new { type = text is null ? "rawKeyDown" : "keyDown", key, text, windowsVirtualKeyCode = code });
        await Send("Input.dispatchKeyEvent", new { type = "keyUp", key, windowsVirtualKeyCode = code });
    }

    internal async Task<byte[]> Print() =>
        Convert.FromBase64String((string)(await Send("Page.printToPDF", new { preferCSSPageSize = true, printBackground = true }))["data"]!);

    internal async Task<byte[]> Screenshot() => Convert.FromBase64String((string)(await Send("Page.captureScreenshot", new { format = "png" }))["data"]!);

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        for (var tries = 0; ; tries++)
        {
            try
            {
                _folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (tries < 5)
            {
                await Task.Yield(); // a child's last file
            }
        }
    }

    /// <summary>What it says once it listens.</summary>
    async Task<int> Port()
    {
        const string Listening = "DevTools listening on ";
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Uri(line[Listening.Length..]).Port;
            }
        }
        throw new InvalidOperationException("Chromium ended before it listened.");
    }

    async Task Connect(int port)
    {
        using var http = new HttpClient();
        var pages = await http.GetFromJsonAsync<JsonArray>($"http://127.0.0.1:{port}/json/list");
        var page = pages!.First(one => (string?)one!["type"] == "page")!;
        await _socket.ConnectAsync(new Uri((string)page["webSocketDebuggerUrl"]!), CancellationToken.None);
        _ = Receive();
    }

    async Task<JsonNode> Send(string method, object? parameters = null)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters ?? new { } }, WithoutNulls), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var message = await answer.Task.WaitAsync(Patience);
        return message["result"] ?? throw new InvalidOperationException($"{method}: {message["error"]}");
    }

    async Task Receive()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                WebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                Take(JsonNode.Parse(message.ToArray())!);
            }
        }
        catch (Exception ended) when (ended is WebSocketException or ObjectDisposedException or OperationCanceledException or JsonException)
        {
            foreach (var answer in _asked.Values)
                answer.TrySetException(ended);
        }
    }

    void Take(JsonNode message)
    {
        if (message["id"] is { } id && _asked.TryRemove((int)id, out var answer))
            answer.TrySetResult(message);
        else if ((string?)message["method"] == "Network.requestWillBeSent")
            _requests.Enqueue((string)message["params"]!["request"]!["url"]!);
        else if ((string?)message["method"] == "Page.loadEventFired" && !_requests.IsEmpty)
            _loaded.TrySetResult();
    }
}
