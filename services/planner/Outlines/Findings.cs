namespace CourseGen.Planner.Outlines;

/// <summary>Collects the faults and warnings of one reading.</summary>
sealed class Findings
{
    /// <summary>A hostile file can hold a fault every few bytes; nobody reads more than these.</summary>
    public const int MaxListed = 500;

    readonly List<OutlineFault> _faults = [];
    readonly List<OutlineFault> _warnings = [];

    public bool HasFaults => _faults.Count > 0;
    public IReadOnlyList<OutlineFault> Faults => Listed(_faults, "faults");
    public IReadOnlyList<OutlineFault> Warnings => Listed(_warnings, "warnings");

    public void Fault(Place at, string message) => _faults.Add(new OutlineFault(at.Line, at.Column, message));

    public void Warn(Place at, string message) => _warnings.Add(new OutlineFault(at.Line, at.Column, message));

    static List<OutlineFault> Listed(List<OutlineFault> found, string what)
    {
        var ordered = found.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column).ToList();
        if (ordered.Count <= MaxListed)
            return ordered;
        var rest = $"{ordered.Count - MaxListed} more {what} are not listed, expected the ones above to be mended first";
        return [.. ordered.Take(MaxListed), ordered[MaxListed] with { Message = rest }];
    }
}
