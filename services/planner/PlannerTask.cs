using CourseGen.Hosting;
using CourseGen.Planner.Postgres;
using Npgsql;

namespace CourseGen.Planner;

/// <summary>What the planner does once before services start, instead of serving.</summary>
static class PlannerTask
{
    /// <summary>Declares exchanges and queues, and applies the policies.</summary>
    public const string Topology = "--topology";

    /// <summary>Brings the database's schema up to date.</summary>
    public const string Migrate = "--migrate";

    static readonly TimeSpan MigrationPatience = TimeSpan.FromMinutes(10);

    /// <returns>The process's exit code.</returns>
    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    /// <exception cref="RefusedToStartException">It cannot be done here.</exception>
    public static async Task<int> Run(string task)
    {
        ServiceDefaults.EndWithOneLine($"planner {task}");
        await (task == Migrate ? Apply() : BrokerSetup.Run());
        return 0;
    }

    static async Task Apply()
    {
        var database = WebApplication.CreateSlimBuilder().ConfigurationWithSecrets().ReadDatabase();
        using var patience = new CancellationTokenSource(MigrationPatience);
        try
        {
            var applied = await PlannerMigrations.Apply(database, patience.Token);
            Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
        }
        catch (NpgsqlException refused)
        {
            throw new RefusedToStartException($"Postgres refuses ({refused.SqlState ?? refused.GetType().Name}): check ConnectionStrings:Postgres and the server's log.", refused);
        }
    }
}
