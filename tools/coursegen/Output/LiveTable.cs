using CourseGen.Contracts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CourseGen.Cli.Output;

/// <summary>Modules × stages, elapsed time, tokens and cost, redrawn as events come; its last state stays on the screen.</summary>
sealed class LiveTable : ProgressDisplay
{
    static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);
    readonly IAnsiConsole _console;
    readonly ProgressTable _progress;
    readonly TimeProvider _time;
    readonly CancellationTokenSource _done = new();
    readonly Task _drawing;
    readonly long _start;
    readonly List<string> _notes = [];

    public LiveTable(ProgressTable progress, IAnsiConsole console, TimeProvider time)
    {
        (_progress, _console, _time, _start) = (progress, console, time, time.GetTimestamp());
        _drawing = _console.Live(Draw()).Overflow(VerticalOverflow.Crop).StartAsync(Keep);
    }

    public override void Show(ICourseMessage message)
    {
        if (message is CourseStarted started)
            _notes.AddRange(started.Warnings);
    }

    /// <summary>Above the table, at once: while it is shown nothing else tells that somebody waits in vain.</summary>
    public override void Note(string text) => _console.WriteLine($"note: {text}");

    public override async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _drawing;
        _done.Dispose();
        foreach (var note in _notes)
            _console.WriteLine($"note: {note}");
    }

    async Task Keep(LiveDisplayContext live)
    {
        while (!_done.IsCancellationRequested)
        {
            live.UpdateTarget(Draw());
            await Task.Delay(Redraw, _time, _done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        live.UpdateTarget(Draw());
    }

    IRenderable Draw() => ProgressView.Of(_progress, _time.GetElapsedTime(_start), _console.Profile.Width, _console.Profile.Height);
}
