using CourseGen.Servers.Processes;

namespace CourseGen.Servers;

/// <summary>A server's programs as Debian's packages bring them, installed when they are missing and we may.</summary>
/// <param name="Server">For messages: <c>RabbitMQ</c>.</param>
/// <param name="Names">The packages.</param>
/// <param name="Folders">Where programs are looked for before the <c>PATH</c>; asked for again after installing.</param>
/// <param name="Variable">The environment variable that names a running server instead.</param>
sealed record Packages(string Server, IReadOnlyList<string> Names, Func<IEnumerable<string>> Folders, string Variable)
{
    static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Where programs are looked for; tests give a place without any.</summary>
    public string SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";

    public bool MayInstall { get; init; } = Signals.IsRoot;

    /// <returns>The full path of each program, in the order asked for.</returns>
    /// <exception cref="ServerUnavailableException">One is missing and cannot be installed.</exception>
    public async Task<IReadOnlyList<string>> Require(IReadOnlyList<string> programs, CancellationToken token)
    {
        if (programs.All(program => Find(program) is not null))
            return [.. programs.Select(program => Find(program)!)];
        if (!MayInstall || Find("apt-get") is not { } apt)
            throw Missing(programs, MayInstall ? "and this system has no apt-get to install it with" : "and only root may install it");
        await Install(apt, token);
        return programs.All(program => Find(program) is not null)
            ? [.. programs.Select(program => Find(program)!)]
            : throw Missing(programs, "although its packages are installed");
    }

    async Task Install(string apt, CancellationToken token)
    {
        await OneAtATime.WaitAsync(token);
        try
        {
            await Apt(apt, ["update", "-q"], token);
            await Apt(apt, ["install", "-qy", "--no-install-recommends", .. Names], token);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    Task Apt(string apt, IReadOnlyList<string> arguments, CancellationToken token) => Programs.Run(Server,
        new ProgramCommand(apt, ["-o", "DPkg::Lock::Timeout=300", .. arguments])
        {
            Environment = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" },
        }, token);

    string? Find(string program) => Folders().Concat(SearchPath.Split(':', StringSplitOptions.RemoveEmptyEntries))
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    ServerUnavailableException Missing(IReadOnlyList<string> programs, string why) => new(Server,
        $"{string.Join(", ", programs.Where(program => Find(program) is null))} is not installed, {why}.",
        $"Install Debian's {string.Join(' ', Names)} (as root: apt-get install {string.Join(' ', Names)}), " +
        $"or set {Variable} to a server that runs, for example one of: docker compose -f deploy/compose.yaml up -d");
}
