using System.Collections;
using CourseGen.Hosting;
using CourseGen.Models;
using Microsoft.Extensions.Configuration;

namespace CourseGen.Cli.Servers;

/// <summary>Where the planner's database is, and the limits the planner was given.</summary>
/// <param name="Source">Where it was found, for people; null for options and environment.</param>
sealed record DatabaseSettings(string Postgres, ModelProfiles Profiles, string? Source)
{
    const string Variable = "ConnectionStrings__Postgres";
    const string Models = "Models__";

    /// <summary>The option wins over the planner's own environment variable, that over what <c>coursegen dev up</c> wrote.</summary>
    /// <exception cref="CommandException">Nobody says where the database is, or a profile does not hold (2).</exception>
    public static DatabaseSettings Read(string? asked, IReadOnlyDictionary<string, string> environment, string directory)
    {
        var named = asked ?? environment.GetValueOrDefault(Variable);
        var development = named is { Length: > 0 } ? null : DevelopmentFile.Read(directory).GetValueOrDefault(Variable);
        var postgres = named is { Length: > 0 } ? named : development ?? throw new CommandException(ExitCodes.Usage,
            $"It is not said where the planner's database is: give --postgres \"Host=…;Database=…;Username=…;Password=…\", or set {Variable}, or run coursegen dev up here.");
        return new DatabaseSettings(postgres, ProfilesOf(environment), development is null ? null : DevelopmentFile.Path);
    }

    public static IReadOnlyDictionary<string, string> Environment() => System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);

    static ModelProfiles ProfilesOf(IReadOnlyDictionary<string, string> environment)
    {
        var settings = environment.Where(variable => variable.Key.StartsWith(Models, StringComparison.Ordinal))
            .Select(variable => KeyValuePair.Create<string, string?>(variable.Key.Replace("__", ":"), variable.Value));
        try
        {
            var options = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Models").Get<ProviderOptions>() ?? new ProviderOptions();
            var (profiles, problems) = ConfiguredProfiles.Read(options.Profiles, "Models:Profiles");
            return profiles ?? throw new CommandException(ExitCodes.Usage, string.Join(System.Environment.NewLine, problems));
        }
        catch (InvalidOperationException fault)
        {
            throw new CommandException(ExitCodes.Usage, $"The profiles of the models do not hold: {fault.Message}", fault);
        }
    }
}
