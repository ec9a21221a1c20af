using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;

namespace CourseGen.Hosting;

/// <summary>Options of every worker; configuration section <c>Work</c>.</summary>
public sealed record WorkOptions
{
    public const string Section = "Work";

    /// <summary>Time before the deadline at which a worker hands back what it has; at most a quarter of the deadline.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DeadlineGuard { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Commands a consumer that waits for models works on at a time, which is its prefetch.</summary>
    [Range(1, 256)]
    public int ConcurrentCommands { get; init; } = 8;

    /// <summary>The same for a consumer that draws or builds documents: more than the processors only costs memory.</summary>
    [Range(1, 256)]
    public int ConcurrentBuilds { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// At a stop: how long the commands in hand may go on. What is unfinished then is left to another process. The default is the
    /// longest that a command may take (900 s) and a minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(960);

    /// <summary>From the stop's signal to the process's end, at most: longer than <see cref="DrainTimeout"/>, shorter than the platform's patience.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:10:00")]
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(990);

    /// <exception cref="SettingsException">The two times of a stop do not fit together.</exception>
    internal WorkOptions Required() => ShutdownTimeout > DrainTimeout
        ? this
        : throw new SettingsException($"{Section}:ShutdownTimeout is {ShutdownTimeout}: expected more than {Section}:DrainTimeout, which is {DrainTimeout}.");
}

/// <summary>What <see cref="WorkConsumer{TCommand}"/> needs.</summary>
public sealed record WorkRules(TimeProvider Time, WorkOptions Options, ILogger<WorkRules> Log)
{
    internal TimeSpan GuardOf(TimeSpan deadline) => deadline / 4 < Options.DeadlineGuard ? deadline / 4 : Options.DeadlineGuard;
}
