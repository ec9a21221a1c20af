using System.CommandLine;
using CourseGen.Cli.Servers;
using CourseGen.Contracts;

namespace CourseGen.Cli.Commands;

/// <summary><c>--server</c>: a command that runs in this process is sent to the servers instead.</summary>
sealed class ServerSwitch
{
    readonly Option<bool> _server = new("--server") { Description = "FOLDER is a project folder on the servers: send the command there" };
    readonly AnswerOptions _answer;
    readonly ServerOptions _servers = new();

    /// <param name="json">The command's own.</param>
    public ServerSwitch(Option<bool> json) => _answer = new AnswerOptions(json);

    public void AddTo(Command command)
    {
        command.Options.Add(_server);
        _answer.AddTo(command);
        _servers.AddTo(command);
    }

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(_server);

    public Task<int> Send(string folder, ParseResult parsed, Func<CourseLocation, object> make, CancellationToken token) =>
        ServerCourse.Send(folder, _servers, parsed, make,
            (session, command) => SentCommand.Run(session, command, _answer.Read(parsed), token), token);
}
