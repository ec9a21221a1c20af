using System.CommandLine;

namespace CourseGen.Cli.Commands;

/// <param name="Wait">For the first word on a command.</param>
sealed record AnswerWish(TimeSpan Wait, bool Watch, bool Json);

/// <summary>Options of every command that is sent to servers.</summary>
sealed class AnswerOptions
{
    readonly Option<double> _wait = new("--wait") { Description = "Seconds to wait for the planner's first word (30)", HelpName = "s", DefaultValueFactory = _ => 30 };
    readonly Option<bool> _watch = new("--watch") { Description = "Then follow the course to its end, as coursegen watch does" };
    readonly Option<bool> _json;

    /// <param name="json">Of the command, when it has one already.</param>
    public AnswerOptions(Option<bool>? json = null)
    {
        _json = json ?? RunOptions.JsonOption();
        _wait.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 86_400))
                result.AddError("--wait: expected seconds, more than 0 and at most 86400.");
        });
    }

    /// <param name="watch">The course goes on after the command.</param>
    public void AddTo(Command command, bool watch = true)
    {
        foreach (var option in watch ? [_watch, _wait, _json] : (Option[])[_wait, _json])
            if (!command.Options.Contains(option))
                command.Options.Add(option);
    }

    public AnswerWish Read(ParseResult parsed) => new(TimeSpan.FromSeconds(parsed.GetValue(_wait)), parsed.GetValue(_watch), parsed.GetValue(_json));
}
