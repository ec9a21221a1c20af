using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CourseGen.Storage;

public static class ArtifactStoreRegistration
{
    const string OnlyBucket = "local";

    /// <summary>Adds the <see cref="IArtifactStore"/> that the options name. Nothing is asked of it before it is used.</summary>
    /// <exception cref="OptionsValidationException">An option is wrong; the message names its key.</exception>
    public static IServiceCollection AddArtifactStore(this IServiceCollection services, StoreOptions options)
    {
        Require(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Create(options, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <returns>The caller disposes it.</returns>
    /// <exception cref="OptionsValidationException">An option is wrong; the message names its key.</exception>
    public static IArtifactStore OpenStore(this StoreOptions options, TimeProvider time)
    {
        Require(options);
        return Create(options, time);
    }

    static IArtifactStore Create(StoreOptions options, TimeProvider time) => options.Kind == StoreKind.Folder
        ? new FolderStore(options.Folder!, options.Buckets.FirstOrDefault() ?? OnlyBucket)
        : new S3Store(options, time);

    static void Require(StoreOptions options)
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new OptionsValidationException(StoreOptions.Section, typeof(StoreOptions), problems);
    }
}
