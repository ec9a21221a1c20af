using System.Diagnostics;

namespace CourseGen.Servers;

/// <summary>What the system says of processes.</summary>
static class RunningProcesses
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Those whose command line names this path.</summary>
    public static IReadOnlyList<int> Naming(string path) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, null))
            .Where(id => id != Environment.ProcessId && CommandLine(id).Contains(path, StringComparison.Ordinal))];

    public static async Task Until(Func<bool> holds, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!holds())
        {
            waited.Elapsed.ShouldBeLessThan(Limit, what);
            await Task.Delay(20);
        }
    }

    /// <summary>Empty for a process that has ended.</summary>
    static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
