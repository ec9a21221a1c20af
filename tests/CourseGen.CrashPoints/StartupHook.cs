using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using CourseGen.CrashPoints;
using CourseGen.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

/// <summary>
/// Puts the crash points into a service's own program, which knows nothing of them: .NET calls this before its <c>Main</c> when
/// <c>DOTNET_STARTUP_HOOKS</c> names this assembly, and the host tells when it is being built.
/// </summary>
[SuppressMessage("Design", "MA0047", Justification = ".NET looks for it without a namespace")]
static class StartupHook
{
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new Listeners());

    static void AddCrashPoints(IServiceCollection services)
    {
        // A host without a store is no service: it sets something up and ends.
        if (services.LastOrDefault(service => service.ServiceType == typeof(IArtifactStore)) is not { } store)
            return;
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, BusCrashPoints>());
        services.AddSingleton<IArtifactStore>(provider => new StoreCrashPoints((IArtifactStore)store.ImplementationFactory!(provider)));
    }

    sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
                value.Subscribe(new Building());
            else if (value.Name == "Microsoft.EntityFrameworkCore")
                value.Subscribe(new DatabaseCrashPoints());
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    sealed class Building : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder host })
                host.ConfigureServices((_, services) => AddCrashPoints(services));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
