namespace CourseGen.Bench.Quota;

/// <summary>How much faster than in life everything waits: the same for the simulator, ours and every rival.</summary>
/// <param name="Factor">1 to 30.</param>
sealed record Compression(double Factor)
{
    /// <summary>How long something that lasts so long in life lasts here.</summary>
    public TimeSpan Here(TimeSpan inLife) => inLife / Factor;

    /// <summary>How long what was measured here would last in life.</summary>
    public TimeSpan InLife(TimeSpan here) => here * Factor;
}
