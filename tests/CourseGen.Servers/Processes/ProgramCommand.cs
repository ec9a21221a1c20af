namespace CourseGen.Servers.Processes;

/// <summary>A program and how to run it.</summary>
sealed record ProgramCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Whom it runs as when we are root; null is ourselves.</summary>
    public string? User { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Program and arguments, through <c>setpriv</c> when the user is another.</summary>
    public IReadOnlyList<string> Words => User is { } user && Signals.IsRoot
        ? ["setpriv", $"--reuid={user}", $"--regid={user}", "--init-groups", Program, .. Arguments]
        : [Program, .. Arguments];

    public System.Diagnostics.ProcessStartInfo StartInfo(params IReadOnlyList<string> before)
    {
        List<string> words = [.. before, .. Words];
        var start = new System.Diagnostics.ProcessStartInfo(words[0], words.Skip(1)) { UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(IsServers).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>What was set for another server of this machine would change ours.</summary>
    static bool IsServers(string name) =>
        Array.Exists(["RABBITMQ_", "ERL_", "PG", "CEPH_"], prefix => name.StartsWith(prefix, StringComparison.Ordinal)) || name == "NOTIFY_SOCKET";
}
