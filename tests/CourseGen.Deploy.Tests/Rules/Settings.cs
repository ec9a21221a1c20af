using CourseGen.Deploy.Manifests;
using CourseGen.Hosting;

namespace CourseGen.Deploy.Rules;

/// <summary>The configuration that a workload's container has in the cluster: its environment, and the files of its secrets folder.</summary>
static class Settings
{
    /// <returns>Values by name as the manifests write it, with <c>__</c>.</returns>
    public static IReadOnlyDictionary<string, string> Of(Workload workload, Cluster cluster)
    {
        var settings = new Dictionary<string, string>();
        var container = workload.Pod.Each("spec/containers").First();
        foreach (var source in container.Each("envFrom"))
        {
            foreach (var entry in cluster.Find("ConfigMap", source.Text("configMapRef/name"))?.Data ?? new Dictionary<string, string>())
                settings[entry.Key] = entry.Value;
        }
        foreach (var variable in container.Each("env"))
            settings[variable.Text("name")] = Value(variable, cluster);
        if (settings.TryGetValue(ServiceDefaults.SecretsFolder, out var folder))
        {
            foreach (var file in Files(workload, folder, cluster))
                settings[file.Key] = file.Value;
        }
        return settings;
    }

    static string Value(System.Text.Json.Nodes.JsonNode variable, Cluster cluster)
    {
        if (variable.At("value") is not null)
            return variable.Text("value");
        return variable.At("valueFrom/secretKeyRef") is null
            ? cluster.Find("ConfigMap", variable.Text("valueFrom/configMapKeyRef/name"))?.Data.GetValueOrDefault(variable.Text("valueFrom/configMapKeyRef/key")) ?? ""
            : cluster.FindSecret(variable.Text("valueFrom/secretKeyRef/name"))?.Data.GetValueOrDefault(variable.Text("valueFrom/secretKeyRef/key")) ?? "";
    }

    /// <summary>Mounted at the folder, by file name.</summary>
    static IEnumerable<KeyValuePair<string, string>> Files(Workload workload, string folder, Cluster cluster) =>
        from mount in workload.Pod.Each("spec/containers").First().Each("volumeMounts")
        where mount.Text("mountPath") == folder
        from volume in workload.Pod.Each("spec/volumes")
        where volume.Text("name") == mount.Text("name")
        from source in volume.Each("projected/sources")
        from item in source.Each("secret/items")
        select KeyValuePair.Create(item.Text("path"), cluster.FindSecret(source.Text("secret/name"))?.Data.GetValueOrDefault(item.Text("key")) ?? "");
}
