using CourseGen.Contracts;

namespace CourseGen.Cli.Output;

/// <summary>The planner's faults in the words of the command line.</summary>
static class FaultText
{
    public static string Of(IEnumerable<CommandFault> faults) => string.Join(Environment.NewLine, faults.Select(fault => $"{NameOf(fault.Field)}: {fault.Message}"));

    /// <summary>A field's option; a place in the outline stays as it is.</summary>
    static string NameOf(string field) => field switch
    {
        "project_folder" => "--project",
        _ when field.Length > 0 && field.All(character => char.IsAsciiLetterLower(character) || character == '_') => $"--{field.Replace('_', '-')}",
        _ => field,
    };

    /// <summary>Names of options in a sentence of the planner's, which names fields.</summary>
    public static string InOptions(string sentence) =>
        sentence.Replace("max_cost_usd", "--max-cost-usd", StringComparison.Ordinal).Replace("max_hours", "--max-hours", StringComparison.Ordinal);
}
