using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CourseGen.Models;

public static class ModelsRegistration
{
    /// <summary>
    /// Adds <see cref="ArtifactMaker"/> and what it needs, except the store and the providers: those are added as
    /// <c>IArtifactStore</c>, <see cref="TextProvider"/> and <see cref="PictureProvider"/>. Added before the bus, it stops after it. With
    /// <see cref="SeededFailures"/> added too, every provider's calls fail as they say.
    /// </summary>
    public static IServiceCollection AddModels(this IServiceCollection services, PaidOnceOptions? options = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options ?? new PaidOnceOptions());
        services.TryAddSingleton<ModelCatalog>();
        services.TryAddSingleton<InputCounts>();
        services.TryAddSingleton<CallGate>();
        services.TryAddSingleton<Claims>();
        services.TryAddSingleton<ModelCallLog>();
        services.TryAddSingleton<RunningCalls>();
        services.TryAddSingleton<ArtifactMaker>();
        return services.AddHostedService(provider => provider.GetRequiredService<RunningCalls>());
    }
}
