using System.Diagnostics.Metrics;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Sagas.Postgres;

/// <summary>With jobs that run often, and meters of the test's own.</summary>
sealed class JobsSetup(string connection, IMeterFactory meters) : PostgresSetup(connection)
{
    public override void AddStore(IBusRegistrationConfigurator bus)
    {
        bus.AddSingleton(meters);
        base.AddStore(bus);
    }

    protected override void Configure(PostgresOutboxOptions options)
    {
        base.Configure(options);
        options.CleanupBatch = 2;
        options.CleanupInterval = options.StatusInterval = TimeSpan.FromMilliseconds(100);
    }
}
