using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using CourseGen.BedrockSim.Quota;
using CourseGen.BedrockSim.Report;

namespace CourseGen.Bench.Quota;

/// <summary>What a run of a course is made under.</summary>
/// <param name="TokensPerMinute">Of the text model, in life; the bucket holds as many.</param>
/// <param name="Seed">Of the token counts and latencies that the simulator draws.</param>
sealed record Scenario(long TokensPerMinute, Settlement Settlement, int Seed, Compression Compression);

/// <summary>A simulator of Amazon Bedrock as a process of its own: everybody drives one that nobody else uses.</summary>
sealed class SimulatorProcess : IAsyncDisposable
{
    /// <summary>The quota's name, and the model's in the report.</summary>
    public const string Model = "anthropic.claude-sonnet-4-5";

    /// <summary>That it takes for a Bedrock API key.</summary>
    public const string BearerToken = "bedrock-sim-bearer";

    const string Announcement = "bedrock-sim listens on ";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly Process _process;

    SimulatorProcess(Process process, Uri endpoint) => (_process, Endpoint) = (process, endpoint);

    public Uri Endpoint { get; }

    public static async Task<SimulatorProcess> Start(string root, Scenario scenario)
    {
        var process = Process.Start(Command(root, scenario))!;
        try
        {
            using var late = new CancellationTokenSource(Patience);
            while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
            {
                if (line.StartsWith(Announcement, StringComparison.Ordinal))
                    return new SimulatorProcess(process, new Uri(line[Announcement.Length..].Trim()));
            }
            throw new InvalidOperationException($"bedrock-sim ended with {process.ExitCode} before it listened.");
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public async Task<SimulatorReport> Report()
    {
        using var http = new HttpClient { BaseAddress = Endpoint };
        return await http.GetFromJsonAsync<SimulatorReport>("_sim/report") ?? throw new InvalidOperationException("The simulator's report is empty.");
    }

    /// <summary>As if it had just started: a full bucket and no calls.</summary>
    public async Task Reset()
    {
        using var http = new HttpClient { BaseAddress = Endpoint };
        using var answer = await http.PostAsync(new Uri("_sim/reset", UriKind.Relative), content: null);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    static ProcessStartInfo Command(string root, Scenario scenario) => new("dotnet",
    [
        Path.Combine(root, "tools/bedrock-sim/bin/Release/net10.0/bedrock-sim.dll"),
        "--port", "0",
        "--quota", Invariant($"{Model}={scenario.TokensPerMinute}"),
        "--settlement", scenario.Settlement == Settlement.Progressive ? "progressive" : "end",
        "--compression", Invariant($"{scenario.Compression.Factor}"),
        "--seed", Invariant($"{scenario.Seed}"),
        "--cache-minimum", "0", // so that the bound's input is what is charged
    ])
    { UseShellExecute = false, RedirectStandardOutput = true };

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
