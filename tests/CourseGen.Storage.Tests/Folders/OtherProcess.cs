using System.Diagnostics;
using CourseGen.Contracts;

namespace CourseGen.Storage;

/// <summary>A process that races this one for the keys of a folder.</summary>
static class OtherProcess
{
    public const int Keys = 200;
    public static readonly CourseLocation Course = new("local", "race");

    /// <summary>Puts every key create-only once it is told to go, and prints the numbers of those that took effect.</summary>
    /// <param name="root">Of a folder store.</param>
    public static async Task Race(string root)
    {
        using var store = new FolderStore(root, Course.Bucket);
        Console.WriteLine("ready");
        Console.ReadLine();
        for (var n = 0; n < Keys; n++)
        {
            var bytes = BitConverter.GetBytes(Environment.ProcessId);
            if (await store.PutBytes(Course, $"{n}.bin", bytes, PutCondition.Absent, CancellationToken.None) == PutOutcome.Stored)
                Console.WriteLine(n);
        }
    }

    public static async Task<Process> Start(string root)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(OtherProcess).Assembly.Location, nameof(Race), root])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        (await process.StandardOutput.ReadLineAsync()).ShouldBe("ready");
        return process;
    }

    public static async Task<List<int>> Run(Process process)
    {
        await process.StandardInput.WriteLineAsync("go");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
    }

    /// <summary>A process that has ended.</summary>
    public static async Task<OwnerProcess> Ended()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true, UseShellExecute = false })!;
        var owner = OwnerProcess.Current with { ProcessId = process.Id, StartedAt = OwnerProcess.Current.StartedAt };
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return owner;
    }
}
