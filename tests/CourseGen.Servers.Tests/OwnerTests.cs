namespace CourseGen.Servers;

public sealed class OwnerTests
{
    /// <summary>Not by <c>Process.Kill</c> on the tree: what the owner started must end by itself.</summary>
    [Fact]
    public async Task Nothing_is_left_of_the_servers_of_a_process_that_was_killed()
    {
        var (process, folder) = await OwnerProcess.Start();
        using (process)
        {
            RunningProcesses.Naming(folder).Count.ShouldBeGreaterThan(4);

            process.Kill();

            await RunningProcesses.Until(() => RunningProcesses.Naming(folder).Count == 0, $"processes of {folder} are left");
            await RunningProcesses.Until(() => !Directory.Exists(folder), $"{folder} is left");
        }
    }

    [Fact]
    public async Task Nothing_is_left_of_the_servers_of_a_process_that_ended_without_disposing_them()
    {
        var (process, folder) = await OwnerProcess.Start();
        using (process)
        {
            await process.StandardInput.WriteLineAsync();
            await process.WaitForExitAsync();

            await RunningProcesses.Until(() => RunningProcesses.Naming(folder).Count == 0, $"processes of {folder} are left");
            await RunningProcesses.Until(() => !Directory.Exists(folder), $"{folder} is left");
        }
    }
}
