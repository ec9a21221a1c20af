using CourseGen.Deploy.Manifests;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Quota;
using CourseGen.Storage;
using Microsoft.Extensions.Configuration;

namespace CourseGen.Deploy.Rules;

/// <summary>Every variable of our workloads is a setting that the services know, with a value that they take: read by their own reader.</summary>
static class SettingsRule
{
    /// <summary>Of .NET, of the AWS SDK's chain, and of the secrets folder.</summary>
    static readonly string[] Platform =
        ["ASPNETCORE_HTTP_PORTS", "DOTNET_EnableDiagnostics", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", ServiceDefaults.SecretsFolder];

    static readonly string[] ConnectionStrings = ["RabbitMq", "Postgres"];

    static readonly Dictionary<string, Func<IConfiguration, IEnumerable<string>>> Sections = new(StringComparer.Ordinal)
    {
        [WorkOptions.Section] = settings => Read<WorkOptions>(settings, WorkOptions.Section),
        [BrokerOptions.Section] = settings => Read<BrokerOptions>(settings, BrokerOptions.Section),
        [StoreOptions.Section] = settings => Read<StoreOptions>(settings, StoreOptions.Section).Concat(settings.ReadStore()),
        ["Models"] = settings => Read<PaidOnceOptions>(settings, "Models", typeof(ProviderOptions)).Concat(Read<ProviderOptions>(settings, "Models", typeof(PaidOnceOptions))),
        ["Leases"] = settings => Read<LeaseOptions>(settings, "Leases"),
        ["Planner"] = settings => Read<PlannerOptions>(settings, "Planner"),
        ["Quota"] = settings => Read<QuotaOptions>(settings, "Quota"),
    };

    public static IEnumerable<string> Faults(Cluster cluster) =>
        cluster.Workloads.Where(workload => workload.IsOurs).SelectMany(workload => Faults(workload, Settings.Of(workload, cluster), cluster.IsComplete));

    static IEnumerable<string> Faults(Workload workload, IReadOnlyDictionary<string, string> variables, bool complete)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Key.Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value)))
            .Build();
        var unknown = variables.Keys.Where(name => !IsKnown(name)).Select(name => $"{name} is no setting");
        var read = settings.GetChildren().Select(section => section.Key).Where(Sections.ContainsKey).Union(complete && workload.Owner.Name == "planner" ? ["Planner"] : []);
        var wrong = read.SelectMany(section => Sections[section](settings));
        var missing = complete && workload.Owner.Name == "planner-topology" && settings["RabbitMq:Management"] is null ? ["RabbitMq:Management is missing"] : Array.Empty<string>();
        return unknown.Concat(wrong).Concat(missing).Concat(BrokerFaults(settings)).Select(fault => $"{workload.Title}: {fault}");
    }

    /// <summary>Upper and lower case as in the code: what reads well is what is searched for.</summary>
    static bool IsKnown(string name)
    {
        var path = name.Split("__");
        return path.Length == 1 ? Platform.Contains(name) : Sections.ContainsKey(path[0]) || (path is ["ConnectionStrings", var key] && ConnectionStrings.Contains(key));
    }

    static IEnumerable<string> BrokerFaults(IConfiguration settings)
    {
        if (settings.GetConnectionString("RabbitMq") is null)
            return [];
        try
        {
            BrokerAddress.Read(settings);
            return [];
        }
        catch (SettingsException wrong)
        {
            return [wrong.Message];
        }
    }

    static IEnumerable<string> ReadStore(this IConfiguration settings)
    {
        try
        {
            return settings.ReadSettings<StoreOptions>(StoreOptions.Section).Problems();
        }
        catch (SettingsException)
        {
            return []; // said already
        }
    }

    static IEnumerable<string> Read<T>(IConfiguration settings, string section, params Type[] sharers) where T : class
    {
        try
        {
            settings.ReadSettings<T>(section, sharers);
            return [];
        }
        catch (SettingsException wrong)
        {
            return [wrong.Message];
        }
    }
}
