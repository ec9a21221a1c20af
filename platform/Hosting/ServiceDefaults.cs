using CourseGen.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CourseGen.Hosting;

/// <summary>Who this process is, for the broker's management page, logs and telemetry.</summary>
/// <param name="Service">For example <c>contentgen</c>.</param>
public sealed record ServiceIdentity(string Service)
{
    public static string Host => Environment.MachineName;

    /// <summary>For example <c>coursegen-contentgen@pod-7</c>.</summary>
    public string Connection => $"coursegen-{Service}@{Host}";
}

/// <summary>What every service's <c>Program.cs</c> is made of.</summary>
public static class ServiceDefaults
{
    /// <summary>Key of the folder whose files are settings, one each: <c>ConnectionStrings__Postgres</c> holds its text.</summary>
    public const string SecretsFolder = nameof(SecretsFolder);

    /// <summary>Settings, logs, telemetry, health, and the time that a stop may take.</summary>
    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    public static void AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        StartFailure.EndWithOneLine(service);
        builder.AddSecrets();
        builder.Logging.ClearProviders().AddJsonConsole(json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        var work = builder.Configuration.ReadSettings<WorkOptions>(WorkOptions.Section).Required();
        builder.Services.AddSingleton(new ServiceIdentity(service));
        builder.Services.AddSingleton(work);
        builder.Services.AddSingleton<WorkRules>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = work.ShutdownTimeout);
        builder.AddHealth();
        builder.AddTelemetry(service);
    }

    /// <summary>The store that <c>Store__…</c> names.</summary>
    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    public static void AddArtifactStore(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.ReadSettings<StoreSettings>("Store");
        if (options.Folder is null)
            throw new SettingsException("Store:Folder is missing: expected text.");
        builder.Services.AddSingleton(new CourseBuckets(options.Buckets.Count > 0 ? options.Buckets : ["local"]));
        builder.Services.AddSingleton<IArtifactStore>(services => new FolderStore(options.Folder, services.GetRequiredService<CourseBuckets>().Names[0]));
    }

    static void AddSecrets(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[SecretsFolder] is not { Length: > 0 } folder)
            return;
        if (!Directory.Exists(folder))
            throw new SettingsException($"{SecretsFolder} is '{folder}': expected a folder that exists, with one file for each setting.");
        builder.Configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: false);
    }
}

/// <param name="Names">Of the buckets that a start may name; the first is the default.</param>
public sealed record CourseBuckets(IReadOnlyList<string> Names);

enum StoreKind
{
    Folder,
}

sealed record StoreSettings
{
    public StoreKind Kind { get; init; }
    public IReadOnlyList<string> Buckets { get; init; } = [];
    public string? Folder { get; init; }
}
