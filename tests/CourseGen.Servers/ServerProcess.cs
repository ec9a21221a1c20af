using System.Diagnostics;
using System.Globalization;
using CourseGen.Servers.Processes;

namespace CourseGen.Servers;

/// <summary>A server's process as it can be found again later: numbers are given anew, so the time it started belongs to it.</summary>
/// <param name="Id">The process's number, which is its group's too.</param>
/// <param name="Started">Ticks of the system's clock from its start to the process's.</param>
/// <param name="StopSignal">The signal that ends it in order.</param>
public sealed record ServerProcess(int Id, long Started, int StopSignal)
{
    const int StateField = 0;
    const int StartedField = 19;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public bool Runs => Fields(Id) is { } fields && fields[StateField] is not ("Z" or "X") && Ticks(fields) == Started;

    /// <summary>Ends it in order, and kills its group when it has not ended after a while.</summary>
    public async Task End(TimeSpan grace, CancellationToken token = default)
    {
        if (Runs)
            Signals.Send(Id, StopSignal);
        for (var waited = Stopwatch.StartNew(); Runs; await Task.Delay(Pause, token))
        {
            if (waited.Elapsed > grace)
                Signals.SendToGroup(Id, Signals.Kill);
        }
    }

    internal static ServerProcess Of(int id, int stopSignal) => new(id, Fields(id) is { } fields ? Ticks(fields) : 0, stopSignal);

    static long Ticks(string[] fields) => long.Parse(fields[StartedField], CultureInfo.InvariantCulture);

    /// <summary>What follows the name, which may have spaces, in <c>/proc/ID/stat</c>; null when there is no such process.</summary>
    static string[]? Fields(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
