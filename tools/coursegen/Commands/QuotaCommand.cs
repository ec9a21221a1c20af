using System.CommandLine;
using System.Text.Json;
using CourseGen.Cli.Output;
using CourseGen.Cli.Servers;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Planner.Postgres;
using Spectre.Console;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen quota</c>: what the planner believes of its models' quotas, what is reserved and used, and who waits.</summary>
static class QuotaCommand
{
    public static Command Create()
    {
        var postgres = new Option<string?>("--postgres") { Description = "Default: ConnectionStrings__Postgres, else .coursegen-dev/env", HelpName = "Host=…;Database=…" };
        var json = new Option<bool>("--json") { Description = "The same as JSON on standard output" };
        var command = new Command("quota", """
            Show what the planner believes of its models' quotas: the refill and what is left, what is reserved and used, the
            courses that wait, and what a call of each stage writes (the 99th percentile beside its max_tokens).
            It reads the planner's database and changes nothing. Limits are the planner's settings: run it where those are set
            (Models__Profiles__0__Provider, …__Model, …__Quota__TokensPerMinute, …).

            Examples:
              coursegen quota
              coursegen quota --postgres "Host=db;Database=coursegen;Username=reader;Password=…" --json
            """) { postgres, json };
        command.SetAction(async (parsed, token) =>
        {
            var settings = DatabaseSettings.Read(parsed.GetValue(postgres), DatabaseSettings.Environment(), Environment.CurrentDirectory);
            if (settings.Source is { } source)
                await Console.Error.WriteLineAsync($"Database: as {source} says.");
            var report = await Read(settings, token);
            if (parsed.GetValue(json))
                Console.WriteLine(JsonSerializer.Serialize(report, DocumentJson.Options));
            else
                QuotaTables.Write(report, AnsiConsole.Console);
            return ExitCodes.Done;
        });
        return command;
    }

    static async Task<QuotaReport> Read(DatabaseSettings settings, CancellationToken token)
    {
        try
        {
            return await QuotaReport.Read(settings.Postgres, settings.Profiles, token);
        }
        catch (DatabaseUnusableException away)
        {
            throw new CommandException(ExitCodes.Unreachable, away.Message, away);
        }
        catch (RefusedToStartException old)
        {
            throw new CommandException(ExitCodes.Failed, old.Message, old);
        }
    }
}
