using System.CommandLine;
using CourseGen.Cli;
using CourseGen.Cli.Commands;
using CourseGen.Cli.Embedded;

var root = new RootCommand("CourseGen turns one YAML outline into a whole training course: lessons, pictures, labs, a book and an instructor's deck.")
{
    GenerateCommand.Create(),
    PlanCommand.Create(),
    ValidateCommand.Create(),
    RepairCommand.Create(),
    RebuildCommand.Create(),
    DeckCommand.Create(),
    MergeDecksCommand.Create(),
    CheckCommand.Create(),
    StartCommand.Create(),
    WatchCommand.Create(),
    DownloadCommand.Create(),
    CourseCommands.Cancel(),
    CourseCommands.Pause(),
    CourseCommands.Resume(),
    CourseCommands.Merge(),
    QuotaCommand.Create(),
    DevCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count == 0)
    return await Failures.Guard(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = EmbeddedRun.StopTimeout * 2 }));
foreach (var error in parsed.Errors)
    await Console.Error.WriteLineAsync(error.Message);
await Console.Error.WriteLineAsync("See coursegen --help.");
return ExitCodes.Usage;
