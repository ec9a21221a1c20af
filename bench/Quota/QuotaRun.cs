using CourseGen.BedrockSim.Report;

namespace CourseGen.Bench.Quota;

/// <summary>One run of a course on a simulator, as the simulator saw it.</summary>
/// <param name="GivenUp">Calls that an SDK gave up, each of which would have been a dead letter.</param>
/// <param name="Completed">False: it was ended, because it would never have.</param>
sealed record QuotaRun(string Name, BenchmarkCourse Course, Scenario Scenario, SimulatorReport Report, int GivenUp = 0, bool Completed = true)
{
    public ModelReport Text => Report.Of(SimulatorProcess.Model);

    /// <summary>In life: from the first call to the end of the last, pictures too.</summary>
    public TimeSpan Makespan => TimeSpan.FromSeconds(Report.Makespan);

    public double OverBound => Makespan / DrawnBound.Of(Course, Scenario).Least;

    public double ThrottlesPerUseful => Text.Throttles / (double)Math.Max(1, Text.Useful);

    public double TruncatedPercent => 100.0 * Text.Truncated / Math.Max(1, Text.Useful);
}
