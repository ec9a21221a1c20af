using CourseGen.Contracts;

namespace CourseGen.Cli.Output;

/// <summary>How far each stage of each module is.</summary>
sealed class ProgressTable
{
    readonly Dictionary<(int Module, WorkKind Kind), CourseProgressed> _cells = [];
    readonly Lock _gate = new();

    /// <param name="title">Until the course says its own.</param>
    public ProgressTable(string title = "Planning …") => Title = title;

    public CourseTotals Totals { get; private set; } = new(0, 0, 0, 0, 0, 0);
    public string Title { get; private set; }

    public void See(ICourseMessage message)
    {
        lock (_gate)
        {
            if (message is CourseStarted { Title.Length: > 0 } started)
                Title = started.Title;
            if (message is not CourseProgressed progressed)
                return;
            _cells[(progressed.Module, progressed.Kind)] = progressed;
            Totals = progressed.Totals.Seconds >= Totals.Seconds ? progressed.Totals : Totals;
        }
    }

    public IReadOnlyList<int> Modules
    {
        get
        {
            lock (_gate)
                return [.. _cells.Keys.Select(cell => cell.Module).Where(module => module > 0).Distinct().Order()];
        }
    }

    /// <summary>Nothing of the module that is known of is left to do.</summary>
    public bool IsThrough(int module)
    {
        lock (_gate)
            return _cells.Values.Where(cell => cell.Module == module).All(cell => cell.Done + cell.Gaps >= cell.Total);
    }

    public bool HasGaps(int module)
    {
        lock (_gate)
            return _cells.Values.Any(cell => cell.Module == module && cell.Gaps > 0);
    }

    /// <summary>Counts of a stage in a module; of all modules for null.</summary>
    public (int Total, int Done, int Gaps) this[int? module, WorkKind kind]
    {
        get
        {
            lock (_gate)
            {
                var cells = _cells.Values.Where(cell => cell.Kind == kind && (module is null || cell.Module == module)).ToList();
                return (cells.Sum(cell => cell.Total), cells.Sum(cell => cell.Done), cells.Sum(cell => cell.Gaps));
            }
        }
    }
}
