using CourseGen.Contracts.Documents;

namespace CourseGen.Planner.Outlines;

/// <summary>What came of reading an outline: the outline, or every fault found; never both.</summary>
/// <param name="Outline">Null when there is a fault.</param>
/// <param name="Faults">In the order of the file.</param>
/// <param name="Warnings">Things that were ignored or read in the likely sense; in the order of the file.</param>
public sealed record OutlineReading(Outline? Outline, IReadOnlyList<OutlineFault> Faults, IReadOnlyList<OutlineFault> Warnings);

/// <summary>One fault or warning, at its place in the file as received.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
/// <param name="Message">What is wrong, and what is expected. Safe to print: no control characters, and only short excerpts of the file.</param>
public sealed record OutlineFault(int Line, int Column, string Message)
{
    /// <summary><c>file:line:column: what is wrong, what is expected</c>.</summary>
    public string Format(string file) => $"{file}:{Line}:{Column}: {Message}";
}
