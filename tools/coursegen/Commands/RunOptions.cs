using System.CommandLine;

namespace CourseGen.Cli.Commands;

/// <summary>Options of every command that runs a course.</summary>
sealed class RunOptions
{
    readonly Option<bool> _json = JsonOption();
    readonly Option<double> _seedFailures = new("--seed-failures") { Description = "Share of items, 0 to 1, whose model call is made to fail, to see gaps", HelpName = "rate" };
    readonly Option<bool> _verbose = new("--verbose") { Description = "The services' log on the error stream" };

    public RunOptions() => _seedFailures.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<double>() is < 0 or > 1)
            result.AddError("--seed-failures: expected a number from 0 to 1.");
    });

    public static Option<bool> JsonOption() => new("--json") { Description = "One closing JSON object on standard output" };

    /// <summary>To share with other options of the same command.</summary>
    public Option<bool> SharedJson => _json;

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    public double SeedFailures(ParseResult parsed) => parsed.GetValue(_seedFailures);

    public bool Verbose(ParseResult parsed) => parsed.GetValue(_verbose);

    public void AddTo(Command command, bool callsModels = true)
    {
        foreach (var option in callsModels ? [_json, _seedFailures, _verbose] : (Option[])[_json, _verbose])
            command.Options.Add(option);
    }
}
