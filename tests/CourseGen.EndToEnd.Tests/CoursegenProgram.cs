using System.Diagnostics;
using System.Text.Json;

namespace CourseGen.EndToEnd.Tests;

/// <param name="Exit">As in the product's table of exit codes.</param>
public sealed record ProgramResult(int Exit, string Output, string Errors)
{
    /// <summary>The closing object of <c>--json</c>.</summary>
    public JsonElement Report => JsonDocument.Parse(Output).RootElement;

    public override string ToString() => $"exit {Exit}\n{Output}\n{Errors}";
}

/// <summary>The real program, as its user runs it: a process of its own.</summary>
public static class CoursegenProgram
{
    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);
    static readonly IReadOnlyDictionary<string, string> NoEnvironment = new Dictionary<string, string>(StringComparer.Ordinal);

    public static string Repository { get; } = FindRepository();

    public static string Sample(string name) => Path.Combine(Repository, "samples", name, "outline.yaml");

    public static Task<ProgramResult> Run(params IEnumerable<string> arguments) => RunIn(NoEnvironment, arguments);

    /// <param name="environment">Variables beside those of this process.</param>
    public static async Task<ProgramResult> RunIn(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        using var process = StartIn(environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(Deadline);
        await process.WaitForExitAsync(deadline.Token);
        return new ProgramResult(process.ExitCode, await output, await errors);
    }

    public static Process Start(params IEnumerable<string> arguments) => StartIn(NoEnvironment, arguments);

    public static Process StartIn(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "coursegen.dll"), .. arguments];
        // Tests that run in the background of a shell ignore the interrupt key, and so would whatever they start.
        var start = new ProcessStartInfo(OperatingSystem.IsLinux() ? "env" : command[0], OperatingSystem.IsLinux() ? ["--default-signal=INT", .. command] : command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CourseGen.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder.FullName;
    }
}

/// <summary>A folder of a test's own, gone after it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-test-");

    public string Path => _folder.FullName;

    public string this[params string[] segments] => System.IO.Path.Combine([Path, .. segments]);

    public async Task<string> Write(string name, string text)
    {
        var file = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
