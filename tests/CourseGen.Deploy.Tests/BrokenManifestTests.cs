using CourseGen.Deploy.Manifests;
using CourseGen.Deploy.Rules;

namespace CourseGen.Deploy;

/// <summary>Each rule sees what it is for: one value of the rendered objects is changed, and the rule says so.</summary>
public sealed class BrokenManifestTests
{
    const string Pod = "spec/template/spec", Container = $"{Pod}/containers/0", Labels = "spec/template/metadata/labels";

    /// <summary>Rule, object, path, new value as JSON (null takes it away; an empty path, the object), and what the fault says.</summary>
    public static TheoryData<string, string, string, string?, string> Defects => new()
    {
        { "schema", "Deployment/planner", $"{Container}/livenesProbe", "{}", "/spec/template/spec/containers/0/livenesProbe is no field" },
        { "schema", "Deployment/planner", "spec/replicas", "\"2\"", "spec/replicas must be integer" },
        { "schema", "NetworkPolicy/default-deny", "metadata/anotations", "{}", "/metadata/anotations is no field" },
        { "schema", "Job/planner-migrate", "apiVersion", "\"batch/v9\"", "batch/v9 Job is no kind" },
        { "selectors", "Deployment/planner", $"{Labels}/app.kubernetes.io~1name", "\"planer\"", "Deployment/planner does not select its own pods" },
        { "selectors", "Deployment/planner", "spec/selector/matchLabels/app.kubernetes.io~1name", null, "Deployment/planner selects the pods of" },
        { "selectors", "Deployment/ppt", $"{Pod}/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1name", "\"x\"", "spreads over" },
        { "selectors", "Service/rabbitmq", "spec/selector/app.kubernetes.io~1name", "\"rabbit\"", "Service/rabbitmq selects no pod" },
        { "selectors", "PodDisruptionBudget/images", "spec/selector/matchLabels/app.kubernetes.io~1name", "\"image\"", "PodDisruptionBudget/images selects no pod" },
        { "selectors", "NetworkPolicy/rabbitmq", "spec/ingress/0/from/0/podSelector/matchLabels/app.kubernetes.io~1part-of", "\"x\"", "NetworkPolicy/rabbitmq, a peer, selects no pod" },
        { "selectors", "NetworkPolicy/allow-database", "spec/podSelector/matchExpressions/0/values/-", "\"worker\"", "lists 'worker'" },
        { "ports", "Service/postgres", "spec/ports/0/targetPort", "\"sql\"", "Service/postgres sends port 5432 to 'sql'" },
        { "ports", "Deployment/images", $"{Container}/readinessProbe/httpGet/port", "8081", "the readinessProbe asks port '8081'" },
        { "ports", "StatefulSet/rabbitmq", $"{Container}/livenessProbe/tcpSocket/port", "\"web\"", "the livenessProbe asks port 'web'" },
        { "ports", "NetworkPolicy/s3", "spec/ingress/0/ports/0/port", "9001", "opens port 9001" },
        { "references", "ConfigMap/coursegen-images", "", null, "needs ConfigMap/coursegen-images" },
        { "references", "Secret/coursegen-database", "stringData/connection-string", null, "needs the key 'connection-string' of Secret/coursegen-database" },
        { "references", "Deployment/ppt", $"{Pod}/volumes/1/projected/sources/0/secret/name", "\"broker\"", "needs Secret/broker, which is neither here nor documented" },
        { "references", "Job/s3-bucket", $"{Container}/env/1/valueFrom/configMapKeyRef/key", "\"Endpoint\"", "needs the key 'Endpoint'" },
        { "references", "ServiceAccount/ppt", "", null, "runs as ServiceAccount/ppt" },
        { "references", "Deployment/ppt", $"{Container}/volumeMounts/0/name", "\"temp\"", "mounts 'temp', which is no volume" },
        { "settings", "ConfigMap/coursegen-contentgen", "data/Work__ConcurentCommands", "\"4\"", "Work:ConcurentCommands is no setting" },
        { "settings", "ConfigMap/coursegen-contentgen", "data/Models__ConcurrentCalls", "\"many\"", "Models:ConcurrentCalls is 'many'" },
        { "settings", "ConfigMap/coursegen-common", "data/Brokers__Management", "\"x\"", "Brokers__Management is no setting" },
        { "settings", "ConfigMap/coursegen-common", "data/ASPNETCORE_PORTS", "\"8080\"", "ASPNETCORE_PORTS is no setting" },
        { "settings", "ConfigMap/coursegen-artifacts", "data/Store__Endpoint", "\"s3:9000\"", "Store:Endpoint" },
        { "settings", "ConfigMap/coursegen-artifacts", "data/Store__Buckets__0", null, "Store:Buckets is empty" },
        { "settings", "ConfigMap/coursegen-planner", "data/Planner__TextModel__Modell", "\"m\"", "Planner:TextModel:Modell is no setting" },
        { "settings", "Secret/coursegen-broker", "stringData/uri", "\"http://rabbitmq\"", "ConnectionStrings:RabbitMq is no address" },
        { "settings", "ConfigMap/coursegen-planner", "data/Planner__ImageModel__Provider", null, "Planner:ImageModel is missing" },
        { "settings", "ConfigMap/coursegen-common", "data/RabbitMq__Management", null, "Job/planner-topology: RabbitMq:Management is missing" },
        { "probes", "Deployment/contentgen", $"{Container}/livenessProbe/httpGet/path", "\"/health\"", "the livenessProbe asks /health" },
        { "probes", "ConfigMap/coursegen-common", "data/ASPNETCORE_HTTP_PORTS", "\"5000\"", "of port 5000" },
        { "grace", "Deployment/ppt", $"{Pod}/terminationGracePeriodSeconds", "600", "Deployment/ppt is killed after 600 s" },
        { "grace", "Deployment/ppt", $"{Pod}/terminationGracePeriodSeconds", null, "Deployment/ppt is killed after 30 s" },
        { "grace", "ConfigMap/coursegen-images", "data/Work__DrainTimeout", "\"00:05:00\"", "Deployment/images leaves its work after 300 s" },
        { "pods", "Deployment/planner", $"{Pod}/securityContext/runAsNonRoot", null, "may run as root" },
        { "pods", "Deployment/planner", $"{Pod}/securityContext/runAsUser", "0", "names no user" },
        { "pods", "Deployment/planner", $"{Pod}/securityContext/seccompProfile", null, "has no seccomp profile" },
        { "pods", "Deployment/planner", $"{Pod}/automountServiceAccountToken", null, "mounts a token" },
        { "pods", "Deployment/planner", $"{Pod}/enableServiceLinks", null, "gets variables of other services" },
        { "pods", "Deployment/planner", $"{Pod}/hostNetwork", "true", "uses hostNetwork" },
        { "pods", "Deployment/planner", $"{Pod}/volumes/0", "{ \"name\": \"tmp\", \"hostPath\": { \"path\": \"/\" } }", "of a kind that is not allowed" },
        { "pods", "Job/s3-bucket", $"{Container}/securityContext/allowPrivilegeEscalation", "true", "may gain privileges" },
        { "pods", "StatefulSet/postgres", $"{Container}/securityContext/readOnlyRootFilesystem", null, "may write its root file system" },
        { "pods", "StatefulSet/postgres", $"{Container}/securityContext/privileged", "true", "is privileged" },
        { "pods", "StatefulSet/rabbitmq", $"{Container}/securityContext/capabilities/drop", "[]", "keeps capabilities" },
        { "pods", "StatefulSet/rabbitmq", $"{Container}/ports/0/hostPort", "5672", "opens a port of its host" },
        { "pods", "Namespace/coursegen", "metadata/labels/pod-security.kubernetes.io~1enforce", "\"baseline\"", "does not enforce restricted pods" },
        { "pods", "ServiceAccount/planner", "automountServiceAccountToken", null, "ServiceAccount/planner mounts its token" },
        { "workloads", "Deployment/images", $"{Container}/resources/limits/memory", null, "has no memory in its limits" },
        { "workloads", "StatefulSet/s3", $"{Container}/readinessProbe", null, "has no readinessProbe" },
        { "workloads", "PodDisruptionBudget/planner", "", null, "Deployment/planner has 0 disruption budgets" },
        { "workloads", "PodDisruptionBudget/planner", "spec/maxUnavailable", "0", "lets no pod of 2 go" },
        { "workloads", "Deployment/bookbuilder", "", null, "the service bookbuilder has no Deployment" },
        { "workloads", "Service/s3", "metadata/namespace", "\"default\"", "Service/s3 is not in the namespace" },
        { "calls", "Deployment/contentgen", "spec/replicas", "3", "is told Quota__Pods__ContentGen='2', but Deployment/contentgen has '3'" },
        { "calls", "ConfigMap/coursegen-planner", "data/Quota__Pods__Ppt", null, "is told Quota__Pods__Ppt=''" },
        { "calls", "ConfigMap/coursegen-ppt", "data/Models__ConcurrentCalls", "\"6\"", "is told Quota__ConcurrentCalls__Ppt='4', but Deployment/ppt has '6'" },
        { "jobs", "Job/planner-migrate", $"{Container}/args/0", "\"--update\"", "asks for --update" },
        { "jobs", "Job/planner-topology", "", null, "no Job does --topology" },
        { "jobs", "Job/planner-topology", "spec/ttlSecondsAfterFinished", null, "stays for ever" },
        { "jobs", "Job/planner-topology", "spec/backoffLimit", null, "does not say for how long" },
        { "images", "StatefulSet/postgres", $"{Container}/image", "\"postgres\"", "the image postgres has no tag" },
        { "images", "StatefulSet/postgres", $"{Container}/image", "\"docker.io/library/postgres:17.1\"", "is none of deploy/compose.yaml's" },
        { "images", "Deployment/planner", $"{Container}/image", "\"coursegen/planner:latest\"", "has no tag of its own" },
        { "images", "Deployment/planner", $"{Container}/image", "\"coursegen/orchestrator:dev\"", "no project publishes the image coursegen/orchestrator" },
        { "images", "Deployment/planner", $"{Container}/image", "\"coursegen/ppt:dev\"", "runs the image of another service" },
        { "images", "Deployment/planner", $"{Pod}/securityContext/runAsUser", "1000", "runs as another user" },
        { "secrets", "ConfigMap/coursegen-common", "data/X", "\"amqp://user:word@host\"", "holds a password" },
        { "secrets", "Deployment/planner", $"{Container}/env/0", "{ \"name\": \"AWS_SECRET_ACCESS_KEY\", \"value\": \"x\" }", "holds AWS_SECRET_ACCESS_KEY in plain text" },
        { "network", "NetworkPolicy/default-deny", "", null, "is denied no Ingress" },
        { "network", "NetworkPolicy/allow-dns", "", null, "cannot resolve names" },
        { "network", "NetworkPolicy/allow-broker", "spec/egress/0/ports/0/port", "5673", "may not reach port 5672 of rabbitmq" },
        { "network", "NetworkPolicy/postgres", "spec/ingress/0/from/0/podSelector/matchExpressions/0/values/0", "\"x\"", "Deployment/planner is not let in at port 5432 of postgres" },
        { "network", "ConfigMap/coursegen-artifacts", "data/Store__Endpoint", "\"http://store:9000\"", "is to reach store, which is no Service here" },
        { "network", "ConfigMap/coursegen-artifacts", "data/Store__Endpoint", "\"http://s3.example.com:9999\"", "may not reach port 9999 of s3.example.com" },
        { "network", "Service/s3", "spec/ports/0/port", "80", "is to reach port 9000 of s3, which the Service does not have" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public async Task A_defect_is_found(string rule, string title, string path, string? value, string fault)
    {
        var cluster = await Cluster.Of("overlays/dev");

        var faults = await LintRules.All[rule](cluster.With(title, path, value));

        faults.ShouldContain(found => found.Contains(fault), $"the rule '{rule}' says: {string.Join("; ", faults)}");
    }

    [Fact]
    public async Task A_secret_in_the_base_is_found()
    {
        var cluster = await Cluster.Of("overlays/dev");

        SecretRule.Faults(cluster with { Name = "base" }).ShouldContain("Secret/coursegen-store is in the base, which every overlay gets");
    }

    [Fact]
    public void Every_rule_is_proven() => Defects.Select(defect => (string)defect[0]).Distinct().ShouldBe(LintRules.All.Keys, ignoreOrder: true);
}
