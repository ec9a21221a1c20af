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
        "course_bucket" => "--bucket",
        _ when field.Length > 0 && field.All(character => char.IsAsciiLetterLower(character) || character == '_') => $"--{field.Replace('_', '-')}",
        _ => field,
    };

    /// <summary>Why a course pauses, and what goes on with it.</summary>
    public static string Of(CoursePaused paused, CoursePlace place)
    {
        var reached = Array.Find(Limits, limit => paused.Reason.StartsWith(limit, StringComparison.Ordinal));
        var reason = reached is null ? $"{paused.Reason} {paused.Remedy}" : $"{NameOf(reached)}{paused.Reason[reached.Length..]}";
        return (reached, place.Resume) switch
        {
            (null, null) => $"{reason} What is made is kept; then the same command goes on.",
            (_, null) => $"{reason} What is made is kept; the same command with a higher {NameOf(reached)} goes on.",
            (null, var resume) => $"{reason} What is made is kept; to go on: {resume}",
            var (_, resume) => $"{reason} What is made is kept; to go on: {resume} {NameOf(reached)} with a higher limit.",
        };
    }
}
