using System.Text.Json.Nodes;
using CourseGen.Deploy.Manifests;

namespace CourseGen.Deploy.Rules;

/// <summary>Every pod is what the Pod Security Standard "restricted" takes, and reads its root file system only; the namespace enforces it.</summary>
static class PodRule
{
    static readonly string[] VolumeKinds = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    public static IEnumerable<string> Faults(Cluster cluster) =>
        cluster.Workloads.SelectMany(workload => PodFaults(workload).Concat(workload.Containers.SelectMany(ContainerFaults)).Select(fault => $"{workload.Title} {fault}"))
            .Concat(cluster.OfKind("Namespace").Where(space => space.Json.Text("metadata/labels/pod-security.kubernetes.io~1enforce") != "restricted")
                .Select(space => $"{space.Title} does not enforce restricted pods"))
            .Concat(cluster.OfKind("ServiceAccount").Where(account => account.Json.Text("automountServiceAccountToken") != "false")
                .Select(account => $"{account.Title} mounts its token"));

    static IEnumerable<string> PodFaults(Workload workload)
    {
        var pod = workload.Pod.At("spec");
        if (pod.Text("securityContext/runAsNonRoot") != "true")
            yield return "may run as root";
        if (pod.Text("securityContext/runAsUser") is "" or "0")
            yield return "names no user";
        if (pod.Text("securityContext/seccompProfile/type") != "RuntimeDefault")
            yield return "has no seccomp profile";
        if (pod.Text("automountServiceAccountToken") != "false")
            yield return "mounts a token";
        if (pod.Text("enableServiceLinks") != "false")
            yield return "gets variables of other services, which may look like settings";
        foreach (var field in new[] { "hostNetwork", "hostPID", "hostIPC" }.Where(field => pod.At(field) is not null))
            yield return $"uses {field}";
        foreach (var volume in pod.Each("volumes").Where(volume => !((JsonObject)volume).Any(field => VolumeKinds.Contains(field.Key))))
            yield return $"has the volume '{volume.Text("name")}' of a kind that is not allowed";
    }

    static IEnumerable<string> ContainerFaults(JsonNode container)
    {
        var context = container.At("securityContext");
        if (context.Text("allowPrivilegeEscalation") != "false")
            yield return "may gain privileges";
        if (context.Text("readOnlyRootFilesystem") != "true")
            yield return "may write its root file system";
        if (context.Text("privileged") == "true")
            yield return "is privileged";
        if (!context.Each("capabilities/drop").Select(item => item.ToString()).SequenceEqual(["ALL"]) || context.At("capabilities/add") is not null)
            yield return "keeps capabilities";
        if (container.Each("ports").Any(port => port.At("hostPort") is not null))
            yield return "opens a port of its host";
    }
}
