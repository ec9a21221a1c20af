using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CourseGen.Bench.Decks;

/// <summary>Node programs that do the same work: <c>bench/decks-peers</c>, installed when it is first used.</summary>
sealed class NodePeers(string root)
{
    const int Attempts = 3;

    readonly string _folder = Path.Combine(root, "bench", "decks-peers");

    /// <exception cref="InvalidOperationException">There is no Node, or its packages cannot be installed.</exception>
    internal async Task Install()
    {
        for (var attempt = 1; !Directory.Exists(Path.Combine(_folder, "node_modules", "pptxgenjs")); attempt++)
        {
            // a registry can fail in passing
            var (code, _, errors) = await Run("npm", ["ci", "--prefix", _folder, "--no-audit", "--no-fund", "--loglevel=error"]);
            if (code != 0 && attempt == Attempts)
                throw new InvalidOperationException($"npm ci does not succeed in {_folder}: {LastLine(errors)}. Run it by hand, then the benchmark again.");
        }
    }

    /// <summary>Merges the decks with pptx-automizer.</summary>
    internal Task<Rounds> Merge(int rounds, TimeSpan patience, string output, IEnumerable<string> decks) => Measure("pptx-automizer", "merge.js", rounds, patience, [output, .. decks]);

    /// <summary>Builds a deck with PptxGenJS.</summary>
    /// <param name="plan">A file; see <see cref="PeerPlan"/>.</param>
    internal Task<Rounds> Build(int rounds, TimeSpan patience, string output, string plan, PictureFiles pictures) =>
        Measure("PptxGenJS", "build.js", rounds, patience, [output, plan, pictures.Folder]);

    async Task<Rounds> Measure(string name, string script, int rounds, TimeSpan patience, string[] arguments)
    {
        var seconds = patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var (code, output, errors) = await Run("node", ["--max-old-space-size=8192", Path.Combine(_folder, script), $"{rounds}", seconds, .. arguments]);
        if (code != 0)
            throw new InvalidOperationException($"{name} ended with {code}: {LastLine(errors)}");
        using var answer = JsonDocument.Parse(LastLine(output));
        return new Rounds(name, [.. answer.RootElement.GetProperty("milliseconds").EnumerateArray().Select(time => time.GetDouble())]);
    }

    static async Task<(int Code, string Output, string Errors)> Run(string program, IEnumerable<string> arguments)
    {
        using var process = Start(program, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    static Process Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new InvalidOperationException($"{program} does not start; install Node.js and npm, then run the benchmark again.", failure);
        }
    }

    static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];
}
