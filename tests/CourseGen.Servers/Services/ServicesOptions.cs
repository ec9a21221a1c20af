namespace CourseGen.Servers;

/// <summary>Which services to start, and how.</summary>
public sealed record ServicesOptions
{
    /// <summary>Processes of each service; the second planner is named <c>planner-2</c>.</summary>
    public IReadOnlyDictionary<string, int> Copies { get; init; } = RunningServices.Names.ToDictionary(name => name, _ => 1);

    /// <summary>Buckets of their own.</summary>
    public int Buckets { get; init; } = 1;

    /// <summary>Environment variables, over those that name the servers and the simulated model.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The same for one process: from its name.</summary>
    public Func<string, IReadOnlyDictionary<string, string>> EnvironmentOf { get; init; } = _ => new Dictionary<string, string>();

    /// <summary>The repository whose release builds are started; null: the builds beside the running program.</summary>
    public string? Repository { get; init; }
}
