namespace CourseGen.Cli;

/// <summary>What the process says of its work when it ends.</summary>
static class ExitCodes
{
    public const int Done = 0;
    /// <summary>Wrong options, or an input file that is not there.</summary>
    public const int Usage = 2;
    /// <summary>An outline with faults, or a refused file.</summary>
    public const int InvalidInput = 3;
    /// <summary>Nothing was made, the course paused, the output cannot be written, or a check found errors.</summary>
    public const int Failed = 4;
    /// <summary>The broker or the store cannot be reached, or no service answered.</summary>
    public const int Unreachable = 5;
    /// <summary>Made, apart from named gaps.</summary>
    public const int Gaps = 6;
    public const int Cancelled = 130;
}
