using CourseGen.Contracts;

namespace CourseGen.Cli.Output;

/// <summary>The planner's faults in the words of the command line.</summary>
static class FaultText
{
    static readonly string[] Limits = ["max_cost_usd", "max_hours"];

    public static string Of(IEnumerable<CommandFault> faults) => string.Join(Environment.NewLine, faults.Select(fault => $"{NameOf(fault.Field)}: {fault.Message}"));

    /// <summary>A field's option; a place in the outline stays as it is.</summary>
    static string NameOf(string field) => field switch
    {
        "project_folder" => "--project",
        _ when field.Length > 0 && field.All(character => char.IsAsciiLetterLower(character) || character == '_') => $"--{field.Replace('_', '-')}",
        _ => field,
    };

    /// <summary>Why a course pauses, and what goes on with it: there is no resume here, but the same command.</summary>
    public static string Of(CoursePaused paused) => Limits.FirstOrDefault(limit => paused.Reason.StartsWith(limit, StringComparison.Ordinal)) is { } reached
        ? $"{NameOf(reached)}{paused.Reason[reached.Length..]} What is made is kept; the same command with a higher {NameOf(reached)} goes on."
        : $"{paused.Reason} {paused.Remedy} What is made is kept; then the same command goes on.";
}
