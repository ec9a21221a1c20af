using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>What a pod names exists: ConfigMaps, Secrets and their keys, accounts, volumes. A Secret may be one of the documented ones.</summary>
static class ReferenceRule
{
    public static IEnumerable<string> Faults(Cluster cluster) =>
        cluster.Workloads.SelectMany(workload => Missing(workload, cluster).Concat(VolumeFaults(workload)).Concat(AccountFaults(workload, cluster)))
            .Concat(cluster.OfKind("ConfigMap").Where(map => !cluster.Workloads.Any(workload => References(workload).Any(used => used.Kind == "ConfigMap" && used.Name == map.Name)))
                .Select(map => $"{map.Title} is used by nothing"));

    static IEnumerable<string> Missing(Workload workload, Cluster cluster)
    {
        foreach (var used in References(workload))
        {
            var target = used.Kind == "Secret" ? cluster.FindSecret(used.Name) : cluster.Find(used.Kind, used.Name);
            if (target is null)
                yield return $"{workload.Title} needs {used.Kind}/{used.Name}, which is neither here nor documented";
            else if (used.Key is not null && !target.Data.ContainsKey(used.Key))
                yield return $"{workload.Title} needs the key '{used.Key}' of {used.Kind}/{used.Name}, which has none";
        }
    }

    static IEnumerable<(string Kind, string Name, string? Key)> References(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            foreach (var source in container.Each("envFrom"))
                yield return source.At("secretRef") is null ? ("ConfigMap", source.Text("configMapRef/name"), null) : ("Secret", source.Text("secretRef/name"), null);
            foreach (var (kind, path) in new[] { ("ConfigMap", "valueFrom/configMapKeyRef"), ("Secret", "valueFrom/secretKeyRef") })
            {
                foreach (var variable in container.Each("env").Where(variable => variable.At(path) is not null))
                    yield return (kind, variable.Text($"{path}/name"), variable.Text($"{path}/key"));
            }
        }
        foreach (var volume in workload.Pod.Each("spec/volumes"))
        {
            foreach (var source in volume.Each("projected/sources").Append(volume))
            {
                foreach (var (kind, path, name) in new[] { ("ConfigMap", "configMap", "name"), ("Secret", "secret", source == volume ? "secretName" : "name") })
                {
                    if (source.At(path) is null)
                        continue;
                    yield return (kind, source.Text($"{path}/{name}"), null);
                    foreach (var item in source.Each($"{path}/items"))
                        yield return (kind, source.Text($"{path}/{name}"), item.Text("key"));
                }
            }
        }
    }

    static IEnumerable<string> VolumeFaults(Workload workload)
    {
        var volumes = workload.Pod.Each("spec/volumes").Select(volume => volume.Text("name"))
            .Concat(workload.Owner.Json.Each("spec/volumeClaimTemplates").Select(claim => claim.Text("metadata/name"))).ToList();
        var mounts = workload.Containers.SelectMany(container => container.Each("volumeMounts")).Select(mount => mount.Text("name")).ToList();
        return mounts.Except(volumes).Select(name => $"{workload.Title} mounts '{name}', which is no volume")
            .Concat(volumes.Except(mounts).Select(name => $"{workload.Title} has the volume '{name}', which nothing mounts"));
    }

    static IEnumerable<string> AccountFaults(Workload workload, Cluster cluster)
    {
        var account = workload.Pod.Text("spec/serviceAccountName");
        if (workload.IsOurs ? cluster.Find("ServiceAccount", account) is null : account.Length > 0 && cluster.Find("ServiceAccount", account) is null)
            yield return $"{workload.Title} runs as ServiceAccount/{account}, which does not exist";
    }
}
