using CourseGen.Hosting;

namespace CourseGen.Planner;

/// <summary>What the planner does once before services start, instead of serving.</summary>
static class PlannerTask
{
    /// <summary>Declares exchanges and queues, and applies the policies.</summary>
    public const string Topology = "--topology";

    /// <summary>Brings the database's schema up to date.</summary>
    public const string Migrate = "--migrate";

    /// <returns>The process's exit code.</returns>
    /// <exception cref="RefusedToStartException">It cannot be done here.</exception>
    public static async Task<int> Run(string task)
    {
        if (task == Migrate)
            throw new RefusedToStartException("There is no database to migrate: courses are kept in memory.");
        await BrokerSetup.Run();
        return 0;
    }
}
